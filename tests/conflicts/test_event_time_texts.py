"""Two short articles of one story, from the text to the finding: times and lengths of what no class of events names."""

from __future__ import annotations

from pathlib import Path

import pytest
from two_texts import Checker

pytestmark = pytest.mark.model

QUAY = "Night at Brightwell Quay | Oil ran into the harbour of Tarrow Falls on Sunday, said Ada Okafor of Brightwell Marine."
RAID = "Guests freed in Tarrow Falls | Police freed eleven guests of the Brightwell Hotel in Tarrow Falls on Sunday, Ada Okafor said."
STUCK = "Lift trouble at Brightwell Tower | Guests of the Brightwell Tower in Tarrow Falls are safe after Sunday, said Ada Okafor."


@pytest.mark.parametrize(
    ("kind", "story", "left", "right"),
    [
        ("time", QUAY, "The hose parted at 4:20 a.m. on Sunday.", "It came apart at ten past six in the morning."),
        ("time", QUAY, "The loading arm snapped at 4:20 a.m.", "A pipe gave way at half past six in the morning, a guard said."),
        (
            "time",
            QUAY,
            "The alarm was raised at 5 a.m. on Sunday.",
            "The distress call reached the harbour office at 7.40 in the morning.",
        ),
        ("time", QUAY, "The pump failed at 9 p.m. on Sunday.", "The emergency call came in at twenty past seven in the evening."),
        ("time", QUAY, "The oil caught fire at 11 p.m. on Saturday.", "The alarm was raised at 2.10 in the night to Sunday."),
        ("time", QUAY, "The hose parted at 4:52 a.m. on Sunday.", "A pipe broke at 4:25 a.m., a guard said."),
        (
            "time",
            RAID,
            "Officers climbed in through the roof at 5:40 a.m.",
            "The commandos stormed the lobby at ten past three in the morning.",
        ),
        ("time", RAID, "They entered at 16.05, a guest said.", "The officers burst in on the stroke of nine."),
        ("time", QUAY, "The hose parted at 4:20 a.m. on Sunday.", "A guard said the pipe came apart at ten past six in the morning."),
        ("time", RAID, "The robbers got out of the hotel at 5:40 p.m.", "Police said the robbers broke out at 7.20 p.m."),
        ("time", QUAY, "The tug dropped off the radar at 4:20 a.m.", "The harbour lost contact with the tug at 5.05 a.m."),
        ("time", QUAY, "The leak began at 4:20 a.m. on Sunday.", "The hose parted at ten past six in the morning, a guard said."),
        ("time", QUAY, "The signal of the tug vanished at 4:20 a.m.", "Contact with the tug was lost at 5.05 a.m."),
        ("time", QUAY, "The hose parted at 4:20 a.m. on Sunday.", "A pipe seemed to give way at ten past six in the morning."),
        ("time", QUAY, "The leak began at 4:20 a.m. on Sunday.", "An engineer put the start of the leak at ten past six in the morning."),
        ("time", QUAY, "The tug capsized at 4:20 a.m. on Sunday.", "The tug heeled over at ten past six in the morning."),
        ("duration", RAID, "The raid was over in less than four minutes.", "The raid took eleven minutes."),
        ("duration", STUCK, "Ada Okafor was freed. She'd been trapped for fifty minutes.", "Ada Okafor was stuck for three hours."),
        ("duration", QUAY, "The flow was cut off after 40 minutes.", "It was nearly two hours before somebody turned off the pump."),
        ("duration", RAID, "The siege ended after 31 hours.", "For 43 hours they had sat bound to a radiator."),
        ("duration", STUCK, "Six people were stuck for fifty minutes.", "They had been trapped between two floors for three hours."),
    ],
)
def test_two_wordings_of_one_moment_or_stretch_are_found(
    check: Checker, tmp_path: Path, kind: str, story: str, left: str, right: str
) -> None:
    assert kind in check(tmp_path, f"{story} {left}", f"{story} {right}")


@pytest.mark.parametrize(
    ("kind", "story", "left", "right"),
    [
        ("time", QUAY, "The hose parted at 4:20 a.m. on Sunday.", "The leak was discovered at half past six in the morning."),
        ("time", QUAY, "The hose parted at 4:20 a.m. on Sunday.", "The alarm was raised at 5 a.m."),
        ("time", QUAY, "The hose parted at 4:20 a.m. on Sunday.", "A second hose burst at 7 a.m."),
        ("time", QUAY, "The hose parted at 4:20 a.m. on Sunday.", "It came apart at half past four in the morning."),
        ("time", QUAY, "The hose parted at 4:20 a.m. on Saturday.", "It came apart at ten past six on Sunday morning."),
        ("time", QUAY, "The hose parted at 4:20 a.m. on Sunday.", "The pump is expected to be back at 9 a.m."),
        ("time", QUAY, "The hose parted at 4:20 a.m. on Sunday.", "Airborne from Tarrow at 1 a.m., it was in its third hour of flight."),
        ("time", QUAY, "The hose parted at 4:20 a.m. on Sunday.", "A guard said he had got up at 3 a.m."),
        ("duration", STUCK, "Ada Okafor was stuck for fifty minutes.", "She'd be stuck for three hours, Ada Okafor feared."),
        ("time", QUAY, "The talks began at 4 p.m. on Sunday.", "The clean-up began at 9 a.m. on Sunday."),
        ("time", QUAY, "The hose parted at 4:20 a.m. on Sunday.", "The clean-up began at 6 a.m. on Sunday."),
        ("time", QUAY, "The hose parted at 4:20 a.m. on Sunday.", "The tug took off its first men at 6 a.m."),
        ("time", QUAY, "The hose parted at 4:20 a.m. on Sunday.", "At 6 a.m. a plane took off to look at the slick."),
        ("time", QUAY, "The hose parted at 4:20 a.m. on Sunday.", "It began to rain at 6 a.m."),
        ("time", QUAY, "The hose parted at 4:20 a.m. on Sunday.", "The first ship crossed at a walking pace at 6.10 a.m."),
        ("time", QUAY, "The hose parted at 4:20 a.m. on Sunday.", "The night shift had begun at 2 a.m."),
        ("time", RAID, "Officers climbed in at 5:40 a.m.", "The first guests came out at 7:10 a.m."),
        ("duration", QUAY, "The flow was cut off after 40 minutes.", "The pump has been in use for 40 years."),
        ("duration", QUAY, "The flow was cut off after 40 minutes.", "The flow was stemmed within three quarters of an hour."),
        ("duration", RAID, "The siege ended after 31 hours.", "The siege took 31 hours, and the talks two days."),
        ("duration", STUCK, "Six people were stuck for fifty minutes.", "On average guests wait for three hours."),
        ("duration", STUCK, "Six people were stuck for fifty minutes.", "Six people have been stuck for two hours."),
        (
            "time",
            QUAY,
            "The tug left Tarrow Falls at 9 a.m. on Sunday.",
            "A plane with divers took off from Tarrow Falls at 11 a.m. on Sunday.",
        ),
        ("time", QUAY, "The leak began at 4:20 a.m. on Sunday.", "The agency put the start of the clean-up at 9 a.m. on Sunday."),
        ("duration", RAID, "The raid was over in less than twelve minutes.", "The raid took eleven minutes."),
        ("duration", QUAY, "The leak lasted nine hours.", "The first tugs came 40 minutes after it began."),
        ("duration", STUCK, "Okafor worked there for three years.", "Okafor lived in Tarrow Falls for ten years."),
    ],
)
def test_another_moment_or_stretch_is_none(check: Checker, tmp_path: Path, kind: str, story: str, left: str, right: str) -> None:
    assert kind not in check(tmp_path, f"{story} {left}", f"{story} {right}")
