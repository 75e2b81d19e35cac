"""How a petition and an enforcement matter may end."""

SUPPORTED = "supported"
PETITION_REPLIES = (
    (SUPPORTED, "支持诉求"),
    ("partly", "部分支持"),
    ("explained", "诉求不成立，作出解释"),
)
REVIEW_RESULTS = (
    ("upheld", "维持原处理意见"),
    ("changed", "变更原处理意见"),
    ("redone", "撤销，责令重新办理"),
)
PETITION_ENDS = (
    ("settled", "化解息访"),
    ("directed", "导入其他法定途径"),
    ("refused", "不予受理"),
    ("objected", "异议退回"),
    ("withdrawn", "信访人撤回"),
)
PETITION_OUTCOMES = (*PETITION_REPLIES, *REVIEW_RESULTS, *PETITION_ENDS)

# The kinds of penalty of 《行政处罚法》第九条 that a sub-district may give.
PENALTIES = (
    ("warning", "警告、通报批评"),
    ("fine", "罚款"),
    ("confiscation", "没收违法所得、非法财物"),
    ("licence", "暂扣、降级、吊销许可证件"),
    ("business", "限制开展生产经营活动、责令停产停业等"),
    ("other", "法律、行政法规规定的其他行政处罚"),
)
PENALTY_ENDS = (
    ("not_penalised", "不予行政处罚"),
    ("dropped", "撤销立案"),
    ("transferred", "移送其他机关"),
    ("revoked", "处罚决定被撤销、变更或确认违法"),
)
PENALTY_OUTCOMES = (*PENALTIES, *PENALTY_ENDS)
