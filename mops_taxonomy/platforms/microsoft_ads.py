"""Microsoft Advertising."""

from mops_taxonomy.platforms import Limit

__all__ = ["DEFAULT", "LIMITS"]

_SOURCE = "https://learn.microsoft.com/en-us/advertising/guides/entity-hierarchy-limits"

DEFAULT = "campaign"
LIMITS = {
    "campaign": Limit(
        max_length=128,
        source=_SOURCE,
    ),
    "ad_group": Limit(
        max_length=256,
        source=_SOURCE,
        notes="unique among the active ad groups of its campaign",
    ),
    "label": Limit(
        max_length=80,
        source=_SOURCE,
    ),
}
