"""What each screen says, as blocks of styled text: read by the screens, by ``show`` and by tests.

No page knows Textual. A page is built from frozen domain values for a language, and laid out for
a width; the same page serves a terminal screen, a pipe and a screen reader.
"""
