"""The limits to choose from in 期限试算: each is offered by the app that keeps its matters."""

from timelimits.limits import Limit


class Catalogue:
    """Limits to choose from, by the group of law they belong to; a code is used once in a group."""

    def __init__(self) -> None:
        self._groups: dict[str, list[Limit]] = {}

    def offer(self, group: str, *limits: Limit) -> None:
        """Add limits to a group; an app that keeps matters of a kind offers those it declares."""
        offered = self._groups.setdefault(group, [])
        codes = {limit.code for limit in offered}
        for limit in limits:
            if limit.code in codes:
                raise ValueError(f"{group}的期限“{limit.code}”重复登记")
            offered.append(limit)

    def choices(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """Return the groups with their limits, as a field of choices wants them."""
        return [
            (
                group,
                [(f"{group}/{limit.code}", f"{limit.label}（{limit.period}）") for limit in limits],
            )
            for group, limits in sorted(self._groups.items())
        ]

    def find(self, choice: str) -> Limit | None:
        """Return the limit behind a choice, None for any other text."""
        group, _, code = choice.partition("/")
        return next((limit for limit in self._groups.get(group, ()) if limit.code == code), None)


catalogue = Catalogue()
