"""Every mistake that a workspace file can hold, in the words in which it is told.

``reading``: bytes, YAML and CSV; ``values``: one value in one place; ``meaning``: facts that do not
fit together. Messages are Vietnamese gettext ids.
"""
