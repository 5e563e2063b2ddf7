"""The shipped figures are complete, exact and say what the sources print."""
