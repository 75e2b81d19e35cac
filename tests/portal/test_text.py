"""Which characters a text may hold."""

import pytest
from django.core.exceptions import ValidationError

from portal.text import hidden_characters, refuse_hidden_characters


@pytest.mark.parametrize(
    "text",
    ["", "政府信息公开", "第一行\n第二行\r\n\t缩进", "①〔2026〕１号 ㎡ 𠮷", "Ω ≈ ç √"],
    ids=["empty", "plain", "lines and tabs", "official signs", "foreign signs"],
)
def test_what_can_be_seen_is_accepted(text):
    refuse_hidden_characters(text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("王\0五", "U+0000"),
        ("王\u200b五", "U+200B"),
        ("王\u202e五", "U+202E"),
        ("王\u2066五", "U+2066"),
        ("\ufeff王五", "U+FEFF"),
        ("王\x1b五", "U+001B"),
        ("王\ue000五", "U+E000"),
        ("王\ud800五", "U+D800"),
    ],
    ids=[
        "NUL",
        "zero width",
        "right to left",
        "isolate",
        "byte order mark",
        "escape",
        "private use",
        "half a pair",
    ],
)
def test_what_cannot_be_seen_is_refused_by_its_code(text, code):
    with pytest.raises(ValidationError, match=code.replace("+", r"\+")):
        refuse_hidden_characters(text)


def test_every_hidden_character_is_named_once():
    assert hidden_characters("a\u200bb\u200bc\u202e") == ["\u200b", "\u202e"]
