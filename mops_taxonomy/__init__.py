"""Campaign taxonomy and naming-convention governance.

from mops_taxonomy import Taxonomy

    taxonomy = Taxonomy.load("taxonomy.yaml")
    name = taxonomy.convention("program").parse("20260324_EMEA_WBN_Customer-Stories")
    name["region"]
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mops_taxonomy.convention import Convention
    from mops_taxonomy.errors import (
        AmbiguousValue,
        InvalidName,
        InvalidTaxonomy,
        InvalidValues,
        TemplateSyntaxError,
    )
    from mops_taxonomy.finding import Finding, Report, Suggestion
    from mops_taxonomy.name import Name
    from mops_taxonomy.period import Calendar, Period
    from mops_taxonomy.records import Campaign, Channel, Member, MemberStatus, Program
    from mops_taxonomy.taxonomy import Taxonomy

__version__ = "0.1.0"

__all__ = [
    "AmbiguousValue",
    "Calendar",
    "Campaign",
    "Channel",
    "Convention",
    "Finding",
    "InvalidName",
    "InvalidTaxonomy",
    "InvalidValues",
    "Member",
    "MemberStatus",
    "Name",
    "Period",
    "Program",
    "Report",
    "Suggestion",
    "Taxonomy",
    "TemplateSyntaxError",
    "__version__",
]

# Importing the package costs nothing: a name is imported from its module when it is first used.
_MODULES = {
    "AmbiguousValue": "errors",
    "Calendar": "period",
    "Campaign": "records",
    "Channel": "records",
    "Convention": "convention",
    "Finding": "finding",
    "InvalidName": "errors",
    "InvalidTaxonomy": "errors",
    "InvalidValues": "errors",
    "Member": "records",
    "MemberStatus": "records",
    "Name": "name",
    "Period": "period",
    "Program": "records",
    "Report": "finding",
    "Suggestion": "finding",
    "Taxonomy": "taxonomy",
    "TemplateSyntaxError": "errors",
}


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
