"""Every page of the portal and the roles that may use it. A page missing here is closed."""

from people.roles import Role
from portal.access import Access, anybody, public, reading, writing

ROSTER = (
    Role.LEGAL_OFFICE,
    Role.ADMINISTRATOR,
    Role.OFFICER,
    Role.DEPARTMENT_HEAD,
    Role.DEPUTY_LEADER,
    Role.LEADER,
)
# Everybody who handles cases; the rows of a record decide which of them see it.
DESK = (
    Role.LEGAL_OFFICE,
    Role.OFFICER,
    Role.DEPARTMENT_HEAD,
    Role.DEPUTY_LEADER,
    Role.LEADER,
    Role.COUNSEL,
)
STAFF = DESK[:-1]
HANDLERS = (Role.LEGAL_OFFICE, Role.OFFICER, Role.DEPARTMENT_HEAD)
ROSTER_KEEPERS = (Role.LEGAL_OFFICE, Role.ADMINISTRATOR)
CALENDAR_KEEPERS = (Role.LEGAL_OFFICE, Role.ADMINISTRATOR)


def register(app: str, one: str, many: str) -> dict[str, Access]:
    """Return the access of the pages of a register: departments enter, 法制办 confirms."""
    return {
        f"{app}:{many}": writing(*HANDLERS, readers=STAFF),
        f"{app}:paste-{many}": writing(*HANDLERS),
        f"{app}:confirm-{many}": writing(Role.LEGAL_OFFICE),
        f"{app}:{one}": reading(*STAFF),
        f"{app}:edit-{one}": writing(*HANDLERS),
        f"{app}:void-{one}": writing(*HANDLERS),
        f"{app}:attach-{one}": writing(*HANDLERS),
        f"{app}:link-{one}": writing(*HANDLERS),
        f"{app}:evidence-{one}": reading(*STAFF),
    }


def table_of_words(app: str, one: str, many: str) -> dict[str, Access]:
    """Return the access of the pages of a table that the office keeps itself."""
    return {
        f"{app}:{many}": reading(*CALENDAR_KEEPERS),
        f"{app}:new-{one}": writing(*CALENDAR_KEEPERS),
        f"{app}:edit-{one}": writing(*CALENDAR_KEEPERS),
    }


TABLE: dict[str, Access] = {
    # people
    "sign-in": public(),
    "sign-out": anybody(),
    "password": anybody(),
    "people:accounts": reading(Role.ADMINISTRATOR),
    "people:new-account": writing(Role.ADMINISTRATOR),
    "people:account": writing(Role.ADMINISTRATOR),
    "people:disable-account": writing(Role.ADMINISTRATOR),
    "people:enable-account": writing(Role.ADMINISTRATOR),
    "people:reset-password": writing(Role.ADMINISTRATOR),
    "people:departments": reading(Role.ADMINISTRATOR),
    "people:new-department": writing(Role.ADMINISTRATOR),
    "people:edit-department": writing(Role.ADMINISTRATOR),
    "people:charges": reading(Role.ADMINISTRATOR),
    "people:new-charge": writing(Role.ADMINISTRATOR),
    "people:edit-charge": writing(Role.ADMINISTRATOR),
    "people:deputyships": reading(Role.ADMINISTRATOR),
    "people:new-deputyship": writing(Role.ADMINISTRATOR),
    "people:edit-deputyship": writing(Role.ADMINISTRATOR),
    "people:staff": reading(*ROSTER),
    "people:new-staff-member": writing(*ROSTER_KEEPERS),
    "people:staff-member": reading(*ROSTER_KEEPERS),
    "people:edit-staff-member": writing(*ROSTER_KEEPERS),
    "people:new-certificate": writing(*ROSTER_KEEPERS),
    "people:edit-certificate": writing(*ROSTER_KEEPERS),
    "people:all-counsel": reading(*ROSTER_KEEPERS),
    "people:new-counsel": writing(*ROSTER_KEEPERS),
    "people:counsel": reading(*ROSTER_KEEPERS),
    "people:edit-counsel": writing(*ROSTER_KEEPERS),
    "people:new-engagement": writing(*ROSTER_KEEPERS),
    "people:edit-engagement": writing(*ROSTER_KEEPERS),
    # portal
    "portal:audit": reading(Role.AUDITOR),
    # timelimits
    "timelimits:year": reading(*DESK, Role.ADMINISTRATOR),
    "timelimits:trial": reading(*DESK, Role.ADMINISTRATOR),
    "timelimits:edit-day": writing(*CALENDAR_KEEPERS),
    "timelimits:import-notice": writing(*CALENDAR_KEEPERS),
    "timelimits:amendment": reading(*CALENDAR_KEEPERS),
    # casework
    "home": anybody(),
    "casework:search": reading(*DESK),
    "casework:matters": reading(*DESK),
    "casework:tasks": reading(*DESK),
    "casework:notices": writing(*DESK),
    "casework:void": writing(Role.LEGAL_OFFICE),
    "casework:assign": writing(Role.LEGAL_OFFICE),
    "casework:follow": writing(*DESK),
    "casework:log": reading(*STAFF),
    "casework:new-task": writing(Role.LEGAL_OFFICE, Role.DEPARTMENT_HEAD),
    "casework:withdraw-task": writing(Role.LEGAL_OFFICE, Role.DEPARTMENT_HEAD),
    "casework:answer-task": writing(*DESK),
    "casework:new-link": writing(Role.LEGAL_OFFICE),
    "casework:attach": writing(*HANDLERS, Role.COUNSEL),
    "casework:write": writing(*HANDLERS),
    "casework:correct": writing(Role.LEGAL_OFFICE),
    "casework:document": reading(*DESK),
    "casework:replace-document": writing(*HANDLERS),
    # disclosure
    "disclosure:requests": reading(*DESK),
    "disclosure:new-request": writing(Role.LEGAL_OFFICE),
    "disclosure:preview-request": reading(Role.LEGAL_OFFICE),
    "disclosure:similar-requests": reading(Role.LEGAL_OFFICE),
    "disclosure:request": reading(*DESK),
    "disclosure:edit-request": writing(Role.LEGAL_OFFICE),
    "disclosure:move-request": writing(*STAFF),
    "disclosure:preview-move": reading(*STAFF),
    "disclosure:reveal-request": writing(
        Role.LEGAL_OFFICE, Role.DEPUTY_LEADER, Role.LEADER, Role.DEPARTMENT_HEAD, Role.OFFICER
    ),
    **register("disclosure", "publication", "publications"),
    **register("disclosure", "channel-count", "channel-counts"),
    **table_of_words("disclosure", "channel", "channels"),
    **table_of_words("disclosure", "category", "categories"),
    # publicity
    **register("publicity", "activity", "activities"),
    **register("publicity", "plan-item", "plan-items"),
    **register("publicity", "teaching-duty", "teaching-duties"),
    **register("publicity", "satisfaction", "satisfactions"),
    **register("publicity", "volunteer-count", "volunteer-counts"),
    **table_of_words("publicity", "audience", "audiences"),
    "publicity:nodes": reading(*STAFF),
    "publicity:new-node": writing(Role.LEGAL_OFFICE),
    "publicity:edit-node": writing(Role.LEGAL_OFFICE),
    "publicity:node-dates": writing(Role.LEGAL_OFFICE),
    # governance
    **register("governance", "study-activity", "study-activities"),
    **register("governance", "examination", "examinations"),
    **register("governance", "duty-report", "duty-reports"),
    **register("governance", "meeting", "meetings"),
    **register("governance", "rule", "rules"),
    **register("governance", "rule-review", "rule-reviews"),
    **register("governance", "major-decision", "major-decisions"),
    **register("governance", "reception", "receptions"),
    **register("governance", "backlog", "backlogs"),
    **register("governance", "suggestion", "suggestions"),
    **register("governance", "inspection", "inspections"),
    **register("governance", "honour", "honours"),
    **register("governance", "enforcement-figure", "enforcement-figures"),
    **register("governance", "task", "tasks"),
    **register("governance", "indicator", "indicators"),
    "governance:carry-tasks": writing(Role.LEGAL_OFFICE),
    "governance:reception-days": reading(*STAFF),
    "governance:new-reception-plan": writing(Role.LEGAL_OFFICE),
    "governance:edit-reception-plan": writing(Role.LEGAL_OFFICE),
    "governance:petitions": reading(*STAFF),
    "governance:new-petition": writing(*HANDLERS),
    "governance:petition": reading(*STAFF),
    "governance:edit-petition": writing(*HANDLERS),
    "governance:move-petition": writing(*STAFF),
    "governance:preview-petition": reading(*STAFF),
    "governance:reveal-petition": writing(*STAFF),
    "governance:penalties": reading(*STAFF),
    "governance:new-penalty": writing(*HANDLERS),
    "governance:penalty": reading(*STAFF),
    "governance:edit-penalty": writing(*HANDLERS),
    "governance:move-penalty": writing(*STAFF),
    "governance:preview-penalty": reading(*STAFF),
    "governance:reveal-penalty": writing(*STAFF),
}
