"""Notes in the audit who signed in and out, and who tried to in vain."""

from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.dispatch import receiver
from django.http import HttpRequest

from people.models import User
from portal.audit import note
from portal.models import Action


@receiver(user_logged_in)
def signed_in(user: User, **_rest: object) -> None:
    note(Action.SIGNED_IN, by=user)


@receiver(user_logged_out)
def signed_out(user: User | None, **_rest: object) -> None:
    if user is not None:
        note(Action.SIGNED_OUT, by=user)


@receiver(user_login_failed)
def sign_in_failed(
    credentials: dict[str, str], request: HttpRequest | None = None, **_rest: object
) -> None:
    is_paused = getattr(request, "axes_locked_out", False)
    note(
        Action.SIGN_IN_FAILED,
        by=None,
        account=credentials.get("username", ""),
        reason="登录已暂停" if is_paused else "",
    )
