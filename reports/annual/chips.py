"""Text with chips: [[key]] stands for a figure or a phrase and is read from the records.

[[key|暂无]] says what is printed where nothing stands behind it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

CHIP = re.compile(r"\[\[([a-z_]+(?:\.[a-z_]+)+)(?:\|([^\[\]|]+))?\]\]")


def chips_in(text: str) -> list[str]:
    """Return the keys of a text's chips, each once, in their order."""
    return list(dict.fromkeys(found.group(1) for found in CHIP.finditer(text)))


def filled(text: str, words: Callable[[str, str], str]) -> str:
    """Return a text with its chips replaced: `words` gets a key and what is said of nothing."""
    return CHIP.sub(lambda found: words(found.group(1), found.group(2) or ""), text)
