"""Reddit Ads."""

from mops_taxonomy.platforms import Limit

__all__ = ["DEFAULT", "LIMITS"]

_SOURCE = "https://github.com/BigVik193/reddit-ads-mcp-api, src/index.ts"

DEFAULT = "campaign"
LIMITS = {
    "campaign": Limit(
        max_length=200,
        status="third party",
        source=_SOURCE,
        notes="at least 3 characters",
    ),
    "ad": Limit(
        max_length=500,
        status="third party",
        source=_SOURCE,
        notes="at least 1 character",
    ),
}
