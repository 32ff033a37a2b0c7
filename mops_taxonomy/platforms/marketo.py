"""Adobe Marketo Engage."""

from mops_taxonomy.platforms import Limit

__all__ = ["DEFAULT", "LIMITS"]

DEFAULT = "program"
LIMITS = {
    "program": Limit(
        max_length=255,
        source="https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/assets/programs",
        notes=(
            "255 is written for clones only; names are unique across all workspaces; the API "
            "cannot search for a name that holds a comma"
        ),
    ),
    "token": Limit(
        max_length=50,
        source="https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/assets/tokens",
        notes="unique in its folder or program",
    ),
}
