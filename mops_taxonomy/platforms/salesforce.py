"""Salesforce."""

from mops_taxonomy.platforms import Limit

__all__ = ["DEFAULT", "LIMITS"]

DEFAULT = "campaign"
LIMITS = {
    "campaign": Limit(
        max_length=80,
        source="https://developer.salesforce.com/docs/platform/object-reference/references/standard-objects/object-campaign.html",
        notes="nothing says that names must be unique",
    ),
    "member_status": Limit(
        max_length=40,
        source="https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_campaignmemberstatus.htm",
        notes=("a label may hold 765 characters, but the status of a member holds 40: both are met by 40"),
    ),
}
