"""Pinterest Ads."""

from mops_taxonomy.platforms import Limit

__all__ = ["DEFAULT", "LIMITS"]

DEFAULT = "campaign"
LIMITS = {
    "campaign": Limit(
        max_length=255,
        source="the OpenAPI description of Pinterest API v5",
    ),
}
