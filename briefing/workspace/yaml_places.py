"""Where a parser's marks stand in a file, as an editor counts lines."""

from __future__ import annotations

import io
from bisect import bisect_right
from itertools import accumulate
from typing import Any


class Places:
    """Where a parser's marks stand, in lines as editors count them.

    To YAML a line also ends in U+0085, U+2028 and U+2029, which editors show inside a line.
    """

    def __init__(self, text: str) -> None:
        self.as_marked = not any(sign in text for sign in "\x85\u2028\u2029")
        """Whether the parser counts lines as editors do."""
        self._starts: list[int] = []
        if not self.as_marked:
            lines = [len(line) for line in io.StringIO(text + ".", newline="")]
            self._starts = list(accumulate(lines[:-1], initial=0))

    def of(self, mark: Any) -> tuple[int, int]:
        """Line and column, from 1, of a mark; 0 where that is not known."""
        if mark is None:
            return 0, 0
        if self.as_marked:
            return mark.line + 1, mark.column + 1
        line = bisect_right(self._starts, mark.index)
        return line, mark.index - self._starts[line - 1] + 1
