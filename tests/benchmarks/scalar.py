"""One name at a time, side by side with hand-written code and the libraries with the same purpose.

    pip install parse Lucidity
    python -m tests.benchmarks.scalar

Every case runs in one process, in turn, several rounds; the medians and their ratios are printed. Each case must
find exactly the 200,000 valid names, so that none is fast by being wrong.
"""

from __future__ import annotations

import dataclasses
import gc
import re
import statistics
import sys
import time
from functools import partial
from typing import TYPE_CHECKING, Any

from mops_taxonomy import InvalidName, Name, Taxonomy
from tests.benchmarks.names import TAXONOMY, VOCABULARIES, names

if TYPE_CHECKING:
    from collections.abc import Callable

Case = "Callable[[list[str]], int]"
SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
FIELDS = ("year", "quarter", "region", "channel", "product", "audience", "slug", "id")
LOOKUP = {name: {code: index for index, code in enumerate(codes)} for name, codes in VOCABULARIES.items()}


def trie(words: list[str]) -> str:
    """Words as one pattern in which beginnings are shared, written by hand as an expert would."""
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for character in word:
            node = node.setdefault(character, {})
        node[""] = {}

    def emit(node: dict[str, Any]) -> str:
        options = [re.escape(key) + emit(child) for key, child in sorted(node.items()) if key]
        if not options:
            return ""
        body = options[0] if len(options) == 1 and "" not in node else f"(?:{'|'.join(options)})"
        return body + "?" if "" in node else body

    return emit(tree)


@dataclasses.dataclass(slots=True)
class Record:
    """What the hand-written code makes of a name."""

    year: int
    quarter: str
    region: str
    channel: str
    product: str
    audience: str
    slug: str
    id: int


SHAPE = re.compile(
    r"(?P<year>[0-9]{4})(?P<quarter>q[1-4])_(?P<region>[^_]+)_(?P<channel>[^_]+)_"
    rf"(?P<product>[^_]+)_(?P<audience>[^_]+)_(?P<slug>{SLUG})_(?P<id>[0-9]{{6}})"
)
FULL = re.compile(
    "[0-9]{4}q[1-4]"
    + "".join(f"_(?:{trie(codes)})" for codes in VOCABULARIES.values())
    + rf"_{SLUG}_[0-9]{{6}}"
)


def floor(batch: list[str]) -> int:
    """`re.fullmatch` on the shape, `groupdict`, dictionary look-ups, into a slots dataclass."""
    fullmatch = SHAPE.fullmatch
    regions, channels, products, audiences = LOOKUP.values()
    made: list[Record | None] = []
    for text in batch:
        match = fullmatch(text)
        if match is None:
            made.append(None)
            continue
        g = match.groupdict()
        if (
            g["region"] in regions
            and g["channel"] in channels
            and g["product"] in products
            and g["audience"] in audiences
        ):
            made.append(
                Record(
                    int(g["year"]), g["quarter"], g["region"], g["channel"],
                    g["product"], g["audience"], g["slug"], int(g["id"]),
                )
            )  # fmt: skip
        else:
            made.append(None)
    return sum(record is not None for record in made)


def bare_fullmatch(batch: list[str]) -> int:
    """`fullmatch` of the whole pattern, vocabularies as prefix trees: yes or no."""
    fullmatch = FULL.fullmatch
    return sum(fullmatch(text) is not None for text in batch)


def ours_is_valid(batch: list[str]) -> int:
    """`convention.is_valid`."""
    is_valid = CONVENTION.is_valid
    return sum(is_valid(text) for text in batch)


def ours_parse(batch: list[str]) -> int:
    """`convention.parse`, invalid names included."""
    parse = CONVENTION.parse
    made: list[Name | None] = []
    for text in batch:
        try:
            made.append(parse(text))
        except InvalidName:
            made.append(None)
    return sum(name is not None for name in made)


def ours_parse_values(batch: list[str]) -> int:
    """`convention.parse`, every value of every name read by its field."""
    parse = CONVENTION.parse
    made = 0
    for text in batch:
        try:
            name = parse(text)
        except InvalidName:
            continue
        for field in FIELDS:
            name[field]
        made += 1
    return made


def ours_check(batch: list[str]) -> int:
    """`convention.check` on invalid names: the whole diagnosis."""
    check = CONVENTION.check
    return sum(bool(check(text).findings) for text in batch)


def ours_format(batch: list[dict[str, Any]]) -> int:
    """`convention.format` from values."""
    write = CONVENTION.format
    return sum(bool(write(**values)) for values in batch)


def str_format(batch: list[dict[str, Any]]) -> int:
    """`str.format`, no checks."""
    template = "{year}{quarter}_{region}_{channel}_{product}_{audience}_{slug}_{id:06d}"
    return sum(bool(template.format(**values)) for values in batch)


def parse_library() -> Callable[[list[str]], int]:
    """The `parse` library, compiled, vocabularies as types."""
    import parse

    types: dict[str, Any] = {}
    for name, codes in (*LOOKUP.items(), ("quarter", {f"q{n}": n for n in range(1, 5)})):
        types[name] = parse.with_pattern("|".join(sorted(map(re.escape, codes), key=len, reverse=True)))(
            lambda text: text
        )
    types["slug"] = parse.with_pattern(SLUG, regex_group_count=0)(lambda text: text)
    types["year"] = parse.with_pattern("[0-9]{4}")(partial(int, base=10))
    types["id"] = parse.with_pattern("[0-9]{6}")(partial(int, base=10))
    template = (
        "{year:year}{quarter:quarter}_{region:region}_{channel:channel}_{product:product}_{audience:audience}"
        "_{slug:slug}_{id:id}"
    )
    compiled = parse.compile(template, types, case_sensitive=True)

    def run(batch: list[str]) -> int:
        """`parse.compile(...).parse`."""
        read = compiled.parse
        # Its pattern ends in `$`, which lets a newline at the end through.
        return sum(read(text) is not None for text in batch if not text.endswith("\n"))

    return run


def lucidity_library() -> Callable[[list[str]], int]:
    """Lucidity: shape, then look-ups."""
    import lucidity

    pattern = (
        r"{year:[0-9]\{4\}}{quarter:q[1-4]}_{region:[^_]+}_{channel:[^_]+}_{product:[^_]+}_{audience:[^_]+}"
        rf"_{{slug:{SLUG}}}_{{id:[0-9]\{{6\}}}}"
    )
    template = lucidity.Template("ad", pattern, anchor=lucidity.Template.ANCHOR_BOTH)

    def run(batch: list[str]) -> int:
        """`Template.parse` and look-ups."""
        found = 0
        for text in batch:
            if text.endswith("\n"):
                continue
            try:
                data = template.parse(text)
            except lucidity.ParseError:
                continue
            found += all(data[name] in codes for name, codes in LOOKUP.items())
        return found

    return run


def measured(cases: dict[str, tuple[Any, list[Any]]], rounds: int) -> dict[str, float]:
    """Seconds for one item, the median over the rounds; the cases take turns."""
    times: dict[str, list[float]] = {name: [] for name in cases}
    for _ in range(rounds):
        for name, (run, batch) in cases.items():
            gc.collect()
            start = time.perf_counter()
            run(batch)
            times[name].append((time.perf_counter() - start) / len(batch))
    return {name: statistics.median(found) for name, found in times.items()}


FEW_VALID = 20_000
CONVENTION = Taxonomy.load(TAXONOMY).convention("ad")


def main() -> None:
    """Run every case and print the ratios that `docs/performance.md` keeps."""
    valid, invalid = names()
    everything = valid + invalid
    few = valid[::10] + invalid[::10]
    rows = [CONVENTION.parse(text).values for text in valid[:50_000]]
    plain = [{**row, "year": str(row["year"]), "quarter": f"q{row['quarter'].number}"} for row in rows]
    cases: dict[str, tuple[Any, list[Any]]] = {
        "floor": (floor, everything),
        "bare fullmatch": (bare_fullmatch, everything),
        "is_valid": (ours_is_valid, everything),
        "parse": (ours_parse, everything),
        "parse + values": (ours_parse_values, everything),
        "parse, valid names": (ours_parse, valid),
        "check, invalid names": (ours_check, invalid[:5_000]),
        "format": (ours_format, rows),
        "str.format": (str_format, plain),
    }
    for name, make in (("parse library", parse_library), ("lucidity", lucidity_library)):
        try:
            cases[name] = (make(), few)
        except ImportError as error:
            print(f"{name} is left out: {error}")
    for name, (run, batch) in cases.items():
        found = run(batch)
        right = {id(everything): len(valid), id(few): FEW_VALID}.get(id(batch), len(batch))
        if found != right:
            sys.exit(f"{name} found {found} valid names, not {right}")
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    seconds = measured(cases, rounds)
    for name, one in seconds.items():
        print(f"{name:22} {one * 1e6:8.2f} us  {1 / one:12,.0f} /s")
    for title, ours, theirs, most in (
        ("parse / floor", "parse", "floor", "0.8"),
        ("parse + values / floor", "parse + values", "floor", "1.3"),
        ("is_valid / bare fullmatch", "is_valid", "bare fullmatch", "1.3"),
        ("parse library / parse", "parse library", "parse", "at least 3"),
        ("lucidity / parse", "lucidity", "parse", "at least 15"),
        ("format / str.format", "format", "str.format", "2"),
        ("check of an invalid name / parse", "check, invalid names", "parse", "30"),
    ):
        if ours in seconds and theirs in seconds:
            print(f"{title:34} {seconds[ours] / seconds[theirs]:6.2f}  (target {most})")


if __name__ == "__main__":
    main()
