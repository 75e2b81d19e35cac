"""The ledgers of the roster: members of staff with their certificates, and legal counsel."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from django.db.models import QuerySet

from casework.cells import day, name, one_of, yes
from casework.ledger import Column, Ledger, Row, register
from casework.roster import department_named
from people.models import Certificate, CounselEngagement, LegalCounsel, StaffMember, User
from people.models.staff import CertificateKind, Establishment
from portal import audit
from portal.models import Action

ESTABLISHMENTS = {label: code for code, label in Establishment.choices} | {
    "行政": Establishment.ADMINISTRATIVE,
    "事业": Establishment.INSTITUTION,
    "编外用工": Establishment.CONTRACT,
}
LIAISON = "法治联络员"

STAFF_COLUMNS = (
    Column("serial", "序号", width=6),
    Column("name", "姓名", name, required=True, example="张某"),
    Column("department", "科室", name, required=True, synonyms=("部门",), example="党政办公室"),
    Column("post", "职务", example="科员"),
    Column("establishment", "编制性质", one_of(ESTABLISHMENTS), required=True, example="行政编制"),
    Column("law_degree", "是否法学专业", yes, synonyms=("法学专业",)),
    Column("lawyer_number", "公职律师证号"),
    Column("certificate_number", "行政执法证号", synonyms=("执法证号",)),
    Column("since", "取证日期", day),
    Column("until", "有效期至", day, synonyms=("有效期",)),
    Column("remark", "备注"),
    Column("joined_on", "到岗日期", day),
    Column("left_on", "离岗日期", day),
)


def create_member(row: Row, by: User) -> StaffMember:
    """Put a member on the roster, with the certificates that the row names."""
    member = StaffMember(name=str(row["name"]))
    write_member(member, row)
    audit.note(Action.CREATED, by=by, about=member)
    return member


def update_member(member: StaffMember, row: Row, by: User) -> None:
    """Make a member say what the corrected row says."""
    write_member(member, row)
    audit.note(Action.CHANGED, by=by, about=member, changes={"台账": ["", "按台账更新"]})


def write_member(member: StaffMember, row: Row) -> None:
    member.department = department_named(str(row["department"]))
    member.post = str(row["post"] or "")
    member.establishment = row["establishment"]
    member.has_law_degree = row["law_degree"]
    member.is_liaison = LIAISON in member.post
    member.joined_on = row["joined_on"]
    member.left_on = row["left_on"]
    member.remark = str(row["remark"] or "")
    member.full_clean()
    member.save()
    hold(member, CertificateKind.ENFORCEMENT, row["certificate_number"], row["since"], row["until"])
    hold(member, CertificateKind.PUBLIC_LAWYER, row["lawyer_number"], None, None)


def hold(
    member: StaffMember,
    kind: CertificateKind,
    number: object,
    since: date | None,
    until: date | None,
) -> None:
    """Give a member the certificate of this number; one held by another is refused."""
    if not number:
        return
    held = member.certificates.filter(kind=kind, number=str(number)).first()
    certificate = held or Certificate(holder=member, kind=kind, number=str(number))
    certificate.since, certificate.until = since, until
    certificate.full_clean()
    certificate.save()


def member_rows(members: Iterable[StaffMember]) -> Iterable[Sequence[object]]:
    for serial, member in enumerate(members, start=1):
        held = {certificate.kind: certificate for certificate in member.certificates.all()}
        enforcement = held.get(CertificateKind.ENFORCEMENT)
        lawyer = held.get(CertificateKind.PUBLIC_LAWYER)
        yield (
            serial,
            member.name,
            member.department.name,
            member.post,
            member.get_establishment_display(),
            "是" if member.has_law_degree else "否",
            lawyer.number if lawyer else "",
            enforcement.number if enforcement else "",
            enforcement.since if enforcement else None,
            enforcement.until if enforcement else None,
            member.remark,
            member.joined_on,
            member.left_on,
        )


def members(roster: QuerySet[StaffMember]) -> QuerySet[StaffMember]:
    return roster.select_related("department").prefetch_related("certificates")


COUNSEL_COLUMNS = (
    Column("serial", "序号", width=6),
    Column("name", "姓名", name, required=True, synonyms=("律师姓名",)),
    Column("firm", "执业机构", required=True, synonyms=("律师事务所",), width=24),
    Column("licence", "执业证号", required=True, width=22),
    Column("since", "聘期起", day, required=True),
    Column("until", "聘期止", day),
)


def create_counsel(row: Row, by: User) -> LegalCounsel:
    """Keep a lawyer with the term of engagement; a known licence gets one more term."""
    counsel = LegalCounsel.objects.filter(licence_number=row["licence"]).first()
    counsel = counsel or LegalCounsel(licence_number=str(row["licence"]))
    write_counsel(counsel, row)
    audit.note(Action.CREATED, by=by, about=counsel)
    return counsel


def update_counsel(counsel: LegalCounsel, row: Row, by: User) -> None:
    """Make a lawyer and the term say what the corrected row says."""
    write_counsel(counsel, row)
    audit.note(Action.CHANGED, by=by, about=counsel, changes={"台账": ["", "按台账更新"]})


def write_counsel(counsel: LegalCounsel, row: Row) -> None:
    counsel.name, counsel.firm = str(row["name"]), str(row["firm"])
    counsel.full_clean()
    counsel.save()
    term = counsel.engagements.filter(since=row["since"]).first()
    term = term or CounselEngagement(counsel=counsel, since=row["since"])
    term.until = row["until"]
    term.full_clean()
    term.save()


def counsel_rows(engaged: Iterable[LegalCounsel]) -> Iterable[Sequence[object]]:
    serial = 0
    for counsel in engaged:
        for term in counsel.engagements.all():
            serial += 1
            yield serial, counsel.name, counsel.firm, counsel.licence_number, term.since, term.until


def lawyers(counsel: QuerySet[LegalCounsel]) -> QuerySet[LegalCounsel]:
    return counsel.prefetch_related("engagements")


register(
    Ledger(
        code="staff",
        label="工作人员名册",
        columns=STAFF_COLUMNS,
        identity=("name", "department"),
        create=create_member,
        update=update_member,
        complete=members,
        rows=member_rows,
        model=StaffMember,
        first=True,
    ),
    Ledger(
        code="counsel",
        label="法律顾问名册",
        columns=COUNSEL_COLUMNS,
        identity=("licence", "since"),
        create=create_counsel,
        update=update_counsel,
        complete=lawyers,
        rows=counsel_rows,
        model=LegalCounsel,
        first=True,
    ),
)
