"""The entries of each kind of workspace file, as pydantic models of their keys and columns."""
