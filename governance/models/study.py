"""Study and training, examinations, and reports on one's duty (述法)."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse

from casework.models import DatedRecord
from casework.models.register import DatedQuerySet


class StudyKind(models.TextChoices):
    """The forms of study that reports count one by one."""

    FIRST_TOPIC = "first_topic", "第一议题"
    CENTRAL_GROUP = "central_group", "理论学习中心组学法"
    COMMITTEE = "committee", "党工委会议学法"
    BEFORE_MEETING = "before_meeting", "会前学法"
    LEADERSHIP = "leadership", "班子集体学法"
    TRAINING = "training", "法治培训"
    LECTURE = "lecture", "法治讲座"
    ENFORCEMENT = "enforcement", "执法培训"
    COURT_HEARING = "court_hearing", "庭审旁听"
    CERTIFICATE = "certificate", "执法证考试培训"
    DISCUSSION = "discussion", "专题研讨"
    BRANCH = "branch", "支部学法"
    PREACHING = "preaching", "宣讲"
    OTHER = "other", "其他"


COLLECTIVE = (StudyKind.COMMITTEE, StudyKind.BEFORE_MEETING, StudyKind.LEADERSHIP)
TRAININGS = (StudyKind.TRAINING, StudyKind.LECTURE)
COURSES = (*TRAININGS, StudyKind.ENFORCEMENT, StudyKind.CERTIFICATE)
DISCUSSIONS = (StudyKind.DISCUSSION, StudyKind.BRANCH, StudyKind.PREACHING)


class SpeakerLevel(models.TextChoices):
    PRINCIPAL = "principal", "主要负责人"
    LEADER = "leader", "其他班子成员"
    SECTION_HEAD = "section_head", "科室负责人"
    STAFF = "staff", "工作人员"
    COUNSEL = "counsel", "法律顾问"
    EXPERT = "expert", "外聘专家"


class StudyQuerySet(DatedQuerySet):
    def of_kind(self, *kinds: StudyKind) -> StudyQuerySet:
        """Records of these forms of study."""
        return self.filter(kind__in=kinds)

    def taught_from_within(self) -> StudyQuerySet:
        """Records in which somebody of the office taught."""
        return self.filter(
            speaker_level__in=(
                SpeakerLevel.PRINCIPAL,
                SpeakerLevel.LEADER,
                SpeakerLevel.SECTION_HEAD,
            )
        )


class StudyActivity(DatedRecord):
    """A study of law or a training, 学法活动."""

    kind = models.CharField("形式", max_length=20, choices=StudyKind)
    topic = models.CharField("主题", max_length=200)
    chair = models.CharField("主持人", max_length=50, blank=True)
    speaker = models.CharField("主讲人", max_length=60, blank=True)
    speaker_level = models.CharField("主讲人类别", max_length=20, choices=SpeakerLevel, blank=True)
    persons = models.PositiveIntegerField("参加人数", default=0)
    expected = models.PositiveIntegerField("应参加人数", null=True, blank=True)
    hours = models.DecimalField("学时", max_digits=5, decimal_places=1, null=True, blank=True)
    place = models.CharField("地点", max_length=100, blank=True)

    objects = StudyQuerySet.as_manager()

    class Meta(DatedRecord.Meta):
        verbose_name = verbose_name_plural = "学法活动"

    def __str__(self) -> str:
        return f"{self.get_kind_display()}：{self.topic}"

    def get_absolute_url(self) -> str:
        return reverse("governance:study-activity", args=[self.pk])

    def clean(self) -> None:
        super().clean()
        if self.expected is not None and self.persons and self.persons > self.expected:
            raise ValidationError({"persons": "参加人数不能多于应参加人数。"})


class ExaminationKind(models.TextChoices):
    LAW = "law", "学法考试"
    APPOINTMENT = "appointment", "任前法律考试"
    ENFORCEMENT = "enforcement", "执法资格考试"
    OTHER = "other", "其他法治考试"


class Examination(DatedRecord):
    """An examination: how many were to sit it, sat, passed, did excellently."""

    name = models.CharField("考试名称", max_length=150)
    kind = models.CharField(
        "类别", max_length=20, choices=ExaminationKind, default=ExaminationKind.LAW
    )
    expected = models.PositiveIntegerField("应考人数")
    sat = models.PositiveIntegerField("实考人数")
    passed = models.PositiveIntegerField("合格人数", default=0)
    excellent = models.PositiveIntegerField("优秀人数", default=0)
    leaders = models.PositiveIntegerField("其中领导人数", default=0)

    class Meta(DatedRecord.Meta):
        verbose_name = verbose_name_plural = "法治考试"

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("governance:examination", args=[self.pk])

    def clean(self) -> None:
        super().clean()
        order = (
            ("sat", "实考人数不能多于应考人数。", self.sat, self.expected),
            ("passed", "合格人数不能多于实考人数。", self.passed, self.sat),
            ("excellent", "优秀人数不能多于合格人数。", self.excellent, self.passed),
            ("leaders", "领导人数不能多于实考人数。", self.leaders, self.sat),
        )
        wrong = {
            name: sentence
            for name, sentence, less, more in order
            if less is not None and more is not None and less > more
        }
        if wrong:
            raise ValidationError(wrong)


class ReportWay(models.TextChoices):
    SPOKEN = "spoken", "会议述法"
    WRITTEN = "written", "书面述法"
    SITE = "site", "现场述法"


class ReporterLevel(models.TextChoices):
    PRINCIPAL = "principal", "党政主要负责人"
    LEADER = "leader", "其他班子成员"
    HEAD = "head", "科室、站所负责人"
    COMMUNITY = "community", "社区负责人"


class DutyReport(DatedRecord):
    """A report of leaders on how they did their duty for the rule of law, 述法."""

    person = models.CharField("述法人", max_length=100, help_text="可写姓名，也可写单位。")
    level = models.CharField(
        "职务层级", max_length=20, choices=ReporterLevel, default=ReporterLevel.LEADER
    )
    way = models.CharField("方式", max_length=20, choices=ReportWay, default=ReportWay.WRITTEN)
    persons = models.PositiveIntegerField("人数", default=1)
    comment = models.CharField("评议情况", max_length=300, blank=True)

    class Meta(DatedRecord.Meta):
        verbose_name = verbose_name_plural = "述法"

    def __str__(self) -> str:
        return f"{self.person}{self.get_way_display()}"

    def get_absolute_url(self) -> str:
        return reverse("governance:duty-report", args=[self.pk])
