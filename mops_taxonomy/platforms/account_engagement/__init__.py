"""Salesforce Account Engagement, formerly Pardot."""

from mops_taxonomy.platforms import Limit

__all__ = ["DEFAULT", "LIMITS"]

DEFAULT = "campaign"
LIMITS = {
    "campaign": Limit(
        status="unverified",
        source="https://developer.salesforce.com/docs/marketing/pardot/guide/campaign-v5.html",
        notes=(
            "no length was found in the documentation; a connected campaign also has the limit of Salesforce"
        ),
    ),
}
