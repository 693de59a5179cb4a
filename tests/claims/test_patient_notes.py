"""What tells one act from the next of its kind: what it was done to, by what means, for which time, and deaths that follow later."""

from __future__ import annotations

import pytest
from claims_by_reading import Reader

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def read() -> Reader:
    return Reader()


@pytest.mark.parametrize(
    ("text", "told", "untold"),
    [
        ("Police arrested a baker in Marwick on 12 May.", {"what baker"}, {"the baker"}),
        ("The bridge was opened on 12 May.", {"what bridge", "the bridge"}, set()),
        ("Ada Fonn met with the nurses on 12 May.", {"what nurse"}, {"with nurse"}),
        ("Two trams collided in Marwick on 12 May.", {"what tram", "many 2"}, set()),
        ("The theft of the Corvini cello on 12 May shook all.", {"what cello", "the cello"}, set()),
        ("The body of a second man was found on 12 May.", {"what body"}, {"the body"}),
        ("Troops attacked the town with mortars on 12 May.", {"what town", "with mortar"}, set()),
        ("Jan Torp won the third stage on 12 May.", {"what stage", "nth 3"}, set()),
        ("Jan Torp won stage six on 12 May.", {"what stage", "nth 6"}, {"many 6"}),
        ("Sixty-one migrants were rescued on 12 May.", {"what migrant"}, {"many 1"}),
    ],
)
def test_what_underwent_an_act(read: Reader, text: str, told: set[str], untold: set[str]) -> None:
    found = frozenset().union(*(claim.frame.subset for claim in read(text) if claim.kind == "date"))
    assert told <= found
    assert not untold & found


@pytest.mark.parametrize(
    ("text", "later"),
    [
        ("A student injured in the crash died on 12 May.", True),
        ("A nurse who was wounded in the attack died on 12 May.", True),
        ("The driver died of his injuries on 12 May.", True),
        ("A girl burned in the blaze died on 12 May.", True),
        ("A boy stabbed in the park died on 12 May.", True),
        ("The painter Lena Orr died on 12 May.", False),
        ("Three people died on 12 May when a tram jumped the rails.", False),
        ("The poet died of a stroke on 12 May.", False),
        ("A man born in Marwick died on 12 May.", False),
        ("Two climbers died on 12 May in an avalanche.", False),
    ],
)
def test_deaths_that_follow_later(read: Reader, text: str, *, later: bool) -> None:
    marks = [claim.frame.markers for claim in read(text) if claim.kind == "date"]
    assert marks
    assert all(("later" in found) == later for found in marks)


@pytest.mark.parametrize(
    ("text", "another"),
    [
        ("A third man was arrested in Marwick on 12 May.", True),
        ("Divers found a second body on 12 May.", True),
        ("A fourth victim was buried on 12 May.", True),
        ("Police detained a second nurse on 12 May.", True),
        ("A fifth witness testified on 12 May.", True),
        ("Jan Torp won the third stage on 12 May.", False),
        ("A man was arrested in Marwick on 12 May.", False),
        ("The second man was arrested on 12 May.", False),
        ("A first patient was admitted on 12 May.", False),
        ("Ada Fonn was arrested on 12 May in a second raid.", False),
    ],
)
def test_one_more_of_several(read: Reader, text: str, *, another: bool) -> None:
    marks = [claim.frame.markers for claim in read(text) if claim.kind == "date"]
    assert marks
    assert any("another" in found for found in marks) == another
