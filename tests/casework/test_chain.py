"""A dispute is one tree, seen as far as a person may see."""

from datetime import date

import pytest

from casework.chain import chain
from casework.models import MatterLink, Relation
from people.roles import Role
from tests.factories.casework import MatterFactory
from tests.factories.people import UserFactory, user_with

pytestmark = pytest.mark.django_db

TODAY = date(2025, 3, 10)


def link(matter, relation, other=None, outside=""):
    MatterLink.objects.create(
        matter=matter, relation=relation, other=other, outside_number=outside, made_by=UserFactory()
    )


def tree(matter, user=None):
    """Return the tree as text: a line for each node, two spaces for each step down."""
    nodes = chain(matter, user or user_with(Role.LEGAL_OFFICE), TODAY)
    return [
        "  " * node.depth
        + (node.matter.title if node.matter else node.outside.outside_number)
        + ("*" if node.is_here else "")
        for node in nodes
    ]


@pytest.fixture
def dispute():
    reply = MatterFactory(title="答复")
    review = MatterFactory(title="复议", arises_from=reply)
    first = MatterFactory(title="一审", arises_from=review)
    return [reply, review, first, MatterFactory(title="二审", arises_from=first)]


def test_a_matter_alone_has_no_tree():
    assert tree(MatterFactory()) == []


@pytest.mark.parametrize("here", range(4))
def test_the_tree_is_the_same_from_wherever_one_looks(dispute, here):
    titles = ["答复", "  复议", "    一审", "      二审"]
    titles[here] += "*"

    assert tree(dispute[here]) == titles


def test_what_a_link_says_was_brought_about_belongs_to_the_tree():
    reply, suit = MatterFactory(title="答复"), MatterFactory(title="一审")
    link(reply, Relation.LAWSUIT, suit)
    link(reply, Relation.RECONSIDERATION, outside="温鹿政复〔2025〕1号")

    assert tree(suit) == ["答复", "  温鹿政复〔2025〕1号", "  一审*"]


def test_a_neighbour_does_not_belong_to_the_tree():
    matter = MatterFactory()
    link(matter, Relation.MERGED, MatterFactory())

    assert tree(matter) == []


def test_two_matters_that_name_each_other_make_no_endless_tree():
    one, other = MatterFactory(title="甲"), MatterFactory(title="乙")
    link(one, Relation.LAWSUIT, other)
    link(other, Relation.LAWSUIT, one)

    assert tree(one) == ["乙", "  甲*"]


def test_what_a_person_may_not_see_is_left_out(dispute):
    officer = user_with(Role.OFFICER)
    for matter in dispute[2:]:
        matter.department = officer.staff_member.department
        matter.save()

    assert tree(dispute[3], officer) == ["一审", "  二审*"]


@pytest.mark.parametrize("count", [1, 3])
def test_a_generation_takes_the_same_queries_whatever_its_number(
    dispute, django_assert_num_queries, count
):
    user = user_with(Role.LEGAL_OFFICE)
    for _ in range(count):
        MatterFactory(arises_from=dispute[0])

    with django_assert_num_queries(12):
        chain(dispute[0], user, TODAY)
