"""Which figure states what other offices' published reports contain, and what is left to type."""

import json

import pytest

from casework.metrics import metrics
from tests.conftest import DATA

REPORTS = json.loads((DATA / "report-metrics.json").read_text())
INDICATOR = "governance.indicators"

# The groups of lawsuits and reconsiderations are stated with the register of those.
ELSEWHERE = ("L", "F", "D06")

BY_GROUP = {
    "P01": "publicity.events",
    "P02": "publicity.persons_reached",
    "P03": "publicity.materials_distributed",
    "P05": "publicity.consultations",
    "P06": "publicity.counsel_lectures",
    "P07": "publicity.broadcasts",
    "S01": "governance.first_topic_study",
    "S02": "governance.central_group_study",
    "S03": "governance.collective_study",
    "S04": "governance.trainings",
    "S05": "governance.training_persons",
    "S06": "governance.examination_sat",
    "S07": "governance.pass_rate",
    "S08": "governance.court_hearings_attended",
    "S09": "governance.duty_report_persons",
    "S10": "governance.lectures_by_leaders",
    "S11": "governance.discussions",
    "E01": "people.enforcement_certificate_holders",
    "E02": "people.new_enforcement_certificates",
    "E03": "governance.training_coverage",
    "E04": "people.enforcers",
    "E05": "governance.enforcement_trainings",
    "E06": "governance.enforcement_decisions",
    "E07": "governance.enforcement_fines_amount",
    "E09": "governance.enforcement_permits",
    "E10": "governance.enforcement_checks",
    "E13": "governance.enforcement_lenient",
    "E14": "governance.enforcement_decisions",
    "M01": INDICATOR,
    "M04": INDICATOR,
    "M05": "governance.petition_letters",
    "C01": "governance.major_decisions",
    "C02": "governance.rules_issued",
    "C03": "governance.filing_rate",
    "C04": "governance.documents_reviewed",
    "C05": INDICATOR,
    "C06": INDICATOR,
    "I01": "governance.meetings_on_rule_of_law",
    "I02": "governance.reports_heard",
    "I03": "governance.rule_of_law_committee_meetings",
    "I04": "people.legal_counsel",
    "I05": "publicity.community_counsel",
    "I09": "governance.inspections",
    "I10": "governance.honours",
    "I11": INDICATOR,
    "I12": "governance.suggestions_replied",
    "R01": "legalreview.opinions",
    "R02": "legalreview.opinions",
    "R03": "legalreview.opinions",
    "R04": "legalreview.opinions",
    "R07": "legalreview.items",
    "R08": "legalreview.coverage",
    "R10": "legalreview.opinions",
    "D01": "disclosure.publications",
    "D02": "disclosure.requests",
    "D03": "disclosure.on_time_rate",
    "D04": "disclosure.closed",
    "D05": "disclosure.carried_over",
    "D07": "disclosure.requests",
    "D08": "disclosure.publications",
    "D09": "disclosure.publications",
    "D13": "disclosure.requests",
    "D14": "people.disclosure_clerks",
    "D15": INDICATOR,
    "G01": INDICATOR,
    "G02": INDICATOR,
    "G03": INDICATOR,
    "G04": INDICATOR,
}
# What differs from its group: by its own key, or only as an indicator.
BY_NAME = {
    "法律进校园受众人次": "publicity.students_reached",
    "典亮校园活动次数": "publicity.events_at_schools",
    "法律进校园次数": "publicity.events_at_schools",
    "法治护老宣传次数": "publicity.events_for_the_elderly",
    "以案释法法治课场次": "publicity.events_explaining_cases",
    "法治副校长普法课场次": "publicity.vice_head_lectures",
    "普法直播观看人次": "publicity.broadcast_views",
    "法律明白人培养人数": "publicity.law_knowers",
    "社区法治联络员覆盖社区数": "publicity.communities_with_liaison",
    "网格法治宣传员人数": "publicity.grid_publicists",
    "普法小分队支数": "publicity.teams",
    "村级法治带头人数": "publicity.law_leaders",
    "学习重要讲话指示篇数": INDICATOR,
    "干部学法内容项数": INDICATOR,
    "学习培训覆盖率": "governance.training_coverage",
    "讲法覆盖率": "governance.training_coverage",
    "法治培训覆盖率": "governance.training_coverage",
    "学习活动参与党员人数": "governance.study_persons",
    "法治论坛参会人数": "governance.study_persons",
    "任前法律考试人数": "governance.appointment_examination_sat",
    "学法考试通过人数": "governance.examination_passed",
    "学法考试优秀率": "governance.excellent_rate",
    "学法考试参考率": "governance.examination_rate",
    "学法考试参与率": "governance.examination_rate",
    "法治考试参考率": "governance.examination_rate",
    "学法考试完成率": "governance.examination_rate",
    "述法报告份数": "governance.duty_reports",
    "述法单位数": "governance.duty_reports",
    "现场述法单位数": "governance.duty_reports",
    "述法评议邀请人员类别": INDICATOR,
    "心得体会篇数": INDICATOR,
    "交流发言材料篇数": INDICATOR,
    "参加执法证考试领导人数": "governance.enforcement_examination_leaders",
    "通过执法培训考试人数": "governance.enforcement_examination_passed",
    "A岗人员执法参与率": INDICATOR,
    "下沉执法人员数": INDICATOR,
    "新增执法人员数": "people.new_enforcers",
    "离职执法人员数": "people.departed_enforcers",
    "执法委员会会议次数": "governance.enforcement_meetings",
    "执法培训人次": "governance.enforcement_training_persons",
    "行政处罚立案数": "governance.enforcement_filed",
    "简易程序处罚案件数": "governance.enforcement_simple",
    "普通程序处罚案件数": "governance.enforcement_ordinary",
    "立案撤销数": "governance.enforcement_dropped",
    "查处交通违法件次": INDICATOR,
    "警告通报批评数": "governance.enforcement_warnings",
    "罚款处罚数": "governance.enforcement_fines",
    "没收类处罚数": "governance.enforcement_confiscations",
    "暂扣许可证数": "governance.enforcement_licences",
    "吊销许可证数": "governance.enforcement_licences",
    "责令停产停业数": "governance.enforcement_closures",
    "行政拘留数": "governance.enforcement_detentions",
    "其他处罚数": "governance.enforcement_other_penalties",
    "罚没金额": "governance.enforcement_decisions_amount",
    "处罚执结率": "governance.penalty_execution_rate",
    "案件按期办结率": "governance.enforcement_in_time_rate",
    "处罚公示率": "governance.penalty_publication_rate",
    "实施行政强制措施件数": "governance.enforcement_measures",
    "许可申请数量": "governance.enforcement_permit_requests",
    "许可受理数量": "governance.enforcement_permits_accepted",
    "不予许可数量": "governance.enforcement_permits_refused",
    "撤销许可数量": "governance.enforcement_permits_revoked",
    "有效劝导次数": "governance.enforcement_persuasions",
    "驻站执法次数": INDICATOR,
    "联合执法次数": "governance.enforcement_joint",
    "统筹入企次数(前)": INDICATOR,
    "统筹入企次数(后)": INDICATOR,
    "入企频次下降": INDICATOR,
    "双随机检查批次": "governance.enforcement_random_checks",
    "双随机检查对象数": "governance.enforcement_random_objects",
    "为市场主体减负金额": "governance.enforcement_lenient_amount",
    "行政检查同比": "governance.enforcement_checks",
    "重大决策必经程序项数": "governance.major_decisions_through_all_steps",
    "制定规范性文件数": "governance.normative_documents_issued",
    "制定行政规范性文件数": "governance.normative_documents_issued",
    "出台党委文件数": "governance.party_documents_issued",
    "出台政府文件数": "governance.office_documents_issued",
    "规范性文件备案件数": "governance.normative_documents_filed",
    "规范性文件备案审查率": INDICATOR,
    "规范性文件备案纠错率": INDICATOR,
    "清理后继续有效规范性文件": "governance.documents_kept",
    "主要负责人主持研究法治会议次数": "governance.meetings_chaired_by_principal",
    "领导批示次数": INDICATOR,
    "村居(社区)法律顾问配备社区数": "publicity.communities_with_counsel",
    "法学专业人员数": "people.law_majors",
    "公职律师人数": "people.public_lawyers",
    "行政复议员人数": INDICATOR,
    "在编人员数": "people.staff",
    "法治联络员人数": "people.liaison_officers",
    "巡察反馈问题数": "governance.inspection_findings",
    "专项整治问题": "governance.inspection_findings",
    "人大审议意见方面数": "governance.inspection_findings",
    "完成整改问题数": "governance.inspection_findings_corrected",
    "反馈问题类数": INDICATOR,
    "转化整改举措": INDICATOR,
    "法治建设考核权重": INDICATOR,
    "法律顾问/司法所提出修改处理意见的事项数": "legalreview.items",
    "合法性审查事项目录清单编制覆盖率": INDICATOR,
    "司法所列席领导班子会议次数": "governance.meetings_with_judicial_office",
    "重大合同备案件数": INDICATOR,
    "政府信息公开答复数": "disclosure.replied",
    "结转下年度办理数": "disclosure.carried_on",
    "新媒体发布信息条数": "disclosure.publications_new_media",
    "网站公开信息条数": "disclosure.publications_site",
    "其他平台公开信息条数": "disclosure.publications_other",
    "信息公开目录大类数": INDICATOR,
    "领导介绍更新次数": INDICATOR,
    "行政规范性文件废止数": "governance.normative_documents_repealed",
    "行政规范性文件制发/废止/现行有效": "governance.normative_documents_in_force",
    "规章制发/废止/现行有效": INDICATOR,
    "政府集中采购项目数/总金额": "governance.enforcement_procurement_amount",
    "行政许可处理决定数": "governance.enforcement_permits",
    "行政处罚处理决定数": "governance.enforcement_decisions",
    "行政强制处理决定数": "governance.enforcement_coercion",
    "行政事业性收费金额": "governance.enforcement_charges_amount",
    "信息公开收费金额": INDICATOR,
}


def entries(report):
    return [entry for entry in report["metrics"] if not entry[0].startswith(ELSEWHERE)]


def stated_by(group, name):
    return BY_NAME.get(name) or BY_GROUP.get(group)


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report["report"])
def test_a_published_report_can_be_stated_by_figures_and_indicators(report):
    keys = {(group, name): stated_by(group, name) for group, name, _ in entries(report)}

    assert {entry: key for entry, key in keys.items() if key not in metrics} == {}


def test_nine_in_ten_of_the_core_are_stated_from_records():
    core = [
        stated_by(group, name)
        for report in REPORTS
        for group, name, scope in entries(report)
        if scope == "core"
    ]

    assert sum(key != INDICATOR for key in core) / len(core) >= 0.9


def test_nothing_is_named_that_no_report_contains():
    names = {name for report in REPORTS for _, name, _ in report["metrics"]}
    groups = {group for report in REPORTS for group, _, _ in report["metrics"]}

    assert set(BY_NAME) - names == set()
    assert set(BY_GROUP) - groups == set()
