"""The account a person signs in with."""

from datetime import date
from typing import NoReturn

from django.contrib.auth.models import AbstractUser, UserManager
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.functional import cached_property

from people.models.counsel import LegalCounsel
from people.models.staff import Deputyship, StaffMember
from people.roles import EXCLUSIVE, Role, labels_of


class UserQuerySet(models.QuerySet):
    def active_with(self, role: Role) -> "UserQuerySet":
        """Accounts in use that hold a role."""
        return self.filter(is_active=True, groups__name=role)


class AccountManager(UserManager.from_queryset(UserQuerySet)):
    """Django's manager of accounts, without the account that may do everything."""

    use_in_migrations = False

    def create_superuser(self, *_args, **_kwargs) -> NoReturn:
        raise ValidationError(
            "本系统没有超级用户。请改用 create_administrator 开通第一个系统管理员账号。"
        )


class User(AbstractUser):
    """An account. It belongs to a member of staff or to a legal counsel, never to both."""

    first_name = None
    last_name = None
    staff_member = models.OneToOneField(
        StaffMember,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="account",
        verbose_name="工作人员",
    )
    counsel = models.OneToOneField(
        LegalCounsel,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="account",
        verbose_name="法律顾问",
    )
    must_change_password = models.BooleanField("须修改密码", default=True)
    session_serial = models.PositiveIntegerField("会话序号", default=0, editable=False)

    objects = AccountManager()

    REQUIRED_FIELDS = []

    class Meta:
        verbose_name = verbose_name_plural = "账号"
        ordering = ["username"]
        constraints = [
            models.CheckConstraint(
                name="account_belongs_to_staff_or_counsel",
                condition=Q(staff_member=None) | Q(counsel=None),
                violation_error_message="一个账号只能属于工作人员或法律顾问中的一方。",
            )
        ]

    def __str__(self) -> str:
        return str(self.owner or self.username)

    def get_full_name(self) -> str:
        return str(self)

    def get_short_name(self) -> str:
        return str(self)

    def _get_session_auth_hash(self, secret=None) -> str:
        # The serial is part of the hash, so that raising it ends every session of the account at
        # once, and enabling a disabled account revives none.
        return salted_hmac(
            "people.User.session",
            f"{self.password}:{self.session_serial}",
            secret=secret,
            algorithm="sha256",
        ).hexdigest()

    @cached_property
    def role_codes(self) -> frozenset[str]:
        """The codes of the roles the account holds."""
        return frozenset(group.name for group in self.groups.all())

    def principals_on(self, day: date) -> list["User"]:
        """Return the accounts of those for whom the person stands in on a day, read once.

        Whoever keeps the accounts or reads the audit stands in for nobody, and nobody for them.
        """
        if not self.staff_member_id or self.role_codes & EXCLUSIVE:
            return []
        known = self.__dict__.setdefault("_principals", {})
        if day not in known:
            terms = Deputyship.objects.overlapping(day, day).filter(deputy=self.staff_member_id)
            accounts = User.objects.filter(
                is_active=True, staff_member__in=terms.values("principal")
            ).exclude(groups__name__in=EXCLUSIVE)
            known[day] = list(accounts.select_related("staff_member").prefetch_related("groups"))
        return known[day]

    @cached_property
    def acting_codes(self) -> frozenset[str]:
        """The codes of one's own roles and of those whom one stands in for today."""
        principals = self.principals_on(timezone.localdate())
        return self.role_codes.union(*(principal.role_codes for principal in principals))

    @property
    def role_labels(self) -> str:
        return labels_of(self.role_codes)

    @property
    def owner(self) -> StaffMember | LegalCounsel | None:
        """The person the account belongs to."""
        return self.staff_member or self.counsel

    def has_role(self, *roles: Role) -> bool:
        return bool(self.role_codes & set(roles))

    @property
    def department(self):
        """The department of the member of staff, or None for counsel."""
        return self.staff_member.department if self.staff_member else None
