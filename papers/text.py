"""Text of users made fit for a paper: nothing in it can spoil the file, nothing legible is lost."""

import re
import unicodedata

NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
LINE_END = re.compile("\r\n?")


def clean(text: str) -> str:
    """Return the text without the characters that XML 1.0 cannot hold (its section 2.2)."""
    return LINE_END.sub("\n", NOT_XML.sub("", text))


def lines(text: str) -> list[str]:
    """Return the cleaned lines of a text; an empty text is one empty line."""
    return clean(text).split("\n")


def width(text: str) -> float:
    """Return how many Chinese characters the text is wide; a digit or a letter is half of one."""
    return sum(
        0.5 if unicodedata.east_asian_width(sign) in {"Na", "H", "N"} else 1 for sign in text
    )
