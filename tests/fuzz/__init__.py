"""Hostile data: a seeded fuzzer on every reader, and what must hold whatever it is given.

``material`` and ``mutations`` make cases, ``plain`` says what must hold, ``showing`` fills every
page from a database, ``readers`` puts them together, ``watch`` limits time and memory, and ``run``
works cases off on all cores and prints the table (``make fuzz``).
"""
