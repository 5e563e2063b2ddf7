"""Breaking it on purpose: many at once, killed half-way, damaged files. Run small by CI.

Each module but the tests also runs by hand, at full length: see the Makefile.
"""
