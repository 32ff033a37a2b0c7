"""How changes of records go back to systems: what all systems share."""
