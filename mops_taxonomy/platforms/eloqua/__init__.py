"""Oracle Eloqua."""

from mops_taxonomy.platforms import Limit

__all__ = ["DEFAULT", "LIMITS"]

DEFAULT = "campaign"
LIMITS = {
    "campaign": Limit(
        status="unverified",
        source="https://docs.oracle.com/en/cloud/saas/marketing/eloqua-rest-api/op-api-rest-2.0-assets-campaigns-get.html",
        notes=("no length was found in the documentation; a third party says that names are unique"),
    ),
}
