"""Judge the names in a Parquet file that does not fit into memory, and write what they say beside them.

    pip install 'mops_taxonomy[duckdb]'
    python examples/duckdb_example.py --rows 20000000 --memory 300MB --folder /tmp/names

It first writes such a file, `spend.parquet`, if the folder has none, and then `parsed.parquet`. What DuckDB has no room
for, it puts aside in the same folder.
"""

from __future__ import annotations

import argparse
from contextlib import chdir
from pathlib import Path

import duckdb

from mops_taxonomy import Taxonomy
from mops_taxonomy.frames.duckdb import register

# It is a script, and shows what it does.
# ruff: noqa: INP001, T201

TAXONOMY = {
    "taxonomy": "shop",
    "version": "1",
    "fields": {
        "launch": {"kind": "date", "format": "{YYYY}{MM}{DD}"},
        "region": {"kind": "term", "terms": ["EMEA", "NA", "APAC"]},
        "channel": {"kind": "term", "terms": ["search", "social", "video"]},
        "title": {"kind": "text", "characters": "a-z", "joiner": "-"},
        "id": {"kind": "integer", "width": 9},
    },
    "conventions": {"ad": {"forms": ["{launch}_{region}_{channel}_{title}_{id}"]}},
}

# Of a hundred names, one has an unknown region, one a day that does not exist, and one is no name at all.
SPEND = """
COPY (
    SELECT
        ['EMEA', 'NA', 'APAC'][1 + id % 3] AS region,
        CASE WHEN id % 100 = 99 THEN 'Copy of ' || id ELSE concat_ws('_',
            '2026' || lpad((1 + id % 12)::VARCHAR, 2, '0') || if(id % 100 = 98, '32', '15'),
            if(id % 100 = 97, 'EMAE', region),
            ['search', 'social', 'video'][1 + id % 3],
            if(id % 4 = 0, 'spring-sale', 'back-to-school'),
            lpad(id::VARCHAR, 9, '0')
        ) END AS name,
        (id % 1000) / 10 AS cost,
        'https://example.com/' || sha256(id::VARCHAR) AS landing_page
    FROM range(getvariable('rows')) AS rows(id)
) TO 'spend.parquet' (FORMAT parquet)
"""

PARSE = """
COPY (
    SELECT name, cost, landing_page, unnest(parse_ad(name)) FROM 'spend.parquet'
) TO 'parsed.parquet' (FORMAT parquet)
"""

COMPLIANCE = """
SELECT region, count(*), round(avg(is_valid_ad(name)::INT), 3), sum(cost) FILTER (NOT is_valid_ad(name))::BIGINT
FROM 'spend.parquet' GROUP BY region ORDER BY region
"""

OFFENDERS = """
SELECT found.code, found.field, count(*), min_by(found.message, name)
FROM (SELECT name, check_ad(name) AS found FROM 'spend.parquet')
WHERE NOT found.valid GROUP BY ALL ORDER BY ALL
"""

CHANNELS = "SELECT channel, count(*) FROM 'parsed.parquet' WHERE valid GROUP BY channel ORDER BY channel"


def connect(memory: str) -> duckdb.DuckDBPyConnection:
    """A connection that knows the names, and takes no more memory than it is allowed to."""
    connection = duckdb.connect(config={"memory_limit": memory, "temp_directory": "aside"})
    connection.execute(
        "SET preserve_insertion_order = false"
    )  # else rows wait in memory for those before them
    register(connection, Taxonomy.load(TAXONOMY))
    return connection


def show(connection: duckdb.DuckDBPyConnection, title: str, query: str) -> None:
    """Write a small table."""
    print(title)
    for row in connection.execute(query).fetchall():
        print(" ", *row, sep="  ")


def main() -> None:
    """Write a file where there is none, then parse and judge its names."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rows", type=int, default=100_000, help="rows of the file, if it has to be written")
    parser.add_argument("--memory", default="300MB", help="how much DuckDB may take")
    parser.add_argument("--folder", type=Path, default=Path(), help="where the files are")
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    with chdir(asked.folder), connect(asked.memory) as connection:
        if not Path("spend.parquet").exists():
            connection.execute("SET VARIABLE rows = ?", [asked.rows])
            connection.execute(SPEND)
        connection.execute(PARSE)
        show(connection, "valid names by channel", CHANNELS)
        show(
            connection,
            "names by region, the share of valid ones, and what the others cost",
            COMPLIANCE,
        )
        show(connection, "what is wrong", OFFENDERS)


if __name__ == "__main__":
    main()
