"""Amounts of money: understood as people type them, kept and shown in 元."""

import re
import unicodedata
from decimal import Decimal, InvalidOperation

WAN = Decimal(10_000)
LARGEST = Decimal("999999999999.99")


def number_in(shown: str) -> Decimal:
    """Return the number a text gives, 12.5万 as 125000; ValueError for anything else."""
    plain = re.sub(r"[,\s元¥]", "", unicodedata.normalize("NFKC", shown))
    factor = Decimal(1)
    if plain.endswith("万"):
        plain, factor = plain[:-1], WAN
    try:
        found = Decimal(plain) * factor
    except InvalidOperation as error:
        raise ValueError("请填写金额，如 125000 或 12.5万") from error
    if not found.is_finite():
        raise ValueError("请填写金额，如 125000 或 12.5万")
    return found


def yuan(shown: str) -> Decimal:
    """Return an amount in 元 with its 分; ValueError says what is wrong with it."""
    found = number_in(shown)
    if found < 0:
        raise ValueError("金额不能是负数")
    if found > LARGEST:
        raise ValueError("金额过大，请检查是否把元当成了万元")
    cents = found.quantize(Decimal("0.01"))
    if cents != found:
        raise ValueError("金额最多精确到分")
    return cents


def in_yuan(amount: Decimal | str) -> str:
    """Return an amount as 125 000.00 元."""
    return f"{Decimal(amount):,.2f} 元".replace(",", " ")
