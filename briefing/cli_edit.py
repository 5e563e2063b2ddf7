"""``briefing set``, ``done``, ``note``, ``extend`` and ``undo``: changing a plan in place.

stdout names what changed, one line a value (``file:line: id.field: old → new``); what follows from
it is told on stderr.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from briefing.amended import carried_out
from briefing.calling import Call, merged, typed
from briefing.cli_options import common_options
from briefing.desk import BadCalendarDayError, read_day
from briefing.language import N_, Translator

if TYPE_CHECKING:
    from briefing.workspace.editing import Edited, Undone

_BELOW_ZERO = re.compile(r"-[0-9][0-9.,]*")
_MINUS = "\ue000"
"""Stands for the sign while click looks for options; a private character that nobody types."""

Editing = Callable[[Path], "Edited"]


def edit_commands(tr: Translator) -> list[click.Command]:
    """The commands that change plans, helped in the language of ``tr``."""
    return [
        _set_command(tr),
        _done_command(tr),
        _note_command(tr),
        _extend_command(tr),
        _undo_command(tr),
    ]


def _set_command(tr: Translator) -> click.Command:
    def run(pairs: tuple[str, ...], by: str | None, on: str | None, **options: Any) -> int:
        id_, fields = _pairs(pairs, tr)
        (name, value), *others = fields.items()

        def change(root: Path) -> Edited:
            from briefing.workspace import editing

            why = options["reason"] or ""
            if by is None:
                return editing.edit(root, id_, name, value, also=dict(others), reason=why)
            return editing.change_goal(
                root, id_, value, document=typed(by), on=_day(on), reason=why
            )

        if by is not None and list(fields) != ["goal"]:
            raise click.UsageError(tr.gettext("--by chỉ dùng với goal của một chỉ tiêu."))
        if on is not None and by is None:
            raise click.UsageError(tr.gettext("--on chỉ dùng cùng --by."))
        return _edited(change, options, tr)

    return _command(
        "set",
        N_(
            "Sửa một giá trị của chỉ tiêu, nhiệm vụ hay kế hoạch ngay trong tệp YAML.\n\n"
            "Ví dụ: briefing set ID.goal 85,5 --reason “Theo báo cáo quý”. Mọi chỗ khác của tệp "
            "giữ nguyên. Giá trị trống ('') xóa giá trị cũ; nhiều cặp khóa và giá trị của cùng một "
            "mục được ghi cùng lúc. Mức đề ra được điều chỉnh chính thức "
            "thì thêm --by VĂN_BẢN: mức đầu được giữ, điều chỉnh ghi vào changes."
        ),
        [
            click.Argument(
                ["pairs"], nargs=-1, required=True, metavar=tr.gettext("MÃ.KHÓA GIÁ_TRỊ...")
            ),
            _option("--by", N_("VĂN_BẢN"), N_("Mã hoặc số văn bản điều chỉnh mức đề ra."), tr),
            _option(
                "--on", N_("NGÀY"), N_("Ngày mức mới có hiệu lực; không nêu: ngày văn bản."), tr
            ),
        ],
        run,
        tr,
    )


def _pairs(given: tuple[str, ...], tr: Translator) -> tuple[str, dict[str, str]]:
    """The entry's id, and what each of its fields is to say; a further field may begin with a dot.

    Raises ``UsageError`` where a value is missing, or the fields are not those of one entry.
    """
    words = [typed(word) for word in given]
    fields: dict[str, str] = {}
    first, _, _ = words[0].strip().partition(".")
    for name, text in zip_longest(words[::2], words[1::2]):
        id_, _, field = name.strip().partition(".")
        if text is None or id_ not in ("", first) or not first or field in fields:
            said = tr.gettext("Viết từng cặp MÃ.KHÓA GIÁ_TRỊ, tất cả của cùng một mục.")
            raise click.UsageError(said)
        fields[field] = text
    return first, fields


def _done_command(tr: Translator) -> click.Command:
    def run(task: str, on: str | None, done_unit: str | None, **options: Any) -> int:
        def change(root: Path) -> Edited:
            from briefing.workspace import editing

            why = options["reason"] or ""
            if done_unit is not None:
                return editing.mark_unit_done(root, typed(task), typed(done_unit), reason=why)
            return editing.mark_done(root, typed(task), _day(on) or date.today(), reason=why)

        if on is not None and done_unit is not None:
            raise click.UsageError(tr.gettext("--on không dùng cùng --for."))
        return _edited(change, options, tr)

    return _command(
        "done",
        N_("Ghi một nhiệm vụ đã xong."),
        [
            click.Argument(["task"], metavar=tr.gettext("MÃ_NHIỆM_VỤ")),
            _option("--on", N_("NGÀY"), N_("Ngày xong; không nêu thì hôm nay."), tr),
            _option(
                "--for",
                N_("MÃ"),
                N_("Chỉ ghi đơn vị này đã xong, với nhiệm vụ giao nhiều đơn vị."),
                tr,
                "done_unit",
            ),
        ],
        run,
        tr,
    )


def _note_command(tr: Translator) -> click.Command:
    def run(ref: str, text: str, on: str | None, english: str | None, **options: Any) -> int:
        def change(root: Path) -> Edited:
            from briefing.workspace import editing

            why = options["reason"] or ""
            return editing.add_note(
                root,
                typed(ref),
                typed(text),
                on=_day(on) or date.today(),
                english=typed(english or ""),
                reason=why,
            )

        return _edited(change, options, tr)

    return _command(
        "note",
        N_("Thêm ghi chú tình hình, kèm ngày, sau ghi chú đã có."),
        [
            click.Argument(["ref"], metavar=tr.gettext("MÃ")),
            click.Argument(["text"], metavar=tr.gettext("NỘI_DUNG")),
            _option("--on", N_("NGÀY"), N_("Ngày của ghi chú; không nêu thì hôm nay."), tr),
            _option("--english", N_("NỘI_DUNG"), N_("Cũng ghi chú đó bằng tiếng Anh."), tr),
        ],
        run,
        tr,
    )


def _extend_command(tr: Translator) -> click.Command:
    def run(task: str, due: str, by: str, on: str | None, note: str | None, **options: Any) -> int:
        def change(root: Path) -> Edited:
            from briefing.workspace import editing

            return editing.extend(
                root,
                typed(task),
                typed(due),
                by=typed(by),
                on=_day(on) or date.today(),
                note=typed(note or ""),
                reason=options["reason"] or "",
            )

        return _edited(change, options, tr)

    granted = _option("--by", N_("BÊN_CHO"), N_("Ai cho gia hạn, hoặc văn bản nào."), tr)
    granted.required = True
    return _command(
        "extend",
        N_("Gia hạn một nhiệm vụ; thời hạn đầu được giữ."),
        [
            click.Argument(["task"], metavar=tr.gettext("MÃ_NHIỆM_VỤ")),
            click.Argument(["due"], metavar=tr.gettext("THỜI_HẠN")),
            granted,
            _option("--on", N_("NGÀY"), N_("Ngày cho gia hạn; không nêu thì hôm nay."), tr),
            _option("--note", N_("NỘI_DUNG"), N_("Ghi chú của lần gia hạn."), tr),
        ],
        run,
        tr,
    )


def _undo_command(tr: Translator) -> click.Command:
    def run(**options: Any) -> int:
        def reason(done: Undone) -> str:
            from briefing.wording.moments import moment

            said = tr.gettext("Hoàn tác lần sửa lúc {when}").format(when=moment(done.at, tr))
            return ": ".join(part for part in (said, options["reason"] or done.reason) if part)

        from briefing.workspace import editing

        return carried_out(editing.undo, reason, _call(options), tr)

    return _command(
        "undo",
        N_(
            "Hoàn tác lần sửa gần nhất của chương trình: tệp trở lại đúng từng byte.\n\n"
            "Không làm gì nếu tệp đã đổi sau lần sửa đó. Gọi nhiều lần để lùi nhiều bước."
        ),
        [],
        run,
        tr,
    )


def _command(
    name: str,
    help_text: str,
    own: list[click.Parameter],
    run: Callable[..., int],
    tr: Translator,
) -> click.Command:
    reason = _option("--reason", N_("LÝ_DO"), N_("Vì sao sửa; ghi vào nhật ký sửa đổi."), tr)
    return _Command(
        name,
        params=[*own, reason, *common_options(tr)],
        callback=run,
        help=tr.gettext(help_text),
        add_help_option=False,
        options_metavar=tr.gettext("[TÙY CHỌN]"),
    )


class _Command(click.Command):
    """A command that takes numbers below zero, which click would take for options."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """See click: ``set X.goal -5`` has no option ``-5``."""
        hidden = [_MINUS + given[1:] if _BELOW_ZERO.fullmatch(given) else given for given in args]
        rest = super().parse_args(ctx, hidden)
        ctx.params = {name: _shown(given) for name, given in ctx.params.items()}
        return rest


def _shown(given: Any) -> Any:
    if isinstance(given, tuple):
        return tuple(map(_shown, given))
    return given.replace(_MINUS, "-") if isinstance(given, str) else given


def _option(
    name: str, metavar: str, help_text: str, tr: Translator, kept_as: str = ""
) -> click.Option:
    names = [name, kept_as] if kept_as else [name]
    return click.Option(names, metavar=tr.gettext(metavar), help=tr.gettext(help_text))


def _day(text: str | None) -> date | None:
    """A day as a user types it. Raises ``BadCalendarDayError``."""
    if text is None:
        return None
    day = read_day(text)
    if day is None:
        raise BadCalendarDayError(typed(text))
    return day


def _call(options: dict[str, Any]) -> Call:
    return merged(click.get_current_context().obj, options)


def _edited(change: Editing, options: dict[str, Any], tr: Translator) -> int:
    why = typed(options["reason"] or "")
    return carried_out(change, lambda did: why, _call(options), tr)
