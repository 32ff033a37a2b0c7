"""Google Ads."""

from mops_taxonomy.platforms import Limit

__all__ = ["DEFAULT", "LIMITS"]

_SOURCE = "https://developers.google.com/google-ads/api/docs/best-practices/system-limits"

DEFAULT = "campaign"
LIMITS = {
    "campaign": Limit(
        max_length=256,
        forbidden="\0\n\r",
        source=_SOURCE,
        notes="unique in the account; the number was read in a translated copy of the page",
    ),
    "ad_group": Limit(
        max_length=254,
        forbidden="\0\n\r",
        source=_SOURCE,
        notes="one page says 256, the reference says less than 255: both are met by 254",
    ),
    "account": Limit(
        max_length=255,
        source=_SOURCE,
    ),
}
