"""Two versions of a document compared as text."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from casework.drafts import Line, differences
from casework.models import Document
from people.roles import Role
from tests.factories.legalreview import open_review

TEXT = [f"第{n}条" for n in range(1, 10)]


def test_two_texts_alike_differ_in_nothing():
    assert list(differences(TEXT, TEXT)) == []


def test_what_was_taken_out_and_put_in_stands_among_its_neighbours():
    changed = [*TEXT[:4], "第5条（修改）", *TEXT[5:]]

    assert list(differences(TEXT, changed)) == [
        Line("gap", "……"),
        Line("same", "第3条"),
        Line("same", "第4条"),
        Line("gone", "第5条"),
        Line("new", "第5条（修改）"),
        Line("same", "第6条"),
        Line("same", "第7条"),
    ]


def test_changes_far_apart_are_divided_by_a_gap():
    lines = list(differences(TEXT, ["新一条", *TEXT[1:8], "新九条"]))

    assert [line.text for line in lines if line.sort != "same"] == [
        "第1条",
        "新一条",
        "……",
        "第9条",
        "新九条",
    ]


@pytest.fixture
def office(client_as):
    return client_as(Role.LEGAL_OFFICE)


def upload(office, matter, name, content, replaces=None):
    page = (
        reverse("casework:replace-document", args=[replaces.pk])
        if replaces
        else reverse("casework:attach", args=[matter.pk])
    )
    office.post(page, {"file": SimpleUploadedFile(name, content.encode())})
    return Document.objects.order_by("pk").last()


def compare(client, new, old):
    return client.get(reverse("casework:compare-documents", args=[new.pk, old.pk]))


def test_a_version_is_compared_with_any_earlier_one(office):
    matter = open_review().matter
    first = upload(office, matter, "合同.txt", "第一条\n第二条")
    second = upload(office, matter, "合同.txt", "第一条\n第二条改", first)
    third = upload(office, matter, "合同.txt", "第一条\n第二条再改", second)

    page = compare(office, third, first)

    assert [(line.sort, line.text) for line in page.context["lines"]] == [
        ("same", "第一条"),
        ("gone", "第二条"),
        ("new", "第二条再改"),
    ]
    assert "比较" in office.get(matter.get_absolute_url()).text


def test_versions_alike_say_so(office):
    matter = open_review().matter
    first = upload(office, matter, "合同.txt", "第一条")
    second = upload(office, matter, "合同.txt", "第一条\n", first)

    assert "两个版本的文字相同" in compare(office, second, first).text


def test_a_sort_that_cannot_be_compared_gets_a_sentence(office):
    matter = open_review().matter
    first = upload(office, matter, "合同.pdf", "%PDF-1.7\n")
    second = upload(office, matter, "合同.pdf", "%PDF-1.7\n2", first)

    assert "只能比较 .docx 和 .txt 文件的文字" in compare(office, second, first).text


def test_two_documents_that_are_no_versions_of_each_other_are_not_compared(office):
    matter = open_review().matter
    one = upload(office, matter, "合同.txt", "第一条")
    other = upload(office, matter, "附件.txt", "第一条")

    assert compare(office, other, one).status_code == 404


def test_nobody_compares_what_they_may_not_see(office, client_as):
    matter = open_review().matter
    first = upload(office, matter, "合同.txt", "第一条")
    second = upload(office, matter, "合同.txt", "第二条", first)

    assert compare(client_as(Role.OFFICER), second, first).status_code == 404
