"""Reading YAML, TOML and JSON so that every value still knows where it stands."""

from mops_taxonomy.document.document import Document, read_document, read_mapping
from mops_taxonomy.document.node import ListNode, MappingNode, ScalarNode

__all__ = ["Document", "ListNode", "MappingNode", "ScalarNode", "read_document", "read_mapping"]
