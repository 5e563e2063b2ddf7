"""The database: built from the department's folder, read by the screens, domain objects only.

``store.writing`` (sqlite-utils) fills it; ``store.reading`` (``sqlite3`` alone) answers from it.
Importing this package imports neither.
"""
