"""Google Campaign Manager 360."""

from mops_taxonomy.platforms import Limit

__all__ = ["DEFAULT", "LIMITS"]

DEFAULT = "campaign"
LIMITS = {
    "campaign": Limit(
        max_length=511,
        source="https://pub.dev/documentation/googleapis/latest/dfareporting_v5/Campaign/name.html",
        notes="less than 512; unique in its advertiser",
    ),
    "advertiser": Limit(
        max_length=255,
        source="https://pub.dev/documentation/googleapis/latest/dfareporting_v5/Campaign/name.html",
        notes="less than 256",
    ),
}
