"""The entry point: the shortest way to the first screen, or the command line."""

from __future__ import annotations

import sys

from briefing import restoring


def main() -> None:
    """Opens the app when nothing but options for it are given on a terminal; else the commands.

    Exits with what the call came to; 128 + the number after SIGTERM or SIGHUP, 130 after Ctrl+C, 1
    after a crash. The terminal is as it was found then.
    """
    restoring.guard()
    try:
        from briefing import instant

        instant.paint(sys.argv[1:])
        code = _run(sys.argv[1:])
    except KeyboardInterrupt:
        code = 130
    except Exception as error:  # a mistake of the program, at whatever place
        restoring.restore()
        code = _crashed(error)
    finally:
        restoring.restore()
        restoring.unguard()
        restoring.let_go()
    sys.exit(code)


def _run(arguments: list[str]) -> int:
    from briefing.calling import simple_call

    call = simple_call(arguments)
    if call is not None:
        from briefing.front import open_app

        return open_app(call, arguments=arguments)
    from briefing import cli

    return cli.run(arguments)


def _crashed(error: Exception) -> int:
    from briefing.crash import crashed

    try:
        from briefing.language import translator
        from briefing.speaking import language_of

        tr = translator(language_of(sys.argv[1:]))
    except Exception:  # what these need may be what is broken
        tr = None
    return crashed(error, tr)


if __name__ == "__main__":
    main()
