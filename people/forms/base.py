"""What the forms about people share."""

from django import forms

from people.models import StaffMember
from portal.forms import LaidOutForm, OnceMixin, SeenMixin


class RecordForm(LaidOutForm, OnceMixin, SeenMixin, forms.ModelForm):
    """A form that adds or edits one record: sent once, and never over somebody else's change."""


class MemberField(forms.ModelChoiceField):
    """A choice of a member of staff, named with the department, because names repeat."""

    def label_from_instance(self, member: StaffMember) -> str:
        return f"{member.name}（{member.department.label}）"
