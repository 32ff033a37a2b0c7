"""What the codes about the exports of systems mean."""

__all__ = ["EXPORT_ERRORS"]

EXPORT_ERRORS = {
    "MT350": (
        "unreadable record",
        (
            "Something stands in an export where a record ought to, and no record can be made of it: it is "
            "cut off, it is no object, or it has no name. Everything before and after it is read. Export the "
            "record again, or look at the place that the message names."
        ),
    ),
    "MT351": (
        "unreadable value",
        (
            "A value of a record is not what the field holds: a date that is none, a number with letters, an "
            "id that is too short. The record is checked without it, and keeps the value as it is among what "
            "the system holds besides."
        ),
    ),
    "MT352": (
        "failed answer",
        (
            "The file holds the answer to a call that failed, wholly or in part: the system said why, and the "
            "message repeats it with the system's own code. What the answer lacks cannot be checked; repeat "
            "the call."
        ),
    ),
}
"""A title and a paragraph for each code."""
