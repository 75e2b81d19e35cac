"""Reminds of deadlines and tasks: 7, 3 and 1 units before, on the day, daily when late."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.contrib.auth.signals import user_logged_in
from django.db import transaction
from django.dispatch import receiver
from django.utils import timezone

from casework.lamps import units_until
from casework.models import Deadline, Matter, Notice, Task
from casework.models.notice import DailyRun
from people.models import Charge, User
from people.roles import Role
from timelimits.calendar import current_calendar
from timelimits.periods import Clock, left_unit, units_left
from timelimits.workdays import WorkCalendar

STEPS = (7, 3, 1, 0)


@dataclass(frozen=True)
class Reminder:
    """Something besides deadlines and tasks that comes on a day: a certificate that runs out.

    It is told at the steps, in its own unit, to 法制办 and the heads of the department, or to those
    who keep its matter; what is late is told once, or every day where it must be done (`insists`).
    """

    key: str
    text: str
    left: int
    unit: str = "日"
    department: int | None = None
    steps: tuple[int, ...] = STEPS
    insists: bool = False
    matter: Matter | None = None

    @property
    def step(self) -> int | None:
        if self.left < 0:
            return self.left if self.insists else -1
        return min((step for step in self.steps if self.left <= step), default=None)


Source = Callable[[date], Iterable[Reminder]]
sources: list[Source] = []


def reminds(source: Source) -> Source:
    """Register a function that returns what a day reminds of; used as a decorator."""
    sources.append(source)
    return source


def run_daily(today: date) -> int:
    """Remind once a day, whoever asks first; return how many notices were given."""
    with transaction.atomic():
        _, is_first = DailyRun.objects.get_or_create(name="remind", on=today)
        return remind(today) if is_first else 0


@receiver(user_logged_in)
def catch_up(**_sign_in: object) -> None:
    """Give today's reminders at the day's first sign-in, where no beat has given them yet."""
    run_daily(timezone.localdate())


def remind(today: date) -> int:
    """Give the notices that are due by today and were not given yet; return their number.

    A run that was missed is caught up: the latest step that has been passed is told now. What has
    been finished, has lapsed or stands still is not reminded of.
    """
    calendar = current_calendar()
    deadlines = (
        Deadline.objects.running()
        .filter(due_on__isnull=False)
        .select_related("matter", "matter__department")
    )
    desks = Desks(today)
    notices = [
        notice
        for deadline in deadlines
        if not is_stopped(deadline, today)
        for notice in notices_of(deadline, today, calendar, desks)
    ]
    tasks = Task.objects.open().select_related("matter")
    notices += [n for task in tasks for n in task_notices(task, today, calendar, desks)]
    notices += [n for source in sources for r in source(today) for n in told_of(r, desks)]
    return give(notices)


def give(notices: list[Notice]) -> int:
    """Write the notices that nobody has had; return how many they were."""
    had = set(
        Notice.objects.filter(key__in={n.key for n in notices}).values_list("recipient_id", "key")
    )
    new = [n for n in notices if (n.recipient_id, n.key) not in had]
    Notice.objects.bulk_create(new, ignore_conflicts=True, batch_size=500)
    return len(new)


def is_stopped(deadline: Deadline, today: date) -> bool:
    """Say whether the clock of a deadline stands still today."""
    if deadline.stopped_since is None:
        return False
    return deadline.stopped_until is None or today <= deadline.stopped_until


def step_of(left: int) -> int | None:
    """Return the step that is due with so many units left: negative ones are days late."""
    if left < 0:
        return left
    return min((step for step in STEPS if left <= step), default=None)


def notices_of(
    deadline: Deadline, today: date, calendar: WorkCalendar, desks: Desks
) -> list[Notice]:
    """Return the notices of one deadline on a day, one for each person concerned."""
    left, unit = units_until(deadline, today, calendar)
    step = step_of(left)
    if step is None:
        return []
    when = time_left(left, unit)
    party = f"（{deadline.party}）" if deadline.party else ""
    # The party comes last: it may be long, and only the end of a key is cut off.
    key = f"due:{deadline.matter_id}:{deadline.code}:{deadline.due_on}:{step}:{deadline.party}"
    return [
        Notice(
            recipient_id=pk,
            key=key[:120],
            text=f"{deadline.label}{party}{when}（{deadline.due_on}）：{deadline.matter}"[:300],
            matter=deadline.matter,
            grave=left <= 0,
        )
        for pk in desks.of_matter(deadline.matter, late=left < 0)
    ]


def time_left(left: int, unit: str) -> str:
    """Return in words how much time is left."""
    if left < 0:
        return f"已逾期{-left}{unit}"
    return f"还剩{left}{unit}" if left else "今日到期"


def told_of(reminder: Reminder, desks: Desks) -> list[Notice]:
    """Return the notices of a reminder, none where no step has been reached."""
    if reminder.step is None:
        return []
    told = set(desks.legal_office)
    if reminder.matter:
        told |= desks.of_matter(reminder.matter, late=reminder.left < 0)
    elif reminder.department:
        told |= desks.heads[reminder.department]
    return [
        Notice(
            recipient_id=pk,
            key=f"{reminder.key}:{reminder.step}"[:120],
            text=f"{reminder.text}{time_left(reminder.left, reminder.unit)}。"[:300],
            grave=reminder.left <= 0,
            matter=reminder.matter,
        )
        for pk in told
    ]


def task_notices(task: Task, today: date, calendar: WorkCalendar, desks: Desks) -> list[Notice]:
    """Return the notices of one open task on a day; its giver hears of it when it is late."""
    left = units_left(Clock.WORKDAYS, task.due_on, today, calendar)
    step = step_of(left)
    if step is None:
        return []
    told = desks.of_task(task) | ({task.given_by_id} if left < 0 else set())
    when = time_left(left, left_unit(Clock.WORKDAYS).value)
    return [
        Notice(
            recipient_id=pk,
            key=f"task-due:{task.pk}:{task.due_on}:{step}",
            text=f"交办“{task}”{when}（{task.due_on}）：{task.matter}"[:300],
            matter=task.matter,
            grave=left <= 0,
        )
        for pk in told
    ]


class Desks:
    """Whom a deadline concerns: read once for all deadlines of a run."""

    def __init__(self, today: date) -> None:
        active = User.objects.filter(is_active=True)
        self.of_member: dict[int, int] = {}
        self.of_counsel: dict[int, int] = {}
        self.in_department: dict[int, set[int]] = defaultdict(set)
        owners = active.values_list(
            "pk", "staff_member_id", "staff_member__department_id", "counsel_id"
        )
        for pk, member, department, counsel in owners:
            if member:
                self.of_member[member] = pk
                self.in_department[department].add(pk)
            if counsel:
                self.of_counsel[counsel] = pk
        self.legal_office = set(
            active.filter(groups__name=Role.LEGAL_OFFICE).values_list("pk", flat=True)
        )
        self.heads: dict[int, set[int]] = defaultdict(set)
        heads = active.filter(groups__name=Role.DEPARTMENT_HEAD, staff_member__isnull=False)
        for department, pk in heads.values_list("staff_member__department_id", "pk"):
            self.heads[department].add(pk)
        self.in_charge: dict[int, set[int]] = defaultdict(set)
        charges = Charge.objects.on(today).values_list("department_id", "leader_id")
        for department, leader in charges:
            if leader in self.of_member:
                self.in_charge[department].add(self.of_member[leader])

    def of_task(self, task: Task) -> set[int]:
        """Return the accounts a task was given to: the person, else the whole department."""
        if task.assignee_id in self.of_member:
            told = {self.of_member[task.assignee_id]}
        else:
            told = set(self.in_department[task.department_id]) if task.department_id else set()
        if task.counsel_id in self.of_counsel:
            told.add(self.of_counsel[task.counsel_id])
        return told

    def of_matter(self, matter: Matter, *, late: bool) -> set[int]:
        """Return the accounts to tell: handler and 法制办; when late, the heads as well."""
        told = set(self.legal_office)
        handler = self.of_member.get(matter.handler_id) if matter.handler_id else None
        told |= {handler} if handler else self.heads[matter.department_id]
        if late:
            told |= self.heads[matter.department_id] | self.in_charge[matter.department_id]
        return told
