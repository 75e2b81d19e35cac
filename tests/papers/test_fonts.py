"""Which fonts a server writes a PDF with, and what it says when it has none."""

from types import SimpleNamespace

import pytest

from papers import styles
from papers.fonts import CHAINS, COMPLETE, MissingFontError, chosen


def font(family, *weights):
    return [SimpleNamespace(family=family, weight=weight) for weight in weights or (400,)]


NOTO = [*font("Noto Serif CJK SC", 400, 700), *font("Noto Sans CJK SC", 400, 700)]


@pytest.mark.parametrize(
    ("family", "name"),
    [
        ("FangSong_GB2312", styles.FANGSONG),
        ("FandolFang R", styles.FANGSONG),
        ("KaiTi", styles.KAI),
        ("SIMHEI", styles.HEI),
        ("FZXiaoBiaoSong-B05S", styles.TITLE_SONG),
        ("SimSun", styles.SONG),
    ],
)
def test_font_of_the_standard_comes_before_the_free_ones(family, name):
    faces = chosen([*NOTO, *font(family)])

    assert faces[name].families[0].casefold() == family.casefold()


def test_font_without_rare_characters_is_followed_by_one_that_has_them():
    faces = chosen([*font("FangSong_GB2312"), *NOTO])

    assert faces[styles.FANGSONG].families == [
        "FangSong_GB2312",
        "Noto Serif CJK SC",
        "Noto Sans CJK SC",
    ]


@pytest.mark.parametrize("name", CHAINS)
def test_every_chain_ends_with_fonts_that_have_rare_characters(name):
    assert set(COMPLETE) <= set(CHAINS[name])


@pytest.mark.parametrize(
    ("name", "family"),
    [
        (styles.FANGSONG, "Noto Serif CJK SC"),
        (styles.KAI, "Noto Serif CJK SC"),
        (styles.HEI, "Noto Sans CJK SC"),
        (styles.TITLE_SONG, "Noto Serif CJK SC"),
        (styles.SONG, "Noto Serif CJK SC"),
    ],
)
def test_noto_alone_is_enough(name, family):
    assert chosen(NOTO)[name].families[0] == family


def test_font_of_fixed_weights_comes_before_a_variable_one():
    faces = chosen([*font("Noto Sans SC", 100), *NOTO])

    assert faces[styles.HEI].families[0] == "Noto Sans CJK SC"


@pytest.mark.parametrize(
    ("weights", "has_bold"), [((400,), False), ((400, 700), True)], ids=["regular", "with bold"]
)
def test_whether_a_font_has_bold_is_known(weights, has_bold):
    assert chosen(font("Noto Serif CJK SC", *weights))[styles.FANGSONG].has_bold is has_bold


@pytest.mark.parametrize(
    "found", [[], font("DejaVu Sans", 400, 700)], ids=["no font", "no Chinese one"]
)
def test_missing_font_is_an_error_that_says_what_to_install(found):
    with pytest.raises(MissingFontError, match="fonts-noto-cjk"):
        chosen(found)


def test_letters_need_no_font_of_the_system():
    faces = chosen([*NOTO, *font("Libertinus Serif")])

    assert faces[styles.LATIN].families == ["Libertinus Serif"]
