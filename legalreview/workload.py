"""What each lawyer did for the office in a year."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from casework.models import CounselAssignment, TimelineEntry
from legalreview.models import CounselEvaluation, CounselService
from legalreview.workflow import KIND
from people.models import LegalCounsel
from timelimits.calendar import current_calendar


@dataclass(frozen=True)
class Workload:
    """The year of one lawyer."""

    counsel: LegalCounsel
    entrusted: int
    opinions: int
    average: Decimal | None
    services: int
    evaluation: CounselEvaluation | None


def of_year(year: int, counsel: Iterable[LegalCounsel]) -> list[Workload]:
    """Return the year of each of these lawyers; all of it is read in four queries."""
    lawyers = list(counsel)
    span = (date(year, 1, 1), date(year, 12, 31))
    since = {
        (row.counsel_id, row.matter_id): row.since
        for row in CounselAssignment.objects.filter(matter__kind=KIND, counsel__in=lawyers)
    }
    # An opinion names who gave it, whether the lawyer typed it or it came on paper.
    named = {one.name: one.pk for one in lawyers}
    given = TimelineEntry.objects.standing().filter(
        move__in=("opine", "issue_on_record"),
        on__range=span,
        matter__kind=KIND,
        matter__voided_at=None,
    )
    opinions = [
        (named[entry.detail["reviewer"]], entry.matter_id, entry.on)
        for entry in given
        if entry.detail.get("reviewer") in named
    ]
    served = list(
        CounselService.objects.filter(on__range=span, counsel__in=lawyers).values_list(
            "counsel", flat=True
        )
    )
    grades = {
        grade.counsel_id: grade
        for grade in CounselEvaluation.objects.filter(year=year, counsel__in=lawyers)
    }
    calendar = current_calendar()
    return [
        Workload(
            counsel=one,
            entrusted=sum(
                lawyer == one.pk and span[0] <= on <= span[1] for (lawyer, _), on in since.items()
            ),
            opinions=sum(lawyer == one.pk for lawyer, _, _ in opinions),
            average=mean(
                [
                    calendar.workdays_between(since[lawyer, matter], on)
                    for lawyer, matter, on in opinions
                    if lawyer == one.pk and (lawyer, matter) in since
                ]
            ),
            services=served.count(one.pk),
            evaluation=grades.get(one.pk),
        )
        for one in lawyers
    ]


def mean(numbers: list[int]) -> Decimal | None:
    """Return the mean to one place, None of nothing."""
    if not numbers:
        return None
    exact = Decimal(sum(numbers)) / len(numbers)
    return exact.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)
