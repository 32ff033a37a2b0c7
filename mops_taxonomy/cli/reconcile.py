"""`mops-taxonomy reconcile`: match marketing automation with the CRM."""

from __future__ import annotations

from typing import Any

import click

from mops_taxonomy.cli._options import option, settings

__all__ = ["COMMAND"]


def _run(**given: Any) -> int:
    from mops_taxonomy.cli._reconciling import Exports, reconcile

    parts = {
        name: given.pop(name) for name in ("automation", "crm", "automation_system", "crm_system", "more")
    }
    fixes = given.pop("fix_dir")
    return reconcile(Exports(**parts), settings(given), fixes)


COMMAND = click.Command(
    "reconcile",
    callback=_run,
    params=[
        click.Argument(["automation"], metavar="MAP_EXPORT"),
        click.Argument(["crm"], metavar="CRM_EXPORT"),
        option("taxonomy", help="The taxonomy; else taxonomy.yaml above MAP_EXPORT."),
        click.Option(
            ["--from", "automation_system"],
            metavar="SYSTEM",
            help="What MAP_EXPORT comes from, such as marketo; else the file shows it.",
        ),
        click.Option(
            ["--crm", "crm_system"],
            metavar="SYSTEM",
            help="What CRM_EXPORT comes from.",
            default="salesforce",
            show_default=True,
        ),
        click.Option(
            ["--with", "more"],
            metavar="FILE",
            multiple=True,
            help="More of either side: channels, member statuses, further pages. Repeatable.",
        ),
        option("as_of", help="Judge by this day or revision, not by created or today."),
        click.Option(
            ["--fix-dir", "fix_dir"],
            metavar="DIR",
            help="Write what puts the differences right to files in this folder, and what undoes it.",
        ),
        option("format", choices=lambda: ("text", "json"), help="How to write the report."),
        option("output"),
        option("fail_on"),
    ],
    short_help="Match programs with the campaigns of the CRM.",
    help=(
        "Match the programs in MAP_EXPORT, of marketing automation, with the campaigns in CRM_EXPORT: what "
        "corresponds, what differs, what stands alone. Matched is by the link between the two, then by name, by the "
        "values in the name, and by the nearest name. Nothing is changed; with --fix-dir, files are written that do "
        "it. They hold only what is sure, and no record that a waiver freezes.\n\n"
        "\b\nExamples:\n"
        "  mops-taxonomy reconcile programs.json campaigns.csv\n"
        "  mops-taxonomy reconcile --from marketo --crm salesforce --fix-dir fixes programs.json campaigns.csv\n\n"
        "Exit status: 0 nothing found, 1 findings, 2 something could not be used."
    ),
)
