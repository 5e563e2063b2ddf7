"""Read entries become domain objects: references resolved, contradictions found."""
