"""The remedy paragraph of a reply: where the applicant may turn, in which order, by when."""

from disclosure.results import Remedy, Result

# 《行政复议法》第二十条: 60 days. 《行政诉讼法》第四十六条: six months; 第四十五条: 15 days after
# the decision on reconsideration.
RECONSIDERATION = "自收到本答复书之日起60日内向{organ}申请行政复议"
LAWSUIT = "自收到本答复书之日起6个月内依法向有管辖权的人民法院提起行政诉讼"


def remedy_paragraphs(result: Result, organ: str) -> tuple[str, ...]:
    """Return the closing paragraphs of a reply; `organ` decides on reconsideration here.

    A refusal under Art. 14 to 16 says that reconsideration comes first (《行政复议法》第二十三条
    第一款第（四）项、第二款); what is disclosed in part is refused as to the rest.
    """
    reconsideration = RECONSIDERATION.format(organ=organ)
    if result.remedy is Remedy.RECONSIDERATION_FIRST:
        return (
            "如对本答复中不予公开的决定不服，依照《中华人民共和国行政复议法》第二十三条第一款"
            f"第（四）项的规定，应当先{reconsideration}；对行政复议决定仍不服的，"
            "可以自收到复议决定书之日起15日内向人民法院提起行政诉讼。",
        )
    return (f"如对本答复不服，可以{reconsideration}，也可以{LAWSUIT}。",)
