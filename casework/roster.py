"""Finds departments and members of staff by the names a ledger gives, and opens missing ones."""

from __future__ import annotations

from django.db.models import Max

from people.models import Department, LegalCounsel, StaffMember


def department_named(name: str) -> Department:
    """Return the department of this name or short name; a new one when there is none."""
    for field in ("name", "short_name"):
        found = Department.objects.filter(**{field: name}).first()
        if found:
            return found
    last = Department.objects.aggregate(last=Max("position"))["last"] or 0
    return Department.objects.create(name=name, position=last + 1)


def home_department() -> Department:
    """Return the department of 法制办: where the liaison officer works, else 党政办公室."""
    liaison = StaffMember.objects.filter(is_liaison=True, left_on=None).first()
    return liaison.department if liaison else department_named("党政办公室")


def member_named(name: str, department: Department) -> StaffMember | None:
    """Return the member of staff of this name, first of this department; None when unknown."""
    named = StaffMember.objects.filter(name=name).order_by("pk")
    return named.filter(department=department).first() or named.first()


def counsel_named(name: str) -> LegalCounsel | None:
    """Return the legal counsel of this name; None when unknown, or when two bear it."""
    named = list(LegalCounsel.objects.filter(name=name)[:2])
    return named[0] if len(named) == 1 else None
