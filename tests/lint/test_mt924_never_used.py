"""MT924 where the shared part of its cases would be in the way."""

from __future__ import annotations

from mops_taxonomy.taxonomy import Taxonomy


def test_a_file_of_lists_alone_is_there_for_others_to_use() -> None:
    """Without a convention nothing can be used, and nothing is said about it."""
    lists = {"region": {"terms": ["EMEA"]}}
    fields = {"region": {"kind": "term", "vocabulary": "region"}}
    taxonomy = Taxonomy.load({"taxonomy": "t", "vocabularies": lists, "fields": fields})

    assert [finding for finding in taxonomy.lint().findings if finding.code == "MT924"] == []
