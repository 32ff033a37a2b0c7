"""Adobe Marketo Engage."""

from mops_taxonomy.platforms import Limit

__all__ = ["DEFAULT", "LIMITS"]

DEFAULT = "program"
LIMITS = {
    "program": Limit(
        max_length=255,
        avoid=",",
        avoid_why="the API cannot search for a name that holds one",
        source="https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/assets/programs",
        notes="255 is written for clones only; names are unique across all workspaces",
    ),
    "tag_value": Limit(
        avoid=",",
        avoid_why="the API gives the values of a tag as one text, with commas between them",
        source="https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/assets/tags",
        notes="no length was found in the documentation",
    ),
    "token": Limit(
        max_length=50,
        source="https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/assets/tokens",
        notes="unique in its folder or program",
    ),
}
