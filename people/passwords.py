"""Rules for passwords beyond Django's own (GB/T 22239-2019 7.1.4.1 a)."""

from django.core.exceptions import ValidationError

KINDS = (str.islower, str.isupper, str.isdigit)
MESSAGE = "密码须包含大写字母、小写字母、数字、符号中的至少三种。"


class ThreeKindsOfCharactersValidator:
    """Refuses a password with fewer than three of capitals, small letters, digits and signs."""

    def validate(self, password: str, user=None) -> None:
        kinds = sum(any(map(kind, password)) for kind in KINDS)
        kinds += any(not c.isalnum() for c in password)
        if kinds < 3:
            raise ValidationError(MESSAGE, code="password_too_uniform")

    def get_help_text(self) -> str:
        return MESSAGE
