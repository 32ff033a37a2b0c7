"""What the codes about the taxonomy file itself mean."""

__all__ = ["FILE_ERRORS"]

FILE_ERRORS = {
    "MT901": (
        "the file cannot be read",
        (
            "There is no such file, it may not be read, or it is not YAML, TOML or JSON. The message shows "
            "the line and the character where reading ended; the fault is often on the line above: a quote "
            "that is not closed, a tab, or an indentation that does not fit."
        ),
    ),
    "MT902": (
        "unknown key",
        (
            "A key stands where none of that name is known. Most often it is a slip of the pen, and the "
            "message names the key that was meant; or the key stands one level too far in or out."
        ),
    ),
    "MT903": (
        "repeated key",
        (
            "A key stands twice in one mapping, so that one of the two would be lost. Keep one, or give the "
            "other the name that it should have had."
        ),
    ),
    "MT904": (
        "unknown reference",
        (
            "A field, vocabulary, term, form, convention or system is named that the file does not declare. "
            "Correct the name, or declare what it stands for."
        ),
    ),
    "MT905": (
        "wrong value",
        (
            "The value of a key is not of the kind that is wanted there, or a key that is needed is not "
            "there. The message says what is wanted."
        ),
    ),
    "MT906": (
        "contradiction",
        (
            "Two parts of the file cannot both hold: a minimum above its maximum, a code that is also an "
            "alias of another, a form that no name can have. The message names both."
        ),
    ),
    "MT907": (
        "unreadable template",
        (
            "A template, a date format or a pattern cannot be read. Only braces are special in a template: "
            "{field}, {one|other} and {?...} for what may be left out; braces themselves are written {{ and "
            "}}."
        ),
    ),
}
"""A title and a paragraph for each code."""
