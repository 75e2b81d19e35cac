"""Which installed fonts stand in for those that the standard names."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import typst

from papers import styles

# The last of every chain: free fonts that have the rare characters of names, such as 镕, 堃 and 喆.
# Fonts with fixed weights come before Noto Sans SC, which is often installed as a variable one.
COMPLETE_SONG = ("Noto Serif CJK SC", "Source Han Serif SC", "Noto Serif SC")
COMPLETE_HEI = ("Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Zen Hei", "Noto Sans SC")
COMPLETE = COMPLETE_SONG + COMPLETE_HEI

CHAINS = {
    styles.FANGSONG: (
        "FangSong_GB2312",
        "仿宋_GB2312",
        "FangSong",
        "仿宋",
        "STFangsong",
        "FZFangSong-Z02",
        "FandolFang R",
        "FandolFang",
        *COMPLETE,
    ),
    styles.KAI: (
        "KaiTi_GB2312",
        "楷体_GB2312",
        "KaiTi",
        "楷体",
        "STKaiti",
        "FZKai-Z03",
        "FandolKai",
        "LXGW WenKai",
        "AR PL KaitiM GB",
        *COMPLETE,
    ),
    styles.HEI: (
        "SimHei",
        "黑体",
        "STHeiti",
        "FZHei-B01",
        "FandolHei",
        *COMPLETE_HEI,
        *COMPLETE_SONG,
    ),
    styles.TITLE_SONG: (
        "FZXiaoBiaoSong-B05S",
        "FZXiaoBiaoSong-B05",
        "方正小标宋简体",
        "方正小标宋_GBK",
        "STZhongsong",
        "Noto Serif CJK SC",
        "Source Han Serif SC",
        "FandolSong",
        *COMPLETE,
    ),
    styles.SONG: ("SimSun", "宋体", "STSong", "FandolSong", "AR PL SungtiL GB", *COMPLETE),
}
LATIN_CHAIN = ("Times New Roman", "Liberation Serif", "Tinos", "Libertinus Serif")
BOLD = 600


class MissingFontError(Exception):
    """No installed font can show a text; the message says what to install."""


@dataclass(frozen=True)
class Face:
    """The installed fonts for one of the standard's, the best first; the others know rare signs."""

    families: Sequence[str]
    has_bold: bool


@dataclass(frozen=True)
class Installed:
    """Everything the typesetter found, and its choice for each font of the standard."""

    fonts: typst.Fonts
    faces: Mapping[str, Face]


@cache
def installed(directory: Path | None = None) -> Installed:
    """Return the fonts of the system and of the directory; searched once for as long as it runs."""
    paths = [] if directory is None else [directory]
    fonts = typst.Fonts(font_paths=paths)
    return Installed(fonts, chosen(fonts.fonts()))


def chosen(found: Iterable[typst.FontInfo]) -> dict[str, Face]:
    """Return for each font of the standard what is there of its chain, or say what to install."""
    weights: dict[str, set[int]] = {}
    for font in found:
        weights.setdefault(font.family.casefold(), set()).add(font.weight)
    return {
        styles.LATIN: _face(LATIN_CHAIN, weights),
        **{name: _chinese_face(name, chain, weights) for name, chain in CHAINS.items()},
    }


def _chinese_face(name: str, chain: Sequence[str], weights: Mapping[str, set[int]]) -> Face:
    face = _face(chain, weights)
    if not face.families:
        raise MissingFontError(
            f"没有找到可以代替{name}的中文字体，无法生成 PDF。"
            "请在服务器上安装中文字体（Debian：apt-get install fonts-noto-cjk）后重新启动。"
        )
    return face


def _face(chain: Sequence[str], weights: Mapping[str, set[int]]) -> Face:
    families = [family for family in dict.fromkeys(chain) if family.casefold() in weights]
    first = families[0].casefold() if families else ""
    return Face(families, has_bold=max(weights.get(first, {0})) >= BOLD)
