"""A taxonomy while it is being judged: what was written, and what it says so far."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mops_taxonomy.document.node import MappingNode, Path, ScalarNode, locate
from mops_taxonomy.model.field import TermField
from mops_taxonomy.model.scope import Declarations, Scope
from mops_taxonomy.model.template import fields_of

if TYPE_CHECKING:
    from mops_taxonomy.model.complaints import Complaints
    from mops_taxonomy.model.taxonomy import TaxonomyModel

__all__ = ["Draft"]


class Draft:
    """What the checks share.

    Attributes:
        model: the taxonomy without its faulty parts.
        data: the data that `model` was made of, with places.
        complaints: takes the findings.
        declarations: the fields looked up so far.
    """

    def __init__(self, model: TaxonomyModel, data: MappingNode, whole: Any, complaints: Complaints) -> None:
        self.model = model
        self.data = data
        self.complaints = complaints
        self.declarations = Declarations(complaints)
        self._whole = whole
        self._codes: dict[str, frozenset[str]] = {}

    def declared(self, *path: str) -> list[str]:
        """The keys written at a path, those with faulty values included: a reference to them is not wrong."""
        node: Any = self._whole
        for step in path:
            if not isinstance(node, MappingNode) or step not in node:
                return []
            node = node[step]
        if isinstance(node, list):
            return [str(item) for item in node if isinstance(item, ScalarNode)]
        return [str(key) for key in node] if isinstance(node, MappingNode) else []

    def vocabularies(self) -> list[str]:
        """The names of the vocabularies, `channels` among them if there are any."""
        channels = ["channels"] if self.declared("channels") else []
        return [*self.declared("vocabularies"), *channels]

    def codes(self, vocabulary: str) -> frozenset[str]:
        """The codes of a vocabulary."""
        if vocabulary not in self._codes:
            path = ("channels",) if vocabulary == "channels" else ("vocabularies", vocabulary, "terms")
            self._codes[vocabulary] = frozenset(self.declared(*path))
        return self._codes[vocabulary]

    def systems(self) -> list[str]:
        """The systems that may be named: the taxonomy's own and those built in."""
        from mops_taxonomy import platforms

        return [*self.declared("systems"), *platforms.names()]

    def spellings(self) -> set[str]:
        """The systems for which some term or channel has a spelling of its own."""
        tables = [vocabulary.terms for vocabulary in self.model.vocabularies.values()]
        tables += [
            one.model.terms
            for one in self.declarations.all()
            if isinstance(one.model, TermField) and one.model.terms
        ]
        spelled = {system for table in tables for term in table.values() for system in term.codes}
        return spelled | {system for channel in self.model.channels.values() for system in channel.codes}

    def moment(self, text: str | None) -> str | None:
        """The day that a day or a revision stands for; None if there is none."""
        return self.model.revisions.get(text, text) if text is not None else None

    def scope(self, convention: str | None = None, form: int | None = None) -> Scope:
        """The fields of the taxonomy, of a convention, of one of its forms."""
        scope = Scope(self.data.get("fields"))
        if convention is not None:
            path: Path = ("conventions", convention, "fields")
            scope = scope.inside(self.written(path))
            if form is not None:
                scope = scope.inside(self.written(("conventions", convention, "forms", form, "fields")))
        return scope

    def is_field_written(self, name: str, convention: str | None) -> bool:
        """Whether a field is written at all, though what is written may be so wrong that it was cut away."""
        layers = [("fields",)] if convention is None else [("fields",), ("conventions", convention, "fields")]
        return any(name in self.declared(*layer) for layer in layers)

    def names_in(self, convention: str, form: int) -> list[str]:
        """The fields that the template of a form names, in order; none if it cannot be read."""
        return fields_of(self.model.conventions[convention].forms[form].template)

    def form_names(self, convention: str) -> list[str]:
        """The names of a convention's forms, those of faulty forms included."""
        forms, _ = locate(self._whole, ("conventions", convention, "forms"))
        if not isinstance(forms, list):
            return []
        named = (form.get("name") if isinstance(form, MappingNode) else None for form in forms)
        return [str(name) if name else str(number) for number, name in enumerate(named, 1)]

    def written(self, path: Path) -> Any:
        """What is written at a path, or None."""
        node: Any = self.data
        for step in path:
            inner, _ = locate(node, (step,))
            if inner is node:
                return None
            node = inner
        return node
