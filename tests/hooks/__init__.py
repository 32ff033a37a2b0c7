"""The hooks, run by pre-commit."""
