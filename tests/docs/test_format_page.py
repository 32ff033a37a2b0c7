"""The page about the taxonomy file is complete."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from mops_taxonomy import platforms
from mops_taxonomy.cli._file_errors import FILE_ERRORS
from mops_taxonomy.model.channel import Channel, Status
from mops_taxonomy.model.combination import Combination
from mops_taxonomy.model.convention import Convention
from mops_taxonomy.model.derived import Derived
from mops_taxonomy.model.example import Example, Examples
from mops_taxonomy.model.field import KINDS
from mops_taxonomy.model.form import Form
from mops_taxonomy.model.keys import keys_of
from mops_taxonomy.model.reader import Reader
from mops_taxonomy.model.requirement import Requirement
from mops_taxonomy.model.source import Source
from mops_taxonomy.model.system import System
from mops_taxonomy.model.table import Row, Table
from mops_taxonomy.model.taxonomy import TaxonomyModel
from mops_taxonomy.model.term import Term
from mops_taxonomy.model.vocabulary import Vocabulary
from mops_taxonomy.model.waiver import Waiver
from tests.docs.pages import ROOT

if TYPE_CHECKING:
    from mops_taxonomy.model.declared import Declared

PAGE = (ROOT / "docs" / "format.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^##+ (.+?)\n(.*?)(?=^##+ |\Z)", PAGE, re.MULTILINE | re.DOTALL))

MODELS: list[tuple[str, type[Declared]]] = [
    ("The file", TaxonomyModel),
    ("Vocabularies and terms", Vocabulary),
    ("Vocabularies and terms", Term),
    ("Channels and statuses", Channel),
    ("Channels and statuses", Status),
    *((kind, model) for kind, model in KINDS.items()),
    ("Conventions and forms", Convention),
    ("Conventions and forms", Form),
    ("Combinations", Combination),
    ("Systems and limits", System),
    ("Examples", Examples),
    ("Examples", Example),
    ("Sources", Source),
    ("Derived names", Derived),
    ("Readers", Reader),
    ("Requirements", Requirement),
    ("Tables", Table),
    ("Tables", Row),
    ("Waivers", Waiver),
]


@pytest.mark.parametrize(("section", "model"), MODELS, ids=lambda value: getattr(value, "__name__", value))
def test_every_key_is_explained(section: str, model: type[Declared]) -> None:
    """The section about a part of the file names every key of it; keys of all fields stand in their own section."""
    text = SECTIONS[section] + (SECTIONS["Fields"] if section in KINDS else "")
    missing = [key for key in keys_of(model) if not re.search(rf"`{key}[`:]", text)]
    assert missing == []


def test_every_code_of_the_file_is_named() -> None:
    """The page lists the codes of findings about the file, and no others."""
    assert re.findall(r"^\| (MT9\d\d) \|", SECTIONS["The file"], re.MULTILINE) == list(FILE_ERRORS)


def test_every_system_is_named() -> None:
    """The page names the systems whose limits are built in, and no others."""
    listed = SECTIONS["Systems and limits"].split("Built in are ")[1].split(". ")[0]
    assert tuple(re.findall(r"`(\w+)`", listed)) == platforms.names()
