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
    from mops_taxonomy.taxonomy import Taxonomy

__version__ = "0.1.0"

__all__ = [
    "AmbiguousValue",
    "Calendar",
    "Convention",
    "Finding",
    "InvalidName",
    "InvalidTaxonomy",
    "InvalidValues",
    "Name",
    "Period",
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
    "Convention": "convention",
    "Finding": "finding",
    "InvalidName": "errors",
    "InvalidTaxonomy": "errors",
    "InvalidValues": "errors",
    "Name": "name",
    "Period": "period",
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
