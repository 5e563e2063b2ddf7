"""Speed, measured from outside: real pseudo-terminals, interleaved with a bare Textual app."""
