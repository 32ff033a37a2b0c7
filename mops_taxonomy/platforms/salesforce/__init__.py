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
        source="https://developer.salesforce.com/docs/atlas.en-us.210.0.sfFieldRef.meta/sfFieldRef/salesforce_field_reference_CampaignMember.htm",
        notes="the status of a member holds 40 characters, its label 765: both are met by 40",
    ),
    "member_status_label": Limit(
        max_length=765,
        source="https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_campaignmemberstatus.htm",
        notes="a label of more than 40 characters does not fit the status of a member",
    ),
    "validation_rule": Limit(
        max_length=40,
        source="https://help.salesforce.com/s/articleView?id=platform.fields_validation_rules_fields.htm",
        notes="a letter first; no underscore at the end, and no two together",
    ),
}
