"""HubSpot."""

from mops_taxonomy.platforms import Limit

__all__ = ["DEFAULT", "LIMITS"]

DEFAULT = "campaign"
LIMITS = {
    "campaign": Limit(
        status="unverified",
        source="https://developers.hubspot.com/docs/api-reference/latest/marketing/campaigns/guide.md",
        notes="the length of hs_name was not found in the documentation",
    ),
}
