"""The entry point: the shortest way to the first screen, or the command line."""

from __future__ import annotations

import sys


def main() -> None:
    """Opens the app when nothing but options for it are given on a terminal; else the commands."""
    from briefing.front import simple_call

    call = simple_call(sys.argv[1:])
    if call is not None:
        from briefing.front import open_app

        sys.exit(open_app(call))
    from briefing.cli import cli

    cli.main(prog_name="briefing")


if __name__ == "__main__":
    main()
