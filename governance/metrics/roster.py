"""Figures of the roster: how many there were on the last day of a span, and who came newly."""

from __future__ import annotations

from django.db.models import QuerySet

from casework.metrics import Metric, Ratio, Span, Split, choice_words, register
from people.models import Certificate, LegalCounsel, StaffMember
from people.models.staff import CertificateKind, Establishment

LAST_DAY = "统计期末日"
ESTABLISHMENT = Split("编制性质", "establishment", choice_words(dict(Establishment.choices)))


def on_the_last_day(**only: object):
    """Return the members of the establishment on the last day of a span, with these values."""
    return lambda span: StaffMember.objects.on_establishment(span.last).filter(**only)


def holding(kind: CertificateKind):
    """Return the members serving on the last day of a span who hold a valid certificate."""

    def records(span: Span) -> QuerySet[StaffMember]:
        return StaffMember.objects.serving_on(span.last).holding(kind, on=span.last)

    return records


def newly_holding(kind: CertificateKind):
    """Return the members whose first certificate of a kind was issued in a span."""
    return lambda span: StaffMember.objects.newly_certified(kind, span.first, span.last)


def enforcers(span: Span) -> QuerySet[StaffMember]:
    """Members in a post of enforcement on the last day of a span, whatever their establishment."""
    return StaffMember.objects.serving_on(span.last).filter(is_enforcer=True)


def people(
    key: str, label: str, unit: str, definition: str, *, records, on: str = LAST_DAY, **more
) -> Metric:
    """Return a figure of the roster."""
    return Metric(f"people.{key}", label, unit, definition, on, records, **more)


ENFORCERS = people(
    "enforcers",
    "执法人员",
    "人",
    "统计期末日在岗、岗位为执法岗位的人员，含编外。",
    records=enforcers,
    splits=(ESTABLISHMENT,),
)
CERTIFIED_ENFORCERS = people(
    "certified_enforcers",
    "持证执法人员",
    "人",
    "统计期末日在岗的执法岗位人员中持有有效行政执法证的。",
    records=lambda span: enforcers(span).holding(CertificateKind.ENFORCEMENT, on=span.last),
)

register(
    people(
        "staff",
        "在编人员",
        "名",
        "统计期末日在岗的行政编制和事业编制人员。",
        records=on_the_last_day(),
        splits=(ESTABLISHMENT,),
    ),
    people(
        "law_majors",
        "法学相关专业人员",
        "人",
        "统计期末日在编人员中的法学专业人员。",
        records=on_the_last_day(has_law_degree=True),
    ),
    people(
        "enforcement_certificate_holders",
        "持有行政执法证",
        "人",
        "统计期末日在岗且行政执法证在有效期内的人员，有效期届满当日仍计入。",
        records=holding(CertificateKind.ENFORCEMENT),
        splits=(ESTABLISHMENT,),
    ),
    people(
        "new_enforcement_certificates",
        "新取得行政执法证",
        "人",
        "首次取证日期在统计期内的人员，换证不计。",
        records=newly_holding(CertificateKind.ENFORCEMENT),
        on="取证日期",
    ),
    people(
        "enforcement_certificates_expiring",
        "行政执法证到期",
        "本",
        "有效期在统计期内届满的行政执法证。",
        records=lambda span: Certificate.objects.filter(kind=CertificateKind.ENFORCEMENT).expiring(
            span.first, span.last
        ),
        on="有效期至",
    ),
    people(
        "legal_qualifications",
        "取得法律职业资格",
        "人",
        "统计期末日在岗且持有法律职业资格证的人员。",
        records=holding(CertificateKind.LEGAL_QUALIFICATION),
    ),
    people(
        "public_lawyers",
        "公职律师",
        "名",
        "统计期末日在岗且公职律师证有效的人员。",
        records=holding(CertificateKind.PUBLIC_LAWYER),
    ),
    people(
        "liaison_officers",
        "法治联络员",
        "名",
        "统计期末日在岗的法治联络员。",
        records=lambda span: StaffMember.objects.serving_on(span.last).filter(is_liaison=True),
    ),
    people(
        "legal_counsel",
        "聘用法律顾问",
        "名",
        "统计期末日聘期内的法律顾问。",
        records=lambda span: LegalCounsel.objects.in_term(span.last),
    ),
    people(
        "disclosure_clerks",
        "信息公开专（兼）职人员",
        "名",
        "统计期末日在岗的信息公开专（兼）职人员。",
        records=lambda span: StaffMember.objects.serving_on(span.last).filter(
            is_disclosure_clerk=True
        ),
    ),
    ENFORCERS,
    CERTIFIED_ENFORCERS,
    Ratio(
        "people.enforcer_certificate_rate",
        "执法人员持证率",
        CERTIFIED_ENFORCERS,
        ENFORCERS,
        "持证执法人员 ÷ 执法人员。",
    ),
    people(
        "new_enforcers",
        "新增执法人员",
        "人",
        "到岗日期在统计期内的执法岗位人员。",
        records=lambda span: StaffMember.objects.joined_between(span.first, span.last).filter(
            is_enforcer=True
        ),
        on="到岗日期",
    ),
    people(
        "departed_enforcers",
        "离职执法人员",
        "人",
        "离岗日期在统计期内的执法岗位人员。",
        records=lambda span: StaffMember.objects.left_between(span.first, span.last).filter(
            is_enforcer=True
        ),
        on="离岗日期",
    ),
)
