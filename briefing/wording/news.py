"""What has changed, in one line: which files, and how many targets, tasks and figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from briefing.domain.news import Change, News
from briefing.domain.plain_text import visible
from briefing.language import Translator

FILES_NAMED = 2
"""Files that are named; of more, the first, and how many others there are."""


def news_text(news: News, tr: Translator) -> str:
    """``Đã cập nhật hd.yaml: 1 chỉ tiêu sửa, 1 việc thêm``; empty when there is nothing to tell."""
    if news.is_nothing:
        return ""
    files = _files(news.files, tr)
    if news.edits is None:
        return tr.gettext("Đã đọc lại toàn bộ dữ liệu.")
    counts = Counter((_kind(edit.record), edit.change) for edit in news.edits)
    said = ", ".join(
        _counted(kind, change, counts[kind, change], tr)
        for kind in ("target", "task", "observation", "")
        for change in (Change.EDITED, Change.ADDED, Change.GONE)
        if counts[kind, change]
    )
    if not said:
        return tr.gettext("Đã đọc lại {files}; số liệu không đổi.").format(files=files)
    if not files:
        return tr.gettext("Đã cập nhật: {changes}.").format(changes=said)
    return tr.gettext("Đã cập nhật {files}: {changes}.").format(files=files, changes=said)


def _kind(record: str) -> str:
    return record if record in ("target", "task", "observation") else ""


def _files(paths: Sequence[str], tr: Translator) -> str:
    names = [visible(path.rpartition("/")[2]) for path in paths]
    if len(names) <= FILES_NAMED:
        return ", ".join(names)
    others = len(names) - 1
    return tr.ngettext("{first} và {count} tệp khác", "{first} và {count} tệp khác", others).format(
        first=names[0], count=others
    )


def _counted(kind: str, change: Change, count: int, tr: Translator) -> str:
    match kind, change:
        case "target", Change.ADDED:
            said = tr.ngettext("{count} chỉ tiêu thêm", "{count} chỉ tiêu thêm", count)
        case "target", Change.EDITED:
            said = tr.ngettext("{count} chỉ tiêu sửa", "{count} chỉ tiêu sửa", count)
        case "target", _:
            said = tr.ngettext("{count} chỉ tiêu bỏ", "{count} chỉ tiêu bỏ", count)
        case "task", Change.ADDED:
            said = tr.ngettext("{count} việc thêm", "{count} việc thêm", count)
        case "task", Change.EDITED:
            said = tr.ngettext("{count} việc sửa", "{count} việc sửa", count)
        case "task", _:
            said = tr.ngettext("{count} việc bỏ", "{count} việc bỏ", count)
        case "observation", Change.ADDED:
            said = tr.ngettext("{count} số liệu thêm", "{count} số liệu thêm", count)
        case "observation", Change.EDITED:
            said = tr.ngettext("{count} số liệu sửa", "{count} số liệu sửa", count)
        case "observation", _:
            said = tr.ngettext("{count} số liệu bỏ", "{count} số liệu bỏ", count)
        case _, Change.ADDED:
            said = tr.ngettext("{count} mục khác thêm", "{count} mục khác thêm", count)
        case _, Change.EDITED:
            said = tr.ngettext("{count} mục khác sửa", "{count} mục khác sửa", count)
        case _:
            said = tr.ngettext("{count} mục khác bỏ", "{count} mục khác bỏ", count)
    return said.format(count=count)
