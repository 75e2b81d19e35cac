"""How a request comes in, and which day then counts as that of receipt (条例第三十一条)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Channel:
    """A way in, and the rule by which its day of receipt is found."""

    code: str
    label: str
    needs_confirmation: bool
    on_label: str
    rule: str
    basis: str


CHANNELS = (
    Channel(
        "in_person",
        "当面提交",
        False,
        "提交日期",
        "以提交之日为收到日",
        "《政府信息公开条例》第三十一条第（一）项",
    ),
    Channel(
        "post_signed",
        "邮寄（签收）",
        False,
        "签收日期",
        "以本机关签收之日为收到日",
        "《政府信息公开条例》第三十一条第（二）项",
    ),
    Channel(
        "ordinary_mail",
        "平常信函",
        True,
        "信件到达日期",
        "应于到达当日与申请人确认，以确认之日为收到日",
        "《政府信息公开条例》第三十一条第（二）项",
    ),
    Channel(
        "internet",
        "互联网（含电子邮件）",
        True,
        "提交日期",
        "以双方确认之日为收到日，请当日确认",
        "《政府信息公开条例》第三十一条第（三）项",
    ),
    Channel(
        "fax",
        "公开工作机构传真",
        True,
        "传真到达日期",
        "以双方确认之日为收到日，请当日确认",
        "《政府信息公开条例》第三十一条第（三）项",
    ),
)

BY_CODE = {channel.code: channel for channel in CHANNELS}
CHOICES = tuple((channel.code, channel.label) for channel in CHANNELS)
