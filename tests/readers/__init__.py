"""Outside readers of raw names."""
