"""How personal data is shown to whoever has no reason to see it whole (个人信息保护法第六条)."""


def masked_identity(number: str) -> str:
    """Return an identity or credit number with its middle hidden, such as 110105********002X."""
    if len(number) <= 8:
        return "*" * len(number)
    return (
        number[:6] + "*" * (len(number) - 10) + number[-4:]
        if len(number) > 10
        else (number[:2] + "*" * (len(number) - 4) + number[-2:])
    )


def masked_phone(number: str) -> str:
    """Return a phone number with its middle hidden, such as 138****8000."""
    if len(number) < 8:
        return "*" * len(number)
    return f"{number[:3]}****{number[-4:]}"


def masked_address(address: str) -> str:
    """Return an address cut after its district, such as 浙江省温州市****."""
    return f"{address[:6]}****" if len(address) > 6 else "****"


def masked_email(address: str) -> str:
    """Return a mail address with its name hidden, such as z***@example.cn."""
    name, at, host = address.partition("@")
    return f"{name[:1]}***{at}{host}"
