"""Forms of the calendar: a day edited by hand, a year's notice, and 期限试算."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from hashlib import sha256
from typing import Any

from crispy_forms.layout import Layout
from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator

from portal.forms import DateInput, LaidOutForm, OnceMixin, SeenMixin
from portal.text import refuse_hidden_characters
from timelimits import notices
from timelimits.clocks import COUNTING_BY_CODE, COUNTINGS, LONGEST, Counting
from timelimits.common import catalogue
from timelimits.limits import Limit
from timelimits.notice_file import ENCODINGS, MAX_BYTES, MAX_NAME_LENGTH, MAX_SOURCE_LENGTH
from timelimits.notices import Change, Preview
from timelimits.periods import Period, Reckoning
from timelimits.windows import Window
from timelimits.workdays import Day, WorkCalendar

WORKING, OFF = "working", "off"

# The calendar begins in 2004; what lies after 2099 is a slip of the keys.
FIRST, LAST = date(2004, 1, 1), date(2099, 12, 31)
OUT_OF_REACH = f"日期应在{FIRST}至{LAST}之间。"
WITHIN_REACH = (MinValueValidator(FIRST, OUT_OF_REACH), MaxValueValidator(LAST, OUT_OF_REACH))

SHOWN_ERRORS = 20
WINDOWS = (1, 2, 3)


class DayForm(LaidOutForm, OnceMixin, SeenMixin):
    """What the calendar shall say of one day."""

    kind = forms.ChoiceField(
        label="这一天是",
        choices=((WORKING, "工作日"), (OFF, "休息日")),
        widget=forms.RadioSelect,
    )
    name = forms.CharField(
        label="名称",
        max_length=MAX_NAME_LENGTH,
        required=False,
        help_text="如“国庆节”“国庆节调休上班”“台风停工”；没有名称的可不填。",
    )
    source = forms.CharField(
        label="依据",
        max_length=MAX_SOURCE_LENGTH,
        help_text="通知的名称、文号，随日期一并显示。",
    )

    layout = Layout("submission", "seen", "kind", "name", "source")

    @property
    def day(self) -> Day:
        """The day as it shall be."""
        given = self.cleaned_data
        return Day(given["kind"] == WORKING, given["name"], given["source"])


class NoticeForm(LaidOutForm, forms.Form):
    """A year's notice as a file, or as its text where a line is to be put right."""

    file = forms.FileField(
        label="文件",
        required=False,
        allow_empty_file=True,
        help_text=f"CSV，四列：日期、休或班、名称、文号；不超过{MAX_BYTES // 1000}kB。",
    )
    text = forms.CharField(
        label="内容",
        required=False,
        strip=False,
        max_length=MAX_BYTES,
        widget=forms.Textarea(attrs={"rows": 12, "class": "lines", "spellcheck": "false"}),
        help_text="没有文件的可以直接填写，文件有误的在这里改正；每行一天，如：2027-01-01,休,元旦,"
        "国办发明电〔2026〕9号。选了文件的，以文件为准。",
    )

    layout = Layout("file", "text")
    preview = Preview()

    def clean_file(self) -> str:
        """Return the text of the file; it is refused as any text is that hides something."""
        file = self.cleaned_data["file"]
        if not file:
            return ""
        content = file.read(MAX_BYTES + 1)
        if not content.strip():
            raise ValidationError("文件是空的。")
        if len(content) > MAX_BYTES:
            raise ValidationError(f"文件超过{MAX_BYTES // 1000}kB，不像一年的节假日安排。")
        text = _decoded(content)
        refuse_hidden_characters(text)
        return text

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if self.errors:
            return cleaned
        text = cleaned["file"] or cleaned["text"]
        if not text.strip():
            raise ValidationError({"file": "请选择文件，或者填写内容。"})
        cleaned["text"] = text
        self.preview = notices.preview(text.encode())
        if self.preview.errors:
            self._give_back(text)
            self.add_error("text", _first(map(str, self.preview.errors)))
        return cleaned

    def _give_back(self, text: str) -> None:
        """Put the text of the file where its lines can be corrected."""
        self.data = self.data.copy()
        self.data["text"] = text


class HiddenText(forms.Textarea):
    """A text that goes along unseen; unlike a hidden input it keeps its lines."""

    input_type = "hidden"

    def __init__(self) -> None:
        super().__init__(attrs={"hidden": True})


class NoticeConfirmForm(LaidOutForm, OnceMixin):
    """The notice once more, with the fingerprint of the changes that the person was shown."""

    text = forms.CharField(strip=False, max_length=MAX_BYTES, widget=HiddenText)
    seen = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)
    overwrite_edited = forms.BooleanField(
        label="覆盖人工修改",
        required=False,
        help_text="不勾选的，人工修改过的日期保持不变。",
    )

    layout = Layout("submission", "text", "seen", "overwrite_edited")
    preview = Preview()

    @classmethod
    def of(cls, form: NoticeForm) -> NoticeConfirmForm:
        """Return the form by which what was previewed is confirmed."""
        seen = fingerprint(form.preview.changes)
        return cls(initial={"text": form.cleaned_data["text"], "seen": seen})

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if self.errors:
            return cleaned
        self.preview = notices.preview(cleaned["text"].encode())
        if self.preview.errors:
            raise ValidationError({"text": _first(map(str, self.preview.errors))})
        return cleaned

    def is_stale(self) -> bool:
        """Say whether confirming would change something else than the person was shown."""
        return self.cleaned_data["seen"] != fingerprint(self.preview.changes)


class TrialForm(forms.Form):
    """A period to be worked out by hand: nothing of it is kept."""

    limit = forms.ChoiceField(
        label="期限",
        required=False,
        choices=lambda: [("", "自行选择计时方法"), *catalogue.choices()],
    )
    counting = forms.ChoiceField(
        label="计时方法",
        required=False,
        choices=[(counting.code, counting.label) for counting in COUNTINGS],
    )
    length = forms.IntegerField(label="长度", required=False)
    start = forms.DateField(
        label="起算事由发生日",
        validators=WITHIN_REACH,
        help_text="如收到日、送达日，当日不计入；倒计的填开庭日、听证日，固定和指定的填该日期。",
    )
    extension = forms.IntegerField(
        label="延长", required=False, help_text="与期限同一单位，没有延长的不填。"
    )

    common: Limit | None = None
    period: Period | None = None

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        for number in WINDOWS:
            self.fields[f"first_{number}"] = _day_field(f"第{number}段首日")
            self.fields[f"last_{number}"] = _day_field(f"第{number}段末日")
        for name, field in self.fields.items():
            self._dress(name, field)

    @staticmethod
    def _dress(name: str, field: forms.Field) -> None:
        if isinstance(field, forms.ChoiceField):
            field.error_messages["invalid_choice"] = "请从列表中选择。"
        if isinstance(field, forms.DateField):
            field.widget = DateInput()
        described_by = [f"help-{name}"] if field.help_text else []
        field.widget.attrs |= {
            "class": "form-select" if isinstance(field, forms.ChoiceField) else "form-control",
            "aria-describedby": " ".join([*described_by, f"error-{name}"]),
        }

    @property
    def windows(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """The fields in which the clock stands still, from and to."""
        return [(self[f"first_{number}"], self[f"last_{number}"]) for number in WINDOWS]

    @property
    def has_windows(self) -> bool:
        """Whether the clock is told to stand still, rightly or wrongly."""
        return any(field.value() for pair in self.windows for field in pair)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if self.errors.keys() & {"limit", "counting", "length"}:
            return cleaned
        self.common = catalogue.find(cleaned["limit"])
        self.period = self.common.period if self.common else self._own_period()
        if self.period:
            self._refuse_wrong_extension(self.period)
            self._refuse_wrong_windows(self.period)
        return cleaned

    def reckon(self, calendar: WorkCalendar) -> Reckoning | None:
        """Return when the period ends; None while something is wrong."""
        if not self.is_valid() or self.period is None:
            return None
        given = self.cleaned_data
        return self.period.reckon(
            given["start"],
            calendar,
            excluded=list(self._given_windows()),
            extra=given["extension"] or 0,
        )

    def _own_period(self) -> Period | None:
        counting = COUNTING_BY_CODE.get(self.cleaned_data["counting"])
        if counting is None:
            self.add_error("counting", "请选择期限，或者选择计时方法。")
            return None
        length = self.cleaned_data["length"]
        if counting.takes_length and not 1 <= (length or 0) <= counting.longest:
            self.add_error("length", _length_wanted(counting))
            return None
        return counting.period(length)

    def _refuse_wrong_extension(self, period: Period) -> None:
        wrong = _wrong_extension(self.cleaned_data.get("extension") or 0, period, self.common)
        if wrong:
            self.add_error("extension", wrong)

    def _refuse_wrong_windows(self, period: Period) -> None:
        for number in WINDOWS:
            first = self.cleaned_data.get(f"first_{number}")
            last = self.cleaned_data.get(f"last_{number}")
            if (first or last) and not period.counts_forward:
                self.add_error(f"first_{number}", "倒计、固定和指定的日期不存在停止计算。")
            elif last and not first and f"first_{number}" not in self.errors:
                self.add_error(f"first_{number}", "请填写停止计算的首日。")
            elif first and last and last < first:
                self.add_error(f"last_{number}", "末日早于首日。")

    def _given_windows(self) -> Iterator[Window]:
        for number in WINDOWS:
            first = self.cleaned_data[f"first_{number}"]
            if first:
                yield Window(first, self.cleaned_data[f"last_{number}"], "")


def fingerprint(changes: Sequence[Change]) -> str:
    """Return what tells whether changes are the same as those that were shown."""
    return sha256(repr(tuple(changes)).encode()).hexdigest()


def _decoded(content: bytes) -> str:
    for encoding in ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ValidationError("文件不是UTF-8或GB18030编码的文本，请在表格软件中另存为CSV后再上传。")


def _first(errors: Iterator[str]) -> list[str]:
    """Return the first of many errors, and how many there are besides."""
    said = [error if len(error) <= 100 else f"{error[:100]}…" for error in errors]
    rest = len(said) - SHOWN_ERRORS
    return said if rest <= 0 else [*said[:SHOWN_ERRORS], f"此外还有{rest}处错误。"]


def _day_field(label: str) -> forms.DateField:
    return forms.DateField(label=label, required=False, validators=WITHIN_REACH)


def _length_wanted(counting: Counting) -> str:
    return f"长度应在1至{counting.longest}{counting.unit}之间。"


def _wrong_extension(extra: int, period: Period, limit: Limit | None) -> str:
    """Return why a period cannot be extended by so many units; "" if it can."""
    if extra < 0:
        return "延长的长度不能是负数。"
    if not extra:
        return ""
    if not period.counts_forward:
        return "倒计、固定和指定的日期不能延长。"
    if limit and not limit.longest_extension:
        return "这一期限没有登记可以延长；确有依据的，请改为自行选择计时方法。"
    longest = limit.longest_extension if limit else LONGEST[period.unit]
    return f"最多延长{longest}{period.unit}。" if extra > longest else ""
