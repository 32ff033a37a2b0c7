"""Write `mops_taxonomy/taxonomy.schema.json` from the models of the taxonomy file.

python -m tests.generated.json_schema
"""

from __future__ import annotations

import json
from pathlib import Path

from mops_taxonomy.model import json_schema

TARGET = Path(__file__).parents[2] / "mops_taxonomy" / "taxonomy.schema.json"


def text() -> str:
    """The text of the file."""
    return json.dumps(json_schema(), indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    TARGET.write_text(text(), encoding="utf-8", newline="\n")
