"""X Ads."""

from mops_taxonomy.platforms import Limit

__all__ = ["DEFAULT", "LIMITS"]

_SOURCE = "https://docs.x.com: x-ads-api/campaign-management/reference"

DEFAULT = "campaign"
LIMITS = {
    "campaign": Limit(
        max_length=255,
        source=_SOURCE,
    ),
    "line_item": Limit(
        max_length=255,
        source=_SOURCE,
    ),
}
