"""Members: rows of list imports, and of exports of who is in a campaign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.platforms._reading.unreadable import Unreadable
from mops_taxonomy.platforms._reading.values import ident, word
from mops_taxonomy.records import Member, Origin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.platforms._reading.draft import Draft, Fields
    from mops_taxonomy.platforms._reading.system import Kind
    from mops_taxonomy.platforms._reading.values import Convert

__all__ = ["member"]

_PERSON = frozenset(
    {
        *("name", "fullname", "firstname", "middlename", "lastname", "salutation", "suffix", "title"),
        *(
            "email",
            "emailaddress",
            "phone",
            "phonenumber",
            "mobilephone",
            "mobile",
            "fax",
            "street",
            "address",
        ),
        *("postalcode", "zip", "zipcode", "birthdate", "dateofbirth"),
    }
)
"""What says who somebody is: it is not needed to judge a status, and is left in the file."""


def member(system: str, program: Convert = ident) -> Kind:
    """What makes members of one system.

    Args:
        system: by its name.
        program: how the id or name of the program is read.
    """
    fields: Fields = {
        "id": (("id", "campaignmemberid"), ident),
        "previous": (("previous", "previousstatus", "oldstatus"), word),
        "channel": (("channel", "programchannel"), word),
        "variant": (("variant",), word),
        "program": (
            ("campaignid", "programid", "program", "programname", "campaign", "campaignname"),
            program,
        ),
    }

    def made(draft: Draft, origin: Origin) -> Iterator[Member]:
        status = None
        for key in ("status", "memberstatus", "programstatus", "campaignmemberstatus", "newstatus"):
            status = status or draft.one(key, word)
        if status is None:
            raise Unreadable("has no status")
        draft.take(fields)
        draft.drop(_PERSON)
        yield draft.built(Member, origin, system=system, status=status)

    return made
