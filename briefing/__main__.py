"""The entry point: the shortest way to the first screen, or the command line."""

from __future__ import annotations

import sys


def main() -> None:
    """Opens the app when nothing but options for it are given on a terminal; else the commands."""
    try:
        code = _run(sys.argv[1:])
    except KeyboardInterrupt:
        code = 130
    sys.exit(code)


def _run(arguments: list[str]) -> int:
    from briefing.calling import simple_call

    call = simple_call(arguments)
    if call is not None:
        from briefing.front import open_app

        return open_app(call)
    from briefing import cli

    return cli.run(arguments)


if __name__ == "__main__":
    main()
