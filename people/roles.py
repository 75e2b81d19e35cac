"""The eight roles of the portal, as codes of groups."""

from collections.abc import Collection
from enum import StrEnum


class Role(StrEnum):
    """A role, whose value is the name of its group."""

    LEGAL_OFFICE = "legal_office"
    OFFICER = "officer"
    DEPARTMENT_HEAD = "department_head"
    DEPUTY_LEADER = "deputy_leader"
    LEADER = "leader"
    COUNSEL = "counsel"
    ADMINISTRATOR = "administrator"
    AUDITOR = "auditor"

    @property
    def label(self) -> str:
        return LABELS[self]


LABELS = {
    Role.LEGAL_OFFICE: "法制办",
    Role.OFFICER: "科室经办人",
    Role.DEPARTMENT_HEAD: "科室负责人",
    Role.DEPUTY_LEADER: "分管领导",
    Role.LEADER: "主要领导",
    Role.COUNSEL: "法律顾问",
    Role.ADMINISTRATOR: "系统管理员",
    Role.AUDITOR: "审计员",
}

# Whoever keeps the accounts or reads the audit holds no other role (GB/T 22239-2019 8.1.5).
EXCLUSIVE = frozenset({Role.ADMINISTRATOR, Role.AUDITOR})

STAFF_ROLES = frozenset(
    {
        Role.LEGAL_OFFICE,
        Role.OFFICER,
        Role.DEPARTMENT_HEAD,
        Role.DEPUTY_LEADER,
        Role.LEADER,
    }
)


def labels_of(roles: Collection[str]) -> str:
    """Return the names of roles in the office's words, in their fixed order."""
    return "、".join(label for role, label in LABELS.items() if role in roles)


def contradiction(roles: set[str] | frozenset[str]) -> str:
    """Return why these roles cannot be held together, or an empty text when they can."""
    for role in sorted(EXCLUSIVE & roles):
        if len(roles) > 1:
            return f"{Role(role).label}不能同时担任其他角色。"
    if Role.COUNSEL in roles and len(roles) > 1:
        return "法律顾问是外聘人员，不能同时担任本单位的角色。"
    return ""
