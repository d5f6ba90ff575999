"""Names of one voice, or of one carrier, under several forms."""

import pytest

from quotereview.matching.names import same_carrier, same_voice


@pytest.mark.parametrize(
    ("here", "there", "same"),
    [
        ("Bashar Assad", "Bashar al-Assad", True),
        ("Assad", "Bashar al-Assad", True),
        ("Syrian President Bashar al-Assad", "Assad", True),
        ("Mr Shen", "Shen Weilong", True),
        ("Calderon", "Felipe Calderón", True),
        ("Beijing’s foreign ministry", "China's foreign ministry", True),
        ("Chinese Consulate General in Edinburgh", "China’s consulate in Edinburgh", True),
        ("China's defence ministry", "China's foreign ministry", False),
        ("Iran's foreign ministry", "China's foreign ministry", False),
        ("Rory Tulloch", "Kirsty Tulloch", False),
        ("Moira Lennox", "Callum Aird", False),
        ("Shen Weilong", None, None),
        (None, None, None),
        ("he", "Shen Weilong", None),
        ("the official", "Shen Weilong", None),
        ("a Western diplomat", "Western diplomat", True),
    ],
)
def test_voices(here: str | None, there: str | None, same: bool | None) -> None:
    assert same_voice(here, there) is same
    assert same_voice(there, here) is same


@pytest.mark.parametrize(
    ("here", "there", "same"),
    [
        ("a CCTV readout", "CCTV", True),
        ("Sana", "SANA", True),
        ("Xinhua News Agency", "Xinhua", True),
        ("Associated Press", "AP", True),
        ("the official Syrian agency SANA", "SANA", True),
        ("statement", "a statement", True),
        (None, None, True),
        ("press release", "a statement", True),
        ("an email", "a letter", True),
        ("a tweet", "Twitter", True),
        ("post", "tweet", True),
        ("Facebook post", "Facebook", True),
        ("Twitter", "Facebook", False),
        ("video", "a statement", False),
        ("an email", "a tweet", False),
        ("the harbour board", "a statement", False),
        ("report", "a statement", False),
        ("CCTV", "Xinhua", False),
        ("statement", "Xinhua", False),
        ("statement", "interview", False),
        ("CCTV", None, False),
    ],
)
def test_carriers(here: str | None, there: str | None, same: bool) -> None:
    assert same_carrier(here, there) is same
    assert same_carrier(there, here) is same
