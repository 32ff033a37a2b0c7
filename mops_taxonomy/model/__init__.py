"""What people declare: models of the taxonomy file, and the checks that it makes sense."""

from mops_taxonomy.model.json_schema import json_schema
from mops_taxonomy.model.load import load_model
from mops_taxonomy.model.taxonomy import TaxonomyModel

__all__ = ["TaxonomyModel", "json_schema", "load_model"]
