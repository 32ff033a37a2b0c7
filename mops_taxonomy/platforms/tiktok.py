"""TikTok Ads."""

from mops_taxonomy.platforms import Limit

__all__ = ["DEFAULT", "LIMITS"]

DEFAULT = "campaign"
LIMITS = {
    "campaign": Limit(
        max_length=512,
        source="https://github.com/tiktok/tiktok-business-api-sdk, CampaignCreateBody",
        notes="Chinese, Japanese and Korean characters count twice; emoji are refused",
    ),
    "ad_group": Limit(
        status="unverified",
    ),
    "ad": Limit(
        status="unverified",
    ),
}
