"""Amazon Ads."""

from mops_taxonomy.platforms import Limit

__all__ = ["DEFAULT", "LIMITS"]

_SOURCE = "https://advertising.amazon.com/API/docs/en-us/reference/concepts/limits"

DEFAULT = "campaign"
LIMITS = {
    "campaign": Limit(
        max_length=116,
        forbidden="#%!<>^",
        source=_SOURCE,
        notes=(
            "128 for sellers, 116 for vendors: both are met by 116; no space at either end; only "
            "listed scripts and symbols are accepted, and these symbols are not listed"
        ),
    ),
    "ad_group": Limit(
        max_length=255,
        forbidden="#%!<>^",
        source=_SOURCE,
        notes=(
            "no space at either end; only listed scripts and symbols are accepted, and these "
            "symbols are not listed"
        ),
    ),
}
