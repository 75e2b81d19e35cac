"""Every page of the portal and the roles that may use it. A page missing here is closed."""

from portal.access import Access

TABLE: dict[str, Access] = {
    # people
    # portal
    # timelimits
    # casework
    # disclosure
}
