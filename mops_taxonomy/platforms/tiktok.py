"""TikTok Ads."""

from mops_taxonomy.platforms import Limit

__all__ = ["DEFAULT", "LIMITS"]

_SOURCE = "https://github.com/tiktok/tiktok-business-api-sdk"

DEFAULT = "campaign"
LIMITS = {
    "campaign": Limit(
        max_length=512,
        source=f"{_SOURCE}, CampaignCreateBody",
        notes="Chinese, Japanese and Korean characters count twice; emoji are refused",
    ),
    "ad_group": Limit(
        status="unverified",
        source=_SOURCE,
        notes="no length was found in the documentation",
    ),
    "ad": Limit(
        status="unverified",
        source=_SOURCE,
        notes="no length was found in the documentation",
    ),
}
