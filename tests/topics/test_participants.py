"""Who takes part in two claims, and whether those may be the same."""

from __future__ import annotations

import pytest
from claims_by_hand import claim

from factcheck.model import Claim, Frame
from factcheck.topics.participants import ROLES, Role, are_kin, persons_differ, without
from factcheck.values import CountValue


def told(*, agents: tuple[str, ...] = (), targets: tuple[str, ...] = (), others: tuple[str, ...] = ()) -> Claim:
    frame = Frame(agents=frozenset(agents), targets=frozenset(targets), others=frozenset(others))
    return claim(CountValue(3, 3, 3), frame)


@pytest.mark.parametrize(
    ("left", "right", "roles", "differ"),
    [
        (told(agents=("person:ada okafor",)), told(agents=("person:li wei",)), ("agents",), True),
        (told(agents=("person:ada okafor",)), told(agents=("person:okafor",)), ("agents",), False),
        (told(agents=("person:castor ray",)), told(agents=("person:ray",)), ("agents",), False),
        (told(agents=("person:ada okafor",)), told(agents=("place:fr",)), ("agents",), False),
        (told(agents=("person:ada okafor",)), told(targets=("person:li wei",)), ("agents",), False),
        (told(agents=("person:ada okafor",)), told(targets=("person:li wei",)), ROLES, True),
        (told(agents=("person:ada okafor",)), told(targets=("person:li wei",), others=("person:okafor",)), ROLES, False),
    ],
)
def test_persons_differ_by_role(left: Claim, right: Claim, roles: tuple[Role, ...], *, differ: bool) -> None:
    assert persons_differ(left, right, *roles) is differ
    assert persons_differ(right, left, *roles) is differ


def test_kin_have_one_family_name_and_two_given_names() -> None:
    ada, ben, bare = (told(agents=(name,)) for name in ("person:ada okafor", "person:ben okafor", "person:okafor"))
    assert are_kin(ada, ben)
    assert not persons_differ(ada, ben, "agents")
    assert not are_kin(ada, bare)
    assert not are_kin(ada, ada)


def test_without_some_sorts_of_participants() -> None:
    bare = without(told(agents=("noun:driver", "person:li wei"), targets=("place:fr",)), "noun:", "place:")
    assert (bare.agents, bare.targets) == (frozenset({"person:li wei"}), frozenset())
