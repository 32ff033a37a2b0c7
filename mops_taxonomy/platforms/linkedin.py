"""LinkedIn Ads."""

from mops_taxonomy.platforms import Limit

__all__ = ["DEFAULT", "LIMITS"]

_SOURCE = "the connectors honeyfield/marketing-mcp and adops-tool/linkedin-ads-mcp-toolkit"

DEFAULT = "campaign"
LIMITS = {
    "campaign": Limit(
        max_length=255,
        unit="bytes",
        status="third party",
        source=_SOURCE,
        notes="the pages of LinkedIn that were read give no length",
    ),
    "campaign_group": Limit(
        max_length=100,
        status="third party",
        source=_SOURCE,
        notes="the pages of LinkedIn that were read give no length",
    ),
}
