"""How much of personal data is shown to whoever has no reason to see it whole."""

import pytest

from casework.masking import masked_address, masked_email, masked_identity, masked_phone


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("11010519491231002X", "110105********002X"),
        ("91330302MA2XXXXX0N", "913303********XX0N"),
        ("E12345678", "E1*****78"),
        ("1234567890", "12******90"),
        ("12345678901", "123456*8901"),
        ("12345678", "********"),
        ("", ""),
    ],
    ids=["citizen", "organisation", "passport", "ten", "eleven", "eight", "none"],
)
def test_an_identity_number_keeps_its_ends_and_its_length(number, shown):
    assert masked_identity(number) == shown


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("13800138000", "138****8000"),
        ("88887777", "888****7777"),
        ("1234567", "*******"),
        ("", ""),
    ],
    ids=["mobile", "fixed line", "short", "none"],
)
def test_a_phone_number_keeps_its_ends(number, shown):
    assert masked_phone(number) == shown


@pytest.mark.parametrize(
    ("address", "shown"),
    [("浙江省温州市鹿城区某路1号", "浙江省温州市****"), ("温州市某路", "****"), ("", "****")],
    ids=["whole", "short", "none"],
)
def test_an_address_is_cut_after_its_city(address, shown):
    assert masked_address(address) == shown


@pytest.mark.parametrize(
    ("address", "shown"),
    [("zhang@example.cn", "z***@example.cn"), ("z", "z***")],
    ids=["whole", "no host"],
)
def test_a_mail_address_keeps_its_first_letter_and_its_host(address, shown):
    assert masked_email(address) == shown
