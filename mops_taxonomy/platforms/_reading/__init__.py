"""How exports and answers of systems become records: what all systems share."""
