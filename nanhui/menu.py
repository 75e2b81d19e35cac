"""The menu on the left."""

from portal.context import Group, Item

MENU: tuple[Group, ...] = (
    Group(
        "",
        (
            Item("home", "工作台", "speedometer2"),
            Item("casework:tasks", "待办", "check2-square"),
            Item("casework:matters", "全部事项", "collection"),
            Item("casework:notices", "消息", "bell"),
        ),
    ),
    Group(
        "业务台账",
        (
            Item("disclosure:requests", "依申请公开", "envelope-open"),
            Item("litigation:lawsuits", "行政诉讼", "bank"),
            Item("litigation:reconsiderations", "行政复议", "arrow-repeat"),
            Item("litigation:hearings", "开庭和庭前例会", "calendar-event"),
            Item("litigation:mediations", "调解化解", "chat-dots"),
            Item("litigation:defects", "败诉原因和整改", "tools"),
            Item("disclosure:publications", "主动公开", "broadcast"),
            Item("governance:petitions", "信访事项", "chat-left-text"),
            Item("governance:penalties", "行政处罚案件", "clipboard-x"),
            Item("legalreview:reviews", "合法性审查", "clipboard-check"),
            Item("legalreview:contracts", "合同履行", "file-earmark-text"),
            Item("legalreview:services", "顾问服务", "chat-square-text"),
            Item("legalreview:workload", "顾问考评", "award"),
            Item("people:staff", "人员名册", "people"),
            Item("people:all-counsel", "法律顾问", "briefcase"),
            Item("timelimits:trial", "期限试算", "calculator"),
        ),
    ),
    Group(
        "普法",
        (
            Item("publicity:activities", "普法活动", "megaphone"),
            Item("publicity:nodes", "普法节点", "calendar-heart"),
            Item("publicity:plan-items", "年度计划", "list-check"),
            Item("publicity:teaching-duties", "责任清单", "person-lines-fill"),
            Item("publicity:satisfactions", "法治满意度", "emoji-smile"),
            Item("publicity:volunteer-counts", "普法力量", "people-fill"),
        ),
    ),
    Group(
        "法治建设",
        (
            Item("governance:study-activities", "学法活动", "book"),
            Item("governance:examinations", "法治考试", "pencil-square"),
            Item("governance:duty-reports", "述法", "mic"),
            Item("governance:meetings", "法治会议", "easel"),
            Item("governance:rules", "规章制度", "file-earmark-text"),
            Item("governance:rule-reviews", "文件清理", "recycle"),
            Item("governance:major-decisions", "重大行政决策", "signpost-split"),
            Item("governance:receptions", "领导接访", "person-raised-hand"),
            Item("governance:reception-days", "接访日", "calendar-week"),
            Item("governance:backlogs", "信访积案", "hourglass-split"),
            Item("governance:suggestions", "建议提案", "lightbulb"),
            Item("governance:inspections", "督察整改", "search"),
            Item("governance:enforcement-figures", "执法统计", "bar-chart"),
            Item("governance:honours", "荣誉考核", "award"),
            Item("governance:tasks", "年度任务", "flag"),
            Item("governance:indicators", "其他指标", "123"),
        ),
    ),
    Group(
        "统计与报告",
        (
            Item("reports:figures", "统计数据", "bar-chart"),
            Item("reports:reports", "年度报告", "file-earmark-text"),
            Item("reports:new-upload", "导入台账", "upload"),
        ),
    ),
    Group(
        "系统管理",
        (
            Item("legalreview:kinds", "审查事项类别", "list-check"),
            Item("people:accounts", "账号", "person-badge"),
            Item("people:departments", "科室", "diagram-3"),
            Item("people:charges", "分管", "person-check"),
            Item("people:deputyships", "代理", "person-up"),
            Item("publicity:audiences", "普法对象", "tags"),
            Item("disclosure:channels", "公开渠道", "diagram-2"),
            Item("disclosure:categories", "信息类别", "bookmarks"),
            Item("timelimits:year", "工作日历", "calendar3"),
            Item("portal:audit", "审计日志", "journal-text"),
        ),
    ),
)
