"""How a request may end: the rows of table 三 of the annual form (国办公开办函〔2021〕30号)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Family(StrEnum):
    """The groups of rows of table 三, 本年度办理结果."""

    GRANTED = "（一）予以公开"
    PARTLY = "（二）部分公开"
    REFUSED = "（三）不予公开"
    IMPOSSIBLE = "（四）无法提供"
    NOT_HANDLED = "（五）不予处理"
    OTHER = "（六）其他处理"


class Remedy(StrEnum):
    """What the applicant may do against a result.

    Refusals under Art. 14 to 16 go to reconsideration first (《行政复议法》第二十三条第一款第四项,
    and its second paragraph: the reply must say so).
    """

    RECONSIDERATION_FIRST = "reconsideration_first"
    EITHER = "either"


@dataclass(frozen=True)
class Result:
    """One row: its place in the table, its words, the article, and the remedy that follows."""

    code: str
    family: Family
    label: str
    basis: str
    remedy: Remedy = Remedy.EITHER
    is_reply: bool = True

    @property
    def words(self) -> str:
        """The result with the group it belongs to, unless it is the whole group."""
        return self.label if self.code in {"1", "2"} else f"{self.family} {self.label}"

    @property
    def row(self) -> str:
        """The row of the table in short, such as 三(三)5."""
        return f"三({self.family[1]}){self.code.partition('.')[2]}"


def refused(number: int, label: str, basis: str, remedy: Remedy) -> Result:
    return Result(f"3.{number}", Family.REFUSED, label, basis, remedy)


FIRST, EITHER = Remedy.RECONSIDERATION_FIRST, Remedy.EITHER

RESULTS = (
    Result("1", Family.GRANTED, "予以公开", "《政府信息公开条例》第三十六条第（一）、（二）项"),
    Result("2", Family.PARTLY, "部分公开（区分处理）", "《政府信息公开条例》第三十七条", FIRST),
    refused(1, "属于国家秘密", "《政府信息公开条例》第十四条", FIRST),
    refused(2, "其他法律行政法规禁止公开", "《政府信息公开条例》第十四条", FIRST),
    refused(3, "危及“三安全一稳定”", "《政府信息公开条例》第十四条", FIRST),
    refused(4, "保护第三方合法权益", "《政府信息公开条例》第十五条", FIRST),
    refused(5, "属于三类内部事务信息", "《政府信息公开条例》第十六条第一款", FIRST),
    refused(6, "属于四类过程性信息", "《政府信息公开条例》第十六条第二款", FIRST),
    refused(7, "属于行政执法案卷", "《政府信息公开条例》第十六条第二款", FIRST),
    refused(8, "属于行政查询事项", "《政府信息公开条例》第三十六条第（七）项", EITHER),
    Result(
        "4.1",
        Family.IMPOSSIBLE,
        "本机关不掌握相关政府信息",
        "《政府信息公开条例》第三十六条第（四）、（五）项",
    ),
    Result("4.2", Family.IMPOSSIBLE, "没有现成信息需要另行制作", "《政府信息公开条例》第三十八条"),
    Result("4.3", Family.IMPOSSIBLE, "补正后申请内容仍不明确", "《政府信息公开条例》第三十条"),
    Result("5.1", Family.NOT_HANDLED, "信访举报投诉类申请", "《政府信息公开条例》第三十九条第一款"),
    Result("5.2", Family.NOT_HANDLED, "重复申请", "《政府信息公开条例》第三十六条第（六）项"),
    Result("5.3", Family.NOT_HANDLED, "要求提供公开出版物", "《政府信息公开条例》第三十九条第二款"),
    Result("5.4", Family.NOT_HANDLED, "无正当理由大量反复申请", "《政府信息公开条例》第三十五条"),
    Result(
        "5.5",
        Family.NOT_HANDLED,
        "要求行政机关确认或重新出具已获取信息",
        "国办公开办函〔2021〕30号附件表三",
    ),
    Result(
        "6.1",
        Family.OTHER,
        "申请人无正当理由逾期不补正",
        "《政府信息公开条例》第三十条",
        is_reply=False,
    ),
    Result(
        "6.2",
        Family.OTHER,
        "申请人逾期未按收费通知要求缴纳费用",
        "《政府信息公开条例》第四十二条",
        is_reply=False,
    ),
    Result(
        "6.3",
        Family.OTHER,
        "其他（申请人撤回等）",
        "国办公开办函〔2021〕30号附件表三",
        is_reply=False,
    ),
)

BY_CODE = {result.code: result for result in RESULTS}
REPLY_CHOICES = tuple((result.code, result.words) for result in RESULTS if result.is_reply)
