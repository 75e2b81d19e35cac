"""Which characters a text may hold: hidden and direction-changing ones are refused by name."""

import unicodedata

from django.core.exceptions import ValidationError

LINE_BREAKS = frozenset("\n\r\t")
LONGEST = 20_000


def hidden_characters(value: str) -> list[str]:
    """Return the control, zero-width and direction-changing characters of a text, each once."""
    return sorted(
        {c for c in value if unicodedata.category(c) in {"Cc", "Cf", "Cs", "Co"}} - LINE_BREAKS
    )


def refuse_hidden_characters(value: str) -> None:
    """Refuse a text with characters that nobody can see and that change how it reads."""
    found = hidden_characters(value)
    if found:
        codes = "、".join(f"U+{ord(c):04X}" for c in found[:5])
        raise ValidationError(
            f"含有看不见的控制字符（{codes}），请删除后重新输入，或改为手工键入。", code="hidden"
        )
