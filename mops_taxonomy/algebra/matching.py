"""The quickest safe way to ask whether a text is of a language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mops_taxonomy.algebra.ambiguity import is_unambiguous
from mops_taxonomy.algebra.automaton import build
from mops_taxonomy.algebra.dialects.python import printed
from mops_taxonomy.algebra.language import sourced

if TYPE_CHECKING:
    from collections.abc import Callable

    from mops_taxonomy.algebra.language import Language

__all__ = ["matcher"]


def matcher(language: Language) -> Callable[[str], object]:
    """A function of a text whose answer is true when the text is of the language, as far as `re` can state it.

    Backtracking is linear only for what has one run a text; what has several is run as an automaton.
    """
    if is_unambiguous(build(sourced(language))):
        return re.compile(printed(language).pattern).fullmatch
    return build(language).accepts
