"""For code scanning: one SARIF 2.1.0 document.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any, TextIO

from mops_taxonomy.reporters._checked import Summary
from mops_taxonomy.reporters._path import uri
from mops_taxonomy.reporters._plain import encoded
from mops_taxonomy.reporters._region import region_in_names, region_in_taxonomy
from mops_taxonomy.reporters._reporter import Reporter
from mops_taxonomy.reporters._told import told_of_name, told_of_taxonomy
from mops_taxonomy.visible import visible

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mops_taxonomy.finding import Finding
    from mops_taxonomy.reporters._checked import CheckedName
    from mops_taxonomy.reporters._described import Described
    from mops_taxonomy.reporters._linted import LintedTaxonomy, LintSummary
    from mops_taxonomy.reporters._region import Region
    from mops_taxonomy.reporters._reporter import Subjects

__all__ = ["REPORTER", "SarifReporter"]

_LEVELS = {"error": "error", "warning": "warning", "info": "note", "off": "none"}
_NOTHING: Mapping[str, Any] = {}
_HEAD = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0"}


class SarifReporter(Reporter):
    """Writes results as they come, a line each; the problems and the rules that spoke come after them."""

    def __init__(self, stream: TextIO, *, color: bool = False, width: int = 100) -> None:
        super().__init__(stream, color=color, width=width)
        self._separator = "\n"
        self._rules: dict[str, str] = {}
        self._problems: list[str] = []
        self._successful = True

    def begin(self, subjects: Subjects = "names") -> None:  # noqa: ARG002  the results say what they are about
        """Open the document, its run and the list of results."""
        self.stream.write(f'{encoded(_HEAD)[:-1]},"runs":[{{"columnKind":"utf16CodeUnits","results":[')

    def name(self, checked: CheckedName) -> None:
        """Write a result for each finding, and a suppressed one for each that is waived."""
        for finding in checked.shown:
            self._of_name(checked, finding)
        for finding, why in checked.waived:
            suppression = {"kind": "external", "status": "accepted", "justification": visible(why)}
            self._of_name(checked, finding, {"suppressions": [suppression]})

    def taxonomy(self, linted: LintedTaxonomy) -> None:
        """Write a result for each finding."""
        self._successful &= linted.loaded
        for finding in linted.shown:
            identity = (finding.code, finding.field, finding.message)
            location = _location(linted.file, region_in_taxonomy(finding))
            self._result(finding, told_of_taxonomy(linted, finding), location, identity)

    def problem(self, text: str) -> None:
        """Keep the problem for the end."""
        self._problems.append(text)

    def end(self, summary: Summary | LintSummary | None) -> None:
        """Close the list, write what is known of the run and its rules, and close the document."""
        notes = summary.closing if isinstance(summary, Summary) else []
        said = [
            *(_notification("error", text) for text in self._problems),
            *(_notification("note", text) for text in notes),
        ]
        invocation: dict[str, Any] = {"executionSuccessful": self._successful and not self._problems}
        if said:
            invocation["toolExecutionNotifications"] = said
        rules = [_rule(code, rule, self.described(code)) for code, rule in self._rules.items()]
        self.stream.write(f'\n],"invocations":{encoded([invocation])},"tool":{encoded(_tool(rules))}}}]}}\n')

    def _of_name(self, checked: CheckedName, finding: Finding, more: Mapping[str, Any] = _NOTHING) -> None:
        identity = (finding.code, finding.field, checked.text, finding.span)
        location = _location(checked.file, region_in_names(checked, finding))
        self._result(finding, told_of_name(checked, finding), location, identity, more)

    def _result(
        self,
        finding: Finding,
        message: str,
        location: dict[str, Any],
        identity: tuple[object, ...],
        more: Mapping[str, Any] = _NOTHING,
    ) -> None:
        result: dict[str, Any] = {}
        if finding.code:
            self._rules.setdefault(finding.code, finding.rule)
            result = {"ruleId": finding.code, "ruleIndex": list(self._rules).index(finding.code)}
        result |= {
            "level": _LEVELS[finding.severity],
            "message": {"text": message},
            "locations": [{"physicalLocation": location}],
            # Lines move, so they are no part of it.
            "partialFingerprints": {"mopsTaxonomyFinding/v1": _digest(identity)},
            **more,
        }
        self.stream.write(self._separator + encoded(result))
        self._separator = ",\n"


REPORTER = SarifReporter


def _location(file: str, region: Region | None) -> dict[str, Any]:
    location: dict[str, Any] = {"artifactLocation": {"uri": uri(file)}}
    if region is not None:
        where = {"startLine": region.line, "startColumn": region.start}
        where |= {"endLine": region.line, "endColumn": region.end} if region.end is not None else {}
        location["region"] = {key: value for key, value in where.items() if value is not None}
    return location


def _digest(identity: tuple[object, ...]) -> str:
    return sha256(encoded(identity).encode()).hexdigest()[:32]


def _notification(level: str, text: str) -> dict[str, Any]:
    return {"level": level, "message": {"text": visible(text)}}


def _tool(rules: list[dict[str, Any]]) -> dict[str, Any]:
    from mops_taxonomy import __version__

    return {"driver": {"name": "mops-taxonomy", "version": __version__, "rules": rules}}


def _rule(code: str, name: str, described: Described | None) -> dict[str, Any]:
    words = name.replace("_", " ") or code
    rule: dict[str, Any] = {"id": code, "name": name} if name else {"id": code}
    if described is None:
        return {**rule, "shortDescription": {"text": words}, "fullDescription": {"text": words}}
    repair = described.repair or described.why
    return {
        **rule,
        "shortDescription": {"text": described.title},
        "fullDescription": {"text": described.why},
        "help": {"text": repair, "markdown": _markdown(described)},
        "defaultConfiguration": {"level": _LEVELS[described.severity]},
    }


def _markdown(described: Described) -> str:
    """Why it matters, what to do, and an example."""
    parts = [described.why, described.repair]
    for label, text in (("Wrong", described.bad), ("Right", described.good)):
        if text:
            parts += [f"{label}:", f"```text\n{text}\n```"]
    return "\n\n".join(filter(None, parts))
