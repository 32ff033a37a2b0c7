"""Meta Ads."""

from mops_taxonomy.platforms import Limit

__all__ = ["DEFAULT", "LIMITS"]

_SOURCE = "https://support.marinsoftware.com/, Naming Limits for Campaigns, Ad Sets, and Ads"

DEFAULT = "campaign"
LIMITS = {
    "campaign": Limit(
        max_length=400,
        status="third party",
        source=_SOURCE,
        notes="the same page says 100 for ad sets, for which Meta itself says 400",
    ),
    "ad_set": Limit(
        max_length=400,
        source="https://developers.facebook.com/docs/marketing-api/reference/ad-campaign",
        notes="emoji are allowed",
    ),
    "ad": Limit(
        max_length=400,
        status="third party",
        source=_SOURCE,
    ),
}
