"""Takes files in and writes letters: the only writer of a matter's documents."""

from __future__ import annotations

import hashlib

from django.core.files.base import ContentFile, File
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone

from casework.files import FileRefusedError, clean_name, sort_of
from casework.letters import Letter
from casework.models import Document, Matter, StoredFile, TimelineEntry
from casework.numbers import next_number
from casework.process import lock
from papers.docx import render
from people.models import User
from portal import audit
from portal.models import Action

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@transaction.atomic
def attach(
    matter: Matter,
    upload: UploadedFile,
    *,
    by: User,
    largest: int,
    for_counsel: bool = False,
    replaces: Document | None = None,
) -> Document:
    """Keep a file with a matter, or as the next version of a document.

    Raises FileRefusedError for a file that is too large, of no accepted sort, or not what it says.
    """
    lock(matter)
    if replaces and Document.objects.filter(replaces=replaces).exists():
        raise FileRefusedError("这份文件已有更新的版本，请刷新页面后替换最新的一份。")
    document = Document(
        matter=matter,
        uploaded_by=by,
        **taken_in(upload, largest=largest),
        for_counsel=replaces.for_counsel if replaces else for_counsel,
        replaces=replaces,
        letter=replaces.letter if replaces else "",
        number=replaces.number if replaces else "",
        entry=replaces.entry if replaces else None,
    )
    keep(document, upload)
    audit.note(
        Action.ATTACHED,
        by=by,
        about=matter,
        changes={"文件": document.name, "SHA-256": document.checksum},
    )
    return document


def taken_in(upload: UploadedFile, *, largest: int) -> dict[str, object]:
    """Return what is kept about a file beside its content; FileRefusedError for a bad one."""
    name = clean_name(upload.name or "")
    size, content = upload.size or 0, upload.file
    if not size or content is None:
        raise FileRefusedError("文件是空的。")
    if size > largest:
        raise FileRefusedError(f"单个文件不能超过 {largest // 1024 // 1024} MB。")
    content_type = sort_of(name, content).content_type
    return {
        "name": name,
        "size": size,
        "content_type": content_type,
        "checksum": checksum(upload),
    }


@transaction.atomic
def write_letter(matter: Matter, letter: Letter, entry: TimelineEntry, *, by: User) -> Document:
    """Write a letter from a matter as .docx, give it a number, and keep it with the matter."""
    lock(matter)
    year = timezone.localdate().year
    known = str(entry.detail.get("number") or "")
    number = known or next_number(letter.numbered_in, letter.number, year)
    content = render(letter.write(matter, entry, number))
    document = Document(
        matter=matter,
        entry=entry,
        letter=letter.code,
        number=number,
        name=f"{letter.label} {number}.docx",
        size=len(content),
        content_type=DOCX,
        checksum=hashlib.sha256(content).hexdigest(),
        uploaded_by=by,
    )
    keep(document, ContentFile(content, name="letter.docx"))
    audit.note(Action.CREATED, by=by, about=matter, changes={"文书": f"{letter.label} {number}"})
    return document


def keep(document: StoredFile, content: File[bytes]) -> None:
    """Store the content and its row; a row that cannot be saved leaves no file behind."""
    document.file.save("", content, save=False)
    try:
        with transaction.atomic():
            document.save()
    except Exception:
        document.file.delete(save=False)
        raise


def checksum(upload: UploadedFile) -> str:
    """Return the SHA-256 of a file, read in pieces."""
    digest = hashlib.sha256()
    for piece in upload.chunks():
        digest.update(piece)
    upload.seek(0)
    return digest.hexdigest()
