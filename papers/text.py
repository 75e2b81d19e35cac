"""Text of users made fit for a paper: nothing in it can spoil the file, nothing legible is lost."""

import re
import unicodedata

NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
SHAPELESS = re.compile(
    "[\x7f-\x9f\ufdd0-\ufdef\ufeff"
    + "".join(chr(plane << 16 | sign) for plane in range(1, 17) for sign in (0xFFFE, 0xFFFF))
    + "]"
)
LINE_END = re.compile("\r\n?")


def clean(text: str) -> str:
    """Return the text without the characters that XML 1.0 cannot hold (its section 2.2)."""
    return LINE_END.sub("\n", NOT_XML.sub("", text))


def lines(text: str) -> list[str]:
    """Return the cleaned lines of a text; an empty text is one empty line."""
    return clean(text).split("\n")


def drawable(text: str) -> str:
    """Return the cleaned text as a font can show it: a tab as a space, no signs without a shape."""
    return SHAPELESS.sub("", clean(text).replace("\t", " "))


def one_line(text: str) -> str:
    """Return the cleaned text without its line ends."""
    return clean(text).replace("\n", "")


def width(text: str) -> float:
    """Return how many Chinese characters the text is wide; a digit or a letter is half of one."""
    return sum(
        0.5 if unicodedata.east_asian_width(sign) in {"Na", "H", "N"} else 1 for sign in text
    )
