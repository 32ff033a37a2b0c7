"""Google Display & Video 360."""

from mops_taxonomy.platforms import Limit

__all__ = ["DEFAULT", "LIMITS"]

DEFAULT = "campaign"
LIMITS = {
    "campaign": Limit(
        max_length=240,
        unit="bytes",
        source="https://developers.google.com/display-video/api/reference/rest/v4/advertisers.campaigns",
    ),
    "line_item": Limit(
        max_length=240,
        unit="bytes",
        source="https://developers.google.com/display-video/api/reference/rest/v4/advertisers.campaigns",
    ),
}
