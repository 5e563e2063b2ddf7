"""Units side by side on the parts of a framework that they were scored on, point by point."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.domain.frameworks import Framework
from briefing.domain.scores import Score, Sheet
from briefing.domain.value import value


@value(kw_only=True)
class ScoresBeside:
    """What units scored on one framework, each in its newest period.

    ``sheets`` hold one for each unit, in their order; ``None`` for one that nobody scored.
    """

    framework: Framework
    sheets: tuple[Sheet | None, ...]

    @property
    def rows(self) -> Iterator[tuple[Score, tuple[Score | None, ...]]]:
        """Part by part, a score that tells what it is of, and that of each unit.

        Only parts on which one of the units has points.
        """
        sheets = [None if sheet is None else tuple(sheet.all) for sheet in self.sheets]
        first = next(scores for scores in sheets if scores is not None)
        for place, score in enumerate(first):
            found = tuple(None if scores is None else scores[place] for scores in sheets)
            if any(one is not None and one.points is not None for one in found):
                yield score, found
