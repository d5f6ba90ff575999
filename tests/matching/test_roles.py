"""Roles of one speaker in two articles: those that cannot both be so, and those that can."""

import pytest

from quotereview.matching.roles import same_role

DISAGREE = [
    ("minister", "former minister"),
    ("foreign minister", "ex-foreign minister"),
    ("President", "former President"),
    ("governor", "former Gov."),
    ("president", "vice president"),
    ("minister", "deputy minister"),
    ("director", "acting director"),
    ("president", "president-elect"),
    ("governor", "gubernatorial candidate"),
    ("Senator", "Senate candidate"),
    ("foreign minister", "finance minister"),
    ("Secretary of State", "Secretary of Defense"),
    ("French president", "German president"),
    ("president", "prime minister"),
    ("Senator", "Congressman"),
    ("general", "Col."),
    ("mayor of Velm", "governor"),
    ("the former chief executive", "CEO"),
    ("shadow minister for health", "health minister"),
]
AGREE = [
    ("president", "party chief"),
    ("President", "the Chinese leader"),
    ("minister", "foreign minister"),
    ("Foreign Minister", "minister of foreign affairs"),
    ("defence minister", "Defense Minister"),
    ("president", "U.S. President"),
    ("CEO", "chief executive officer"),
    ("Sen.", "Republican senator"),
    ("Republican senator", "Ohio senator"),
    ("spokesman", "spokeswoman"),
    ("former president", "opposition leader"),
    ("former prime minister", "president"),
    ("prime minister", "premier"),
    ("chairwoman", "chair of the harbour board"),
    ("Attorney General", "general"),
    ("secretary general", "the alliance's secretary-general"),
    ("president", "senator and former president"),
    ("president's spokesman", "president"),
    ("coach", None),
    (None, "former coach"),
    ("lieutenant governor", "governor"),
    ("outgoing mayor", "mayor"),
    ("professor of law", "former judge"),
    ("French prime minister", "prime minister in Paris"),
]


@pytest.mark.parametrize(("here", "there"), DISAGREE)
def test_roles_that_cannot_both_be_so(here: str, there: str) -> None:
    assert not same_role(here, there)
    assert not same_role(there, here)


@pytest.mark.parametrize(("here", "there"), AGREE)
def test_roles_that_can(here: str | None, there: str | None) -> None:
    assert same_role(here, there)
    assert same_role(there, here)
