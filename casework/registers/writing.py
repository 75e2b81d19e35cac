"""The only writer of the records of registers: enters, edits, confirms, voids, takes evidence."""

from __future__ import annotations

from collections.abc import Iterable

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.forms import ModelForm
from django.utils import timezone

from casework import documents
from casework.models import Evidence, EvidenceFolder, EvidenceLink
from casework.models.register import RegisterRecord
from people.models import User
from people.roles import Role
from portal import audit
from portal.errors import ConflictError
from portal.models import Action


def confirms(user: User) -> bool:
    """Say whether a person confirms records: what 法制办 enters itself needs nobody else."""
    return Role.LEGAL_OFFICE in user.acting_codes


def may_change(record: RegisterRecord, user: User) -> bool:
    """Say whether a person may change a record: a department its own until it is confirmed."""
    return record.voided_at is None and (record.confirmed_at is None or confirms(user))


@transaction.atomic
def enter(form: ModelForm, *, by: User, is_checked: bool = False) -> RegisterRecord:
    """Write a new record from its checked form; `is_checked` counts it as confirmed."""
    record: RegisterRecord = form.instance
    record.entered_by = by
    if is_checked or confirms(by):
        record.confirmed_by, record.confirmed_at = by, timezone.now()
    form.save()
    audit.note(Action.CREATED, by=by, about=record, changes=audit.given_in(form))
    return record


@transaction.atomic
def enter_all(forms: Iterable[ModelForm], *, by: User) -> list[RegisterRecord]:
    """Write several new records, all or none."""
    return [enter(form, by=by) for form in forms]


@transaction.atomic
def edit(form: ModelForm, *, by: User, version: int | None) -> None:
    """Write a changed record from its checked form, unless somebody else changed it meanwhile."""
    record: RegisterRecord = form.instance
    locked = lock(record, version)
    refuse_change(locked, by)
    changes = audit.changes_of(form)
    record.version = locked.version + 1
    form.save()
    if changes:
        audit.note(Action.CHANGED, by=by, about=record, changes=changes)


@transaction.atomic
def confirm(record: RegisterRecord, *, by: User) -> bool:
    """Confirm a record; return whether that was still to be done."""
    locked = lock(record)
    if locked.confirmed_at or locked.voided_at:
        return False
    locked.confirmed_by, locked.confirmed_at = by, timezone.now()
    locked.version += 1
    locked.save()
    audit.note(Action.CHANGED, by=by, about=locked, changes={"确认": ["待确认", "已确认"]})
    return True


@transaction.atomic
def void(record: RegisterRecord, *, by: User, reason: str, version: int | None = None) -> None:
    """Take a record out of every count; it stays readable with the reason."""
    locked = lock(record, version)
    refuse_change(locked, by)
    locked.voided_by, locked.voided_at, locked.void_reason = by, timezone.now(), reason
    locked.version += 1
    locked.save()
    audit.note(Action.VOIDED, by=by, about=locked, reason=reason)


@transaction.atomic
def attach(record: RegisterRecord, upload: UploadedFile, *, by: User, largest: int) -> Evidence:
    """Keep a file as evidence of a record; FileRefusedError for what is not accepted."""
    locked = lock(record)
    refuse_change(locked, by)
    evidence = Evidence(
        folder=folder_of(locked), uploaded_by=by, **documents.taken_in(upload, largest=largest)
    )
    documents.keep(evidence, upload)
    changes = {"文件": evidence.name, "SHA-256": evidence.checksum}
    audit.note(Action.ATTACHED, by=by, about=locked, changes=changes)
    return evidence


@transaction.atomic
def add_link(record: RegisterRecord, address: str, label: str, *, by: User) -> EvidenceLink:
    """Keep an address as evidence of a record."""
    locked = lock(record)
    refuse_change(locked, by)
    link = EvidenceLink.objects.create(
        folder=folder_of(locked), address=address, label=label, added_by=by
    )
    audit.note(Action.ATTACHED, by=by, about=locked, changes={"链接": address})
    return link


def folder_of(record: RegisterRecord) -> EvidenceFolder:
    """Return the folder of a locked record, a new one where there is none."""
    if record.evidence is None:
        record.evidence = EvidenceFolder.objects.create()
        record.save(update_fields=["evidence"])
    return record.evidence


def lock(record: RegisterRecord, version: int | None = None) -> RegisterRecord:
    """Return the record locked for this transaction; refuse a stale page."""
    locked = type(record).objects.select_for_update().get(pk=record.pk)
    if version is not None and locked.version != version:
        raise ConflictError(
            "您打开页面之后，别人修改了同一条记录，您填写的内容没有保存。",
            address=record.get_absolute_url(),
        )
    return locked


def refuse_change(record: RegisterRecord, by: User) -> None:
    if record.voided_at:
        raise ValidationError("这条记录已经作废，不能再修改。")
    if not may_change(record, by):
        raise PermissionDenied("已确认的记录由法制办修改。")
