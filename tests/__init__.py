"""The tests, by the part of the house that they hold to its promise."""
