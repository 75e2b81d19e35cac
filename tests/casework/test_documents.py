"""Files taken in and letters written: what is kept, what is refused, what is left behind."""

import hashlib
from datetime import date
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.utils import timezone
from docx import Document as WordDocument

from casework import documents
from casework.files import FileRefusedError
from casework.letters import letters
from casework.models import Document
from people.roles import Role
from portal.models import AuditEntry
from tests.factories.casework import MatterFactory, moved
from tests.factories.disclosure import open_request
from tests.factories.legalreview import issued_review, open_review
from tests.factories.people import user_with

pytestmark = pytest.mark.django_db

PDF = b"%PDF-1.7\n" + b"x" * 100
LARGEST = 1024 * 1024


@pytest.fixture
def office():
    return user_with(Role.LEGAL_OFFICE)


@pytest.fixture
def matter():
    return MatterFactory()


@pytest.fixture
def kept(settings, tmp_path):
    """Give a function: the files that lie in the store."""
    settings.MEDIA_ROOT = tmp_path
    return lambda: [path for path in Path(tmp_path).rglob("*") if path.is_file()]


@pytest.fixture
def attach(matter, office, kept):
    """Give a function that attaches a file to the matter."""

    def attach(name="合同.pdf", content=PDF, **more):
        upload = SimpleUploadedFile(name, content)
        return documents.attach(matter, upload, by=office, **{"largest": LARGEST, **more})

    return attach


def content_of(document):
    with document.file.open("rb") as file:
        return file.read()


def test_a_file_is_kept_with_name_size_sort_and_checksum(attach, matter, office):
    document = attach()

    document.refresh_from_db()
    assert (document.matter, document.name, document.size) == (matter, "合同.pdf", 109)
    assert (document.content_type, document.uploaded_by) == ("application/pdf", office)
    assert document.checksum == hashlib.sha256(PDF).hexdigest()
    assert content_of(document) == PDF


def test_the_name_in_the_store_tells_nothing(attach, kept):
    first, second = attach(), attach()

    assert first.file.name != second.file.name
    assert [path.name for path in kept() if "合同" in str(path) or path.suffix] == []
    assert len(kept()) == 2


def test_an_attachment_is_audited_with_its_checksum(attach, matter, office):
    document = attach()

    entry = AuditEntry.objects.of("casework.matter", matter.pk).get()
    assert (entry.action, entry.user) == ("attached", office)
    assert entry.changes == {"文件": "合同.pdf", "SHA-256": document.checksum}


def test_a_file_may_be_shown_to_counsel(attach):
    assert [attach().for_counsel, attach(for_counsel=True).for_counsel] == [False, True]


REFUSED = {
    "too large": ({"content": b"%PDF-" + b"x" * LARGEST}, "单个文件不能超过 1 MB。"),
    "an exe called pdf": ({"content": b"MZ\x90\x00"}, "文件内容与扩展名 .pdf 不符"),
    "an exe": ({"name": "工具.exe", "content": b"MZ\x90\x00"}, "不接受这种文件（.exe）"),
    "empty": ({"content": b""}, "文件是空的。"),
}


@pytest.mark.parametrize(("changes", "sentence"), REFUSED.values(), ids=REFUSED.keys())
def test_a_file_that_is_refused_leaves_neither_row_nor_file(attach, kept, changes, sentence):
    with pytest.raises(FileRefusedError) as refusal:
        attach(**changes)

    assert str(refusal.value).startswith(sentence)
    assert (Document.objects.count(), kept()) == (0, [])


def test_a_file_of_exactly_the_largest_size_is_taken_in(attach):
    assert attach(content=PDF, largest=len(PDF)).size == len(PDF)


def test_versions_of_a_document_form_a_chain_and_inherit_what_it_was(attach):
    first = attach(for_counsel=True)
    second = attach(name="合同（修订）.pdf", replaces=first)
    third = attach(name="合同（定稿）.pdf", replaces=second)

    assert (third.replaces, second.replaces, first.replaces) == (second, first, None)
    assert (third.for_counsel, first.replaced_by) == (True, second)
    assert content_of(first) == PDF


def test_only_the_latest_version_is_replaced(attach):
    first = attach()
    attach(replaces=first)

    with pytest.raises(FileRefusedError, match="已有更新的版本"):
        attach(replaces=first)


def test_a_row_that_cannot_be_saved_leaves_no_file_behind(matter, kept):
    nobodys = Document(matter=matter, name="合同.pdf", size=1, checksum="0" * 64)

    with pytest.raises(IntegrityError), transaction.atomic():
        documents.keep(nobodys, ContentFile(PDF))

    assert (Document.objects.count(), kept()) == (0, [])


def write(letter, office):
    """Write a letter of a new request; return it."""
    request = open_request(by=office, received_on=date(2025, 3, 3))
    entry = request.matter.timeline.get()
    return documents.write_letter(request.matter, letters[letter], entry, by=office)


def test_a_letter_is_numbered_written_and_kept_with_the_entry_that_called_for_it(office, kept):
    letter = write("disclosure-receipt", office)
    number = f"南汇公开〔{timezone.localdate().year}〕1号"

    assert (letter.letter, letter.number) == ("disclosure-receipt", number)
    assert (letter.name, letter.entry.move) == (f"登记回执 {number}.docx", "receive")
    assert letter.checksum == hashlib.sha256(content_of(letter)).hexdigest()
    with letter.file.open("rb") as file:
        text = "\n".join(paragraph.text for paragraph in WordDocument(file).paragraphs)
    assert "政府信息公开申请登记回执" in text
    assert number in text


def test_letters_of_a_kind_share_one_series_of_numbers(office, kept):
    letters_written = [write("disclosure-receipt", office) for _ in range(2)]

    year = timezone.localdate().year
    assert [letter.number for letter in letters_written] == [
        f"南汇公开〔{year}〕1号",
        f"南汇公开〔{year}〕2号",
    ]


def test_a_letter_is_audited_with_its_number(office, kept):
    letter = write("disclosure-receipt", office)

    entry = AuditEntry.objects.of("casework.matter", letter.matter_id).first()
    assert (entry.action, entry.changes) == ("created", {"文书": f"登记回执 {letter.number}"})


def test_an_edited_letter_stays_the_letter_it_is(office, kept):
    letter = write("disclosure-receipt", office)
    edited = SimpleUploadedFile("回执改.docx", content_of(letter))

    newer = documents.attach(letter.matter, edited, by=office, largest=LARGEST, replaces=letter)

    assert (newer.letter, newer.number, newer.entry) == (letter.letter, letter.number, letter.entry)


def test_a_letter_says_what_its_entry_says(office, kept):
    request = open_request(by=office)
    entry = moved(
        request.matter, "consult", date(2025, 3, 10), party="李某", consulted="third_party"
    )

    letter = documents.write_letter(
        request.matter, letters["disclosure-consultation"], entry, by=office
    )

    with letter.file.open("rb") as file:
        paragraphs = [paragraph.text for paragraph in WordDocument(file).paragraphs]
    assert "李某：" in paragraphs


def test_a_letter_bears_the_number_that_its_entry_already_has(office, kept):
    review = issued_review()
    issued = review.last("issue")

    letter = documents.write_letter(review.matter, letters["review-opinion"], issued, by=office)

    assert letter.number == issued.detail["number"] == "南汇法审〔2026〕1号"


def test_letters_with_a_series_of_their_own_are_counted_apart(office, kept):
    review = open_review()
    entry = moved(review.matter, "return", date(2026, 3, 3), missing="营业执照")
    year = timezone.localdate().year

    numbers = [
        documents.write_letter(review.matter, letters["review-completion"], entry, by=office).number
        for _ in range(2)
    ]

    assert numbers == [f"南汇审补〔{year}〕1号", f"南汇审补〔{year}〕2号"]
    assert issued_review().last("issue").detail["number"] == "南汇法审〔2026〕1号"
