"""The pages any matter has: files, tasks, links, corrections; the lists over all registers."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from casework import process
from casework.models import Document, Matter, MatterLink, Notice, Task
from people.roles import Role
from portal.models import Action, AuditEntry
from tests.factories.disclosure import open_request
from tests.factories.people import (
    ChargeFactory,
    CounselEngagementFactory,
    DepartmentFactory,
    StaffMemberFactory,
    UserFactory,
)

PDF = b"%PDF-1.7\n%%EOF\n"
TODAY = timezone.localdate


@pytest.fixture
def office(client_as):
    return client_as(Role.LEGAL_OFFICE)


@pytest.fixture
def matter(db):
    return open_request(received_on=TODAY() - timedelta(days=1)).matter


def url(name, *args):
    return reverse(f"casework:{name}", args=args)


def download(client, document):
    """Ask for a file as the browser does; return the answer and what it brought."""
    answer = client.get(url("document", document.pk))
    return answer, b"".join(answer.streaming_content) if answer.streaming else b""


def upload(client, matter, name, content, **more):
    file = SimpleUploadedFile(name, content)
    return client.post(url("attach", matter.pk), {"file": file, **more})


def test_a_file_is_kept_under_a_name_that_tells_nothing(office, matter):
    upload(office, matter, "申请表.pdf", PDF)

    document = Document.objects.get()
    assert document.name == "申请表.pdf"
    assert "申请" not in document.file.name
    assert document.content_type == "application/pdf"


def test_a_file_with_a_hundred_chinese_characters_in_its_name_is_kept(office, matter):
    name = "长" * 100 + ".pdf"

    upload(office, matter, name, PDF)

    assert Document.objects.get().name == name


REFUSED = {
    "a program called a paper": ("合同.pdf", b"MZ\x90\x00", "文件内容与扩展名 .pdf 不符"),
    "a program": ("合同.exe", b"MZ\x90\x00", "不接受这种文件（.exe）"),
    "nothing": ("合同.pdf", b"", "所提交的是空文件。"),
    "no ending": ("合同", PDF, "不接受这种文件（没有扩展名）"),
}


@pytest.mark.parametrize(("name", "content", "sentence"), REFUSED.values(), ids=REFUSED.keys())
def test_a_file_that_is_not_what_it_says_is_refused_at_its_field(
    office, matter, name, content, sentence
):
    answer = upload(office, matter, name, content)

    assert sentence in answer.context["form"].errors["file"][0]
    assert Document.objects.count() == 0


def test_a_file_beyond_the_limit_is_refused_at_its_field(office, matter, settings):
    settings.ATTACHMENT_MAX_SIZE = 10

    answer = upload(office, matter, "大.pdf", PDF)

    assert answer.context["form"].errors["file"] == ["单个文件不能超过 0 MB。"]


def test_a_request_beyond_all_bounds_gets_a_page_of_its_own(office, matter, settings):
    settings.ATTACHMENT_MAX_SIZE = settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 10

    answer = upload(office, matter, "大.pdf", PDF)

    assert (answer.status_code, "上传内容过大" in answer.text) == (413, True)


def test_a_file_is_given_out_as_a_download_that_cannot_run_and_is_audited(office, matter):
    upload(office, matter, "申请表.pdf", PDF)

    answer, content = download(office, Document.objects.get())

    assert content == PDF
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert AuditEntry.objects.filter(action=Action.DOWNLOADED).count() == 1


@pytest.mark.parametrize("role", [Role.OFFICER, Role.DEPARTMENT_HEAD, Role.COUNSEL])
def test_a_file_of_a_matter_out_of_sight_is_not_there(client_as, office, matter, role):
    upload(office, matter, "申请表.pdf", PDF)

    answer = client_as(role).get(url("document", Document.objects.get().pk))

    assert answer.status_code == 404


def test_counsel_get_only_the_files_marked_for_them(client_as, office, matter):
    counsel = client_as(Role.COUNSEL)
    CounselEngagementFactory(counsel=counsel.user.counsel, since=date(2020, 1, 1), until=None)
    process.assign_counsel(matter, counsel.user.counsel, by=office.user, on=TODAY())
    upload(office, matter, "内部.pdf", PDF)
    upload(office, matter, "给律师.pdf", PDF, for_counsel="on")

    codes = [download(counsel, d)[0].status_code for d in Document.objects.order_by("pk")]
    page = counsel.get(matter.get_absolute_url())

    assert codes == [404, 200]
    assert ("给律师.pdf" in page.text, "内部.pdf" in page.text) == (True, False)


def test_a_new_version_keeps_the_old_one(office, matter):
    upload(office, matter, "答复稿.pdf", PDF)
    old = Document.objects.get()

    office.post(url("replace-document", old.pk), {"file": SimpleUploadedFile("改.pdf", PDF)})
    page = office.get(matter.get_absolute_url())

    new = Document.objects.get(replaces=old)
    assert page.context["documents"] == [new]
    assert page.context["documents"][0].older == [old]


def test_a_letter_is_written_numbered_and_kept(office, matter):
    entry = matter.timeline.get()

    office.post(url("write", matter.pk, "disclosure-receipt", entry.pk))

    document = Document.objects.get()
    assert document.number == f"南汇公开〔{TODAY().year}〕1号"
    assert document.name == f"登记回执 {document.number}.docx"


def test_a_letter_the_timeline_does_not_call_for_is_not_there(office, matter):
    entry = matter.timeline.get()

    assert office.post(url("write", matter.pk, "disclosure-reply", entry.pk)).status_code == 404


def test_a_task_opens_the_matter_to_another_department_until_it_is_done(client_as, office, matter):
    officer = client_as(Role.OFFICER)
    before = officer.get(matter.get_absolute_url()).status_code

    office.post(
        url("new-task", matter.pk),
        {
            "title": "提供执法记录",
            "department": officer.user.department.pk,
            "due_on": TODAY() + timedelta(days=3),
        },
    )
    task = Task.objects.get()
    listed = list(officer.get(url("tasks")).context["object_list"])
    officer.post(url("answer-task", matter.pk, task.pk), {"answer": "已移送。"})

    task.refresh_from_db()
    assert (before, listed, task.answer, task.done_by) == (404, [task], "已移送。", officer.user)


def test_a_task_is_withdrawn_for_a_reason_and_closes_the_matter_again(client_as, office, matter):
    officer = client_as(Role.OFFICER)
    task = Task(matter=matter, title="办", department=officer.user.department, due_on=TODAY())
    process.give_task(task, by=office.user, today=TODAY())
    before = officer.get(matter.get_absolute_url()).status_code

    office.post(url("withdraw-task", matter.pk, task.pk), {"reason": "交办有误"})
    again = office.post(url("withdraw-task", matter.pk, task.pk), {"reason": "再撤"})

    assert (before, officer.get(matter.get_absolute_url()).status_code) == (200, 404)
    assert again.context["form"].non_field_errors() == ["这项交办已经办结或撤回。"]


def test_a_transfer_is_not_corrected_but_made_again_the_other_way(office, matter):
    make_transfer(office, matter, DepartmentFactory())
    matter.refresh_from_db()

    answer = office.post(
        url("correct", matter.pk, matter.timeline.last().pk),
        {"reason": "点错了", "version": matter.version},
    )

    assert answer.context["form"].non_field_errors() == ["转办不能更正，请再转回原来的科室。"]


def test_a_task_given_to_nobody_is_refused(office, matter):
    answer = office.post(url("new-task", matter.pk), {"title": "办", "due_on": TODAY()})

    assert answer.context["form"].errors["department"] == [
        "请至少选择交办科室、交办给谁、法律顾问中的一项。"
    ]


def test_a_task_that_was_due_yesterday_is_refused_at_its_day(office, matter):
    answer = office.post(
        url("new-task", matter.pk),
        {
            "title": "办",
            "department": DepartmentFactory().pk,
            "due_on": TODAY() - timedelta(days=1),
        },
    )

    assert answer.context["form"].errors["due_on"] == ["要求完成日期不能早于今天。"]


def test_somebody_elses_task_is_not_there(client_as, office, matter):
    task = Task(matter=matter, title="办", department=DepartmentFactory(), due_on=TODAY())
    process.give_task(task, by=office.user, today=TODAY())

    assert client_as(Role.LEADER).get(url("answer-task", matter.pk, task.pk)).status_code == 404


def test_a_following_lawsuit_is_linked_by_its_number(office, matter):
    office.post(
        url("new-link", matter.pk),
        {"relation": "lawsuit", "outside_number": "（2026）浙0302行初1号"},
    )

    assert "（2026）浙0302行初1号" in office.get(matter.get_absolute_url()).text


def test_a_link_to_a_matter_out_of_sight_does_not_tell_that_it_exists(client_as, matter):
    other = open_request().matter
    head = client_as(Role.LEGAL_OFFICE)

    found = head.post(url("new-link", matter.pk), {"relation": "related", "number": other.number})
    missing = head.post(url("new-link", matter.pk), {"relation": "related", "number": "无此号"})
    both = head.post(
        url("new-link", matter.pk),
        {"relation": "related", "number": other.number, "outside_number": "1"},
    )

    assert found.status_code == 302
    assert MatterLink.objects.get().other == other
    assert missing.context["form"].errors["number"] == ["没有找到这个编号的其他事项。"]
    assert both.context["form"].errors["number"] == ["请填写系统内编号或系统外案号，二者填一项。"]


def test_a_matter_is_voided_for_a_reason_and_stays_readable(office, matter):
    office.post(url("void", matter.pk), {"reason": "重复登记", "version": matter.version})

    page = office.get(matter.get_absolute_url())
    assert "重复登记" in page.text
    assert page.context["moves"] == []


def make_transfer(client, matter, department):
    """Give a matter to another department through its form."""
    return client.post(
        reverse("disclosure:move-request", args=[matter.pk, "transfer"]),
        {
            "on": TODAY(),
            "department": department.pk,
            "reasons": "职责",
            "version": matter.version,
        },
    )


def test_a_mistaken_entry_is_corrected_with_its_reason(office, matter):
    office.post(
        reverse("disclosure:move-request", args=[matter.pk, "consult_organ"]),
        {"on": TODAY(), "party": "区住建局", "version": matter.version},
    )
    entry = matter.timeline.last()
    matter.refresh_from_db()

    office.post(
        url("correct", matter.pk, entry.pk), {"reason": "点错了", "version": matter.version}
    )

    page = office.get(matter.get_absolute_url())
    assert "已更正：点错了" in page.text
    assert page.context["matter"].stage == "processing"


def test_an_entry_of_another_matter_cannot_be_corrected_through_this_one(office, matter):
    other = open_request().matter.timeline.get()

    assert office.get(url("correct", matter.pk, other.pk)).status_code == 404


def test_a_matter_is_followed_and_unfollowed(office, matter):
    office.post(url("follow", matter.pk), {"follow": ""})
    followed = list(office.get(url("matters"), {"tab": "followed"}).context["object_list"])
    office.post(url("follow", matter.pk), {"unfollow": ""})
    after = list(office.get(url("matters"), {"tab": "followed"}).context["object_list"])

    assert (followed, after) == ([matter], [])


def unread(client, matter):
    """Return how many notices of a matter a person has not read; the day's own do not count."""
    return client.user.notices.unread().filter(matter=matter).count()


def test_notices_are_read_one_by_one_or_all(office, matter):
    for n in range(3):
        Notice.objects.create(recipient=office.user, key=str(n), text=f"消息{n}", matter=matter)
    first = Notice.objects.filter(matter=matter).first()

    office.post(url("notices"), {"notice": first.pk})
    one = unread(office, matter)
    office.post(url("notices"), {"notice": "x"})
    same = unread(office, matter)
    office.post(url("notices"))

    assert (one, same, unread(office, matter)) == (2, 2, 0)


def test_nobody_reads_somebody_elses_notices(client_as, office, matter):
    Notice.objects.create(recipient=office.user, key="1", text="消息", matter=matter)
    other = client_as(Role.LEADER)

    other.post(url("notices"))

    assert unread(office, matter) == 1


def test_the_search_stays_within_what_the_person_may_see(client_as, office, matter):
    words = {"q": matter.number}

    found = [
        list(client.get(url("search"), words).context["object_list"])
        for client in (office, client_as(Role.LEADER), client_as(Role.OFFICER))
    ]

    assert found == [[matter], [matter], []]


def test_the_search_needs_every_word(office, matter):
    hit = list(office.get(url("search"), {"q": f"{matter.number} 张某"}).context["object_list"])
    miss = list(office.get(url("search"), {"q": f"{matter.number} 李某"}).context["object_list"])

    assert (hit, miss) == ([matter], [])


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(
    ("page", "queries"),
    [
        ("home", 17),
        ("casework:matters", 18),
        ("casework:search", 11),
        ("casework:tasks", 11),
        ("casework:notices", 11),
    ],
)
def test_a_page_needs_the_same_queries_for_one_row_and_for_three(
    office, django_assert_num_queries, page, queries, count
):
    for n in range(count):
        matter = open_request(received_on=TODAY() - timedelta(days=1)).matter
        Notice.objects.create(recipient=office.user, key=str(n), text="消息", matter=matter)
        Task.objects.create(
            matter=matter,
            title="办",
            assignee=office.user.staff_member,
            due_on=TODAY(),
            given_by=office.user,
        )

    with django_assert_num_queries(queries):
        answer = office.get(reverse(page), {"q": "张某"})

    assert answer.status_code == 200


def test_the_numbers_of_the_workbench_are_those_of_its_lists(office):
    for days in (0, 1, 27, 28, 60):
        open_request(received_on=TODAY() - timedelta(days=days))

    tiles = {tile["code"]: tile["count"] for tile in office.get("/").context["work"].tiles}
    lists = {
        code: len(office.get(url("matters"), {"tab": code, "size": 100}).context["object_list"])
        for code in tiles
    }

    assert tiles == lists


def test_the_log_of_a_matter_tells_what_was_done_and_seen(office, matter):
    upload(office, matter, "申请表.pdf", PDF)
    download(office, Document.objects.get())

    actions = [entry.action for entry in office.get(url("log", matter.pk)).context["object_list"]]

    assert actions == [Action.DOWNLOADED, Action.ATTACHED, Action.CREATED]


def test_a_leader_sees_departments_in_charge_only(client_as, matter):
    deputy = client_as(Role.DEPUTY_LEADER)
    before = deputy.get(matter.get_absolute_url()).status_code
    ChargeFactory(leader=deputy.user.staff_member, department=matter.department, since=TODAY())

    assert (before, deputy.get(matter.get_absolute_url()).status_code) == (404, 200)


def test_assigning_moves_the_matter_into_the_other_departments_sight(client_as, office, matter):
    member = StaffMemberFactory()
    officer = UserFactory(roles=[Role.OFFICER], staff_member=member)

    office.post(
        url("assign", matter.pk),
        {
            "department": member.department.pk,
            "handler": member.pk,
            "version": matter.version,
        },
    )

    assert Matter.objects.visible_to(officer).get() == matter
    assert officer.notices.get().text.startswith("依申请公开交由您办理")


@pytest.mark.parametrize("count", [1, 3])
def test_the_log_needs_the_same_queries_for_one_act_and_for_three(
    office, matter, django_assert_num_queries, count
):
    for _ in range(count - 1):
        upload(office, matter, "申请表.pdf", PDF)

    with django_assert_num_queries(10):
        answer = office.get(url("log", matter.pk))

    assert len(answer.context["object_list"]) == count
