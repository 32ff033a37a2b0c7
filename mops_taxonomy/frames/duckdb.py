"""Names in SQL: functions of DuckDB that read, judge and explain them.

    register(connection, taxonomy)
    connection.sql("SELECT name, unnest(parse_program(name)) FROM 'programs.parquet'")

DuckDB hands over 2,048 rows at a time, from several threads, and hardly anything of them is kept: a file that does not
fit into memory is read like any other.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

try:
    import duckdb
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc
except ModuleNotFoundError as missing:
    raise ImportError(
        f"{missing.name} is not installed; functions of DuckDB come with: pip install 'mops_taxonomy[duckdb]'"
    ) from missing

from mops_taxonomy.frames import parse_column
from mops_taxonomy.frames.scalar import diagnosed
from mops_taxonomy.frames.schema import BOOLEAN, ColumnType, Schema
from mops_taxonomy.frames.situations import Situations

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import date

    from mops_taxonomy.convention import Convention
    from mops_taxonomy.frames.situations import Situation
    from mops_taxonomy.taxonomy import Taxonomy

__all__ = ["register"]

_OLDEST = (1, 4)
_KEPT, _LONG = 16_384, 400
"""How many findings are remembered, on texts of which length: reports say the same wrong names day by day, and finding
out why a name is wrong takes long."""

# A term is a VARCHAR, not an ENUM: open vocabularies have terms that nobody listed, tables to join with hold texts, and
# DuckDB takes an Arrow dictionary for a VARCHAR in half the time.
_SQL = {"term": "VARCHAR", "date": "DATE", "integer": "BIGINT", "text": "VARCHAR", "boolean": "BOOLEAN"}
_TEXT = ColumnType("text")
_FOUND = {"valid": BOOLEAN, "code": _TEXT, "field": _TEXT, "message": _TEXT}


def register(connection: Any, taxonomy: Taxonomy, *, as_of: date | str | None = None) -> tuple[str, ...]:
    """Give a database functions for the names of every convention, called by its id.

    * `parse_<id>(name)`: a STRUCT of the fields, `valid` and `form`, called as in `parse_column`. An integer that 64
      bits do not hold is NULL.
    * `is_valid_<id>(name)`: a BOOLEAN.
    * `check_<id>(name)`: a STRUCT of `valid` and of the `code`, the `field` and the `message` of the first error.

    Each is NULL where the name is. A STRUCT as second argument says what is known of the record that bears the name.
    Functions that the connection was given before are replaced.

    Args:
        connection: a connection of DuckDB. All connections to its database see the functions.
        taxonomy: whose conventions they are.
        as_of: the day to judge by, as in `Convention.parse`; without it, the day on which the record was `created`, or
            that on which the query runs.

    Returns:
        What the functions are called.

    Raises:
        TypeError: it is no connection of DuckDB.
        ValueError: `as_of` is neither a day nor a revision, or a function of some name is there already, and not the
            connection's.
        ImportError: this DuckDB is too old.
    """
    if not isinstance(connection, duckdb.DuckDBPyConnection):
        raise TypeError(f"functions are given to a connection of DuckDB, not to {type(connection).__name__}")
    _check_version(duckdb.__version__)
    created: dict[str, tuple[Callable[..., Any], Any]] = {}
    for name in taxonomy.conventions:
        created |= _Functions(taxonomy.convention(name), as_of).by_name
    _replace(connection, created)
    return tuple(created)


def _check_version(version: str) -> None:
    if tuple(int(part) for part in version.split(".")[:2]) < _OLDEST:
        oldest = ".".join(map(str, _OLDEST))
        raise ImportError(f"DuckDB {version} is too old; functions need {oldest} or later")


def _replace(connection: Any, created: Mapping[str, tuple[Callable[..., Any], Any]]) -> None:
    """Create functions in place of those that the connection was given before.

    Raises:
        ValueError: one is somebody else's. DuckDB would take ours for another form of it, and then understand neither.
    """
    others = [name for name in created if not _removed(connection, name)]
    known = "SELECT function_name FROM duckdb_functions() WHERE list_contains(?, function_name)"
    found = connection.cursor().execute(known, [others]).fetchall()  # a cursor leaves open results alone
    if found:
        name = min((name for (name,) in found), key=others.index)
        raise ValueError(
            f"there is a function {name} already: DuckDB's own, or given to the database by another connection"
        )
    for name, (function, returned) in created.items():
        connection.create_function(
            name, function, ["VARCHAR"], returned, type="arrow", null_handling="special"
        )


def _removed(connection: Any, name: str) -> bool:
    try:
        connection.remove_function(name)
    except duckdb.InvalidInputException:
        return False
    return True


class _Functions:
    """The functions of one convention. DuckDB may call them from several threads at once.

    Attributes:
        by_name: the functions, and the types of what they give.
    """

    def __init__(self, convention: Convention, as_of: date | str | None) -> None:
        self._convention = convention
        self._situations = Situations(convention, as_of)
        schema = Schema.of(convention)
        fields = schema.fields
        verdicts = schema.verdicts
        self._valid = {verdicts["valid"]: BOOLEAN}
        self._parsed = {**fields, **self._valid, verdicts["form"]: _TEXT}
        self._remembered = lru_cache(_KEPT)(self._finding)
        self.by_name: dict[str, tuple[Callable[..., Any], Any]] = {
            f"parse_{convention.id}": (self.parse, _struct(self._parsed)),
            f"is_valid_{convention.id}": (self.is_valid, "BOOLEAN"),
            f"check_{convention.id}": (self.check, _struct(_FOUND)),
        }

    # Only what Python takes as `*arguments` is optional in SQL.

    def parse(self, *arguments: Any) -> Any:
        """The fields of names, whether they are valid, and their forms."""
        names, groups = self._opened(*arguments)
        columns = self._columns(names, groups, self._parsed)
        return pa.StructArray.from_arrays(columns, list(self._parsed), mask=names.is_null())

    def is_valid(self, *arguments: Any) -> Any:
        """Whether names are valid."""
        return self._columns(*self._opened(*arguments), self._valid)[0]

    def check(self, *arguments: Any) -> Any:
        """Whether names are valid, and what is wrong with those that are not."""
        names, groups = self._opened(*arguments)
        (valid,) = self._columns(names, groups, self._valid)
        wrong = np.flatnonzero(~np.asarray(valid.fill_null(True)))
        found: list[tuple[str | None, ...]] = [(None, None, None)] * len(names)
        if len(wrong):
            situations = {row: situation for situation, rows in groups.items() for row in rows}
            for row, text in zip(wrong.tolist(), names.take(pa.array(wrong)).to_pylist(), strict=True):
                ask = self._remembered if len(text) <= _LONG else self._finding
                found[row] = ask(text, situations[row])
        columns = [pa.array([row[at] for row in found], pa.string()) for at in range(3)]
        return pa.StructArray.from_arrays([valid, *columns], list(_FOUND), mask=names.is_null())

    def _opened(self, names: Any, record: Any = None, *more: Any) -> tuple[Any, dict[Situation, list[int]]]:
        """The names as one array, and which rows are judged by what.

        Raises:
            TypeError: the second argument is no STRUCT, or there is a third one.
        """
        names = names.combine_chunks()
        known = (
            {} if record is None or pa.types.is_null(record.type) else _members(record, self._situations.keys)
        )
        if more:
            raise TypeError("a name and what is known of its record are judged, and no third argument")
        if not known:
            return names, {self._situations.unknown(): list(range(len(names)))}
        return names, self._situations.rows(known)

    def _columns(
        self, names: Any, groups: Mapping[Situation, list[int]], wanted: Mapping[str, ColumnType]
    ) -> list[Any]:
        """Some columns of what `parse_column` gives, as arrays of the types that DuckDB was told."""
        if len(groups) == 1:
            (situation,) = groups
            return list(self._read(names, situation, wanted))
        joined = self._situations.joined(groups)
        parts = [
            [_spelt_out(column) for column in self._read(names.take(pa.array(rows)), situation, wanted)]
            for situation, rows in joined.items()
        ]
        back = pa.array(np.argsort(np.concatenate(list(joined.values()))))
        return [pa.concat_arrays(column).take(back) for column in zip(*parts, strict=True)]

    def _read(self, names: Any, situation: Situation, wanted: Mapping[str, ColumnType]) -> Iterator[Any]:
        fields: list[str] | None = [] if wanted is self._valid else None
        table = parse_column(
            self._convention, names, record=situation.record, as_of=situation.day, fields=fields
        )
        return (table[name].combine_chunks() for name in wanted)

    def _finding(self, text: str, situation: Situation) -> tuple[str | None, ...]:
        """The code, the field and the message of the first error."""
        finding = diagnosed(self._convention, text, situation.record, situation.day)
        return (None, None, None) if finding is None else (finding.code, finding.field, finding.message)


def _struct(members: Mapping[str, ColumnType]) -> Any:
    """The type of a STRUCT."""
    return duckdb.struct_type({name: _sql(kind) for name, kind in members.items()})


def _sql(kind: ColumnType) -> str:
    return f"{_SQL[kind.item]}[]" if kind.kind == "list" else _SQL[kind.kind]


def _members(record: Any, keys: Sequence[str]) -> dict[str, list[Any]]:
    """What a column of STRUCTs says about some keys. As everywhere in SQL, case does not tell names apart.

    Raises:
        TypeError: the column is none of STRUCTs.
    """
    if not pa.types.is_struct(record.type):
        raise TypeError(
            f"what is known of a record is a STRUCT, such as {{created: created}}, not {record.type}"
        )
    called = {member.name.lower(): member.name for member in record.type}
    return {
        key: pc.struct_field(record, called[key.lower()]).to_pylist() for key in keys if key.lower() in called
    }


def _spelt_out(column: Any) -> Any:
    """A column whose type does not depend on what stands in it: texts instead of an own dictionary."""
    return column.cast(pa.string()) if pa.types.is_dictionary(column.type) else column
