"""Google Analytics 4."""

from mops_taxonomy.platforms import Limit

__all__ = ["DEFAULT", "LIMITS"]

_SOURCE = "https://support.google.com/analytics/answer/9267744"

DEFAULT = "campaign"
LIMITS = {
    "campaign": Limit(
        max_length=100,
        status="third party",
        source="https://analyticstraps.com/location-e-utm-troncati-dopo-1000-caratteri",
        notes=("the value of utm_campaign; some say it is cut at 100, a test found 420: both are met by 100"),
    ),
    "event_parameter": Limit(
        max_length=100,
        source=_SOURCE,
    ),
    "page_title": Limit(
        max_length=300,
        source=_SOURCE,
    ),
    "page_referrer": Limit(
        max_length=420,
        source=_SOURCE,
    ),
    "page_location": Limit(
        max_length=1_000,
        source=_SOURCE,
    ),
}
