"""The rules of the domain, as claims."""
