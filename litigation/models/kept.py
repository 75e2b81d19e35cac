"""The base of what is recorded with a case, or without one by a department of its own."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone

from casework.models import Matter
from people.scope import scope_of


class KeptQuerySet(models.QuerySet):
    def visible_to(self, user) -> KeptQuerySet:
        """Records whose case a person may see; without a case, those of the person's reach."""
        scope = scope_of(user, timezone.localdate())
        alone = Q(matter=None)
        if not scope.everything:
            alone &= Q(department__in=scope.departments)
        return self.filter(alone | Q(matter__in=Matter.objects.visible_to(user)))

    def valid(self) -> KeptQuerySet:
        """Records whose case, if there is one, was not voided."""
        return self.filter(matter__voided_at=None)
