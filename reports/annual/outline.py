"""Outlines of the annual reports: parts in their order, sentences that need their records."""

from __future__ import annotations

from dataclasses import dataclass

from reports.annual.chips import chips_in


@dataclass(frozen=True)
class Sentence:
    """A sentence with chips. It appears only when what it needs has records.

    Without `needs` it needs all its chips; with an empty tuple it always appears.
    """

    text: str
    needs: tuple[str, ...] | None = None

    @property
    def wanted(self) -> tuple[str, ...]:
        return tuple(chips_in(self.text)) if self.needs is None else self.needs


@dataclass(frozen=True)
class Part:
    """A part of a report: its heading, numbered where it stands, and paragraphs of sentences."""

    heading: str
    level: int
    paragraphs: tuple[tuple[Sentence, ...], ...] = ()


@dataclass(frozen=True)
class Outline:
    """The outline of a kind of report; `title` knows {office} and {year}."""

    code: str
    label: str
    title: str
    basis: str
    parts: tuple[Part, ...]


def always(text: str) -> Sentence:
    """Return a sentence that stands in every report of its kind."""
    return Sentence(text, ())


RULE_OF_LAW = Outline(
    code="rule_of_law",
    label="法治政府建设年度报告",
    title="{office}{year}年法治政府建设情况报告",
    basis="《法治政府建设与责任落实督察工作规定》",
    parts=(
        Part(
            "",
            1,
            (
                (
                    always(
                        "根据《法治政府建设与责任落实督察工作规定》要求，现将{office}{year}年"
                        "法治政府建设情况报告如下。"
                    ),
                ),
            ),
        ),
        Part("{year}年推进法治政府建设的主要举措和成效", 1),
        Part(
            "加强组织领导，健全工作机制",
            2,
            (
                (
                    Sentence(
                        "党工委理论学习中心组开展集体学法[[governance.central_group_study]]。"
                    ),
                    Sentence("先后学习了[[governance.study_topics]]。"),
                    Sentence("全年开展各类学法培训活动[[governance.study_activities]]。"),
                ),
                (
                    Sentence(
                        "制定规章制度[[governance.rules_issued]]，包括[[governance.rules_titles]]。"
                    ),
                ),
            ),
        ),
        Part(
            "依法应诉答复，化解行政争议",
            2,
            (
                (
                    Sentence("全年办理行政诉讼案件[[litigation.lawsuits]]。"),
                    Sentence("行政复议案件[[litigation.reconsiderations]]。"),
                    Sentence(
                        "开庭[[litigation.hearings]]，负责人出庭[[litigation.head_attended]]，"
                        "负责人出庭应诉率[[litigation.head_attendance_rate]]。"
                    ),
                ),
                (Sentence("坚持调解优先，[[litigation.mediated_cases]]。"),),
            ),
        ),
        Part(
            "坚持依法行政，提升治理能力",
            2,
            (
                (
                    Sentence(
                        "围绕重要普法节点和中心工作开展专题宣传活动[[publicity.events]]，"
                        "受教育[[publicity.persons_reached]]，"
                        "发放宣传资料[[publicity.materials_distributed]]。"
                    ),
                ),
                (
                    Sentence("聘请法律顾问[[people.legal_counsel]]。"),
                    Sentence("全年出具合法性审查意见书[[legalreview.opinions]]。"),
                ),
                (
                    Sentence(
                        "加强执法队伍建设，新取得行政执法证[[people.new_enforcement_certificates]]。"
                    ),
                ),
                (
                    Sentence("主动公开信息[[disclosure.publications]]。"),
                    Sentence("收到政府信息公开申请[[disclosure.requests]]。"),
                    Sentence("按时答复率[[disclosure.on_time_rate]]。"),
                ),
            ),
        ),
        Part("存在的不足和原因", 1),
        Part(
            "程序意识有待增强",
            2,
            (
                (
                    Sentence(
                        "行政诉讼一审败诉[[litigation.first_instance_lost]]，"
                        "败诉率[[litigation.loss_rate]]。"
                    ),
                    Sentence("从原因看，主要是[[litigation.causes]]。"),
                ),
            ),
        ),
        Part(
            "法治力量较为薄弱",
            2,
            (
                (
                    Sentence(
                        "现有在编人员[[people.staff]]，其中法学相关专业人员[[people.law_majors]]，"
                        "持有行政执法证[[people.enforcement_certificate_holders]]，"
                        "公职律师[[people.public_lawyers|暂无]]，"
                        "法治联络员[[people.liaison_officers]]。",
                        ("people.staff",),
                    ),
                ),
            ),
        ),
        Part("党政主要负责人履行推进法治建设第一责任人职责情况", 1),
        Part(
            "",
            2,
            (
                (Sentence("党政主要负责人落实接访制度，领导接访[[governance.reception_days]]。"),),
                (Sentence("坚持案前研判，开展研判[[litigation.study_meetings]]。"),),
            ),
        ),
        Part("下一年度工作思路", 1),
        Part("", 2, ((Sentence("[[governance.next_tasks]]"),),)),
    ),
)

OUTLINES = {outline.code: outline for outline in (RULE_OF_LAW,)}
