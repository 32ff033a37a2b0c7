"""The taxonomy as plain data for the engine: shorthands written out, overlays laid, references settled."""

from mops_taxonomy.model.resolved.taxonomy import resolved

__all__ = ["resolved"]
