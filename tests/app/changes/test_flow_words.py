"""Where answers lead now, in sentences."""

from __future__ import annotations

from handbook.app.changes.compared import Sides
from handbook.app.changes.flow_words import flow_sentences
from handbook.domain.flow import Choice, Flow, Flows, NodeRef, Outcome, Step
from handbook.domain.handbook_changes import compare_questions
from handbook.domain.library import Library
from tests.app.changes.two_versions import NOW


def choice(text: str, place: str, *also: str, subject: str = "") -> Choice:
    more = tuple(NodeRef("concern", each) for each in also)
    return Choice(text, NodeRef("concern", place), also=more, subject=subject)


def library(unsure: str, *before: Choice) -> Library:
    """Whose doing is it, where "not sure" leads; and whether it was told before."""
    nodes = (
        Step("who", "Whose doing is it?", (), (choice("Mine", "head"),
             choice("Not sure", unsure)), 1),
        Step("before", "Was it told before?", (), before, 2),
        Step("other", "Is it urgent?", (), (choice("Yes", "dsl"), choice("No", "dsl")), 3),
        Outcome("dsl", "Tell the lead", ()),
        Outcome("head", "Tell the head", ()),
        Outcome("outside", "Go outside", ()),
    )  # fmt: skip
    flow = Flow("concern", "I have a concern", "flows/concern.md", nodes)
    return Library(NOW.school, flows=Flows({"concern": flow}))


def said(was: Library, now: Library) -> list[str]:
    (change,) = compare_questions(was, now)
    return flow_sentences(change, Sides(was, now))


TOLD = (choice("No", "dsl"), choice("Yes", "dsl", "outside"))


def test_an_answer_that_goes_on_in_another_way_is_said_once() -> None:
    assert said(library("other", *TOLD), library("before", *TOLD)) == [
        "If you answer “Not sure” to “Whose doing is it?”, the questions go on in another way "
        "now: they lead to “Tell the lead”, in part also to “Go outside”; before, they led to "
        "“Tell the lead”. (4 ways through the questions.)"
    ]


def test_where_all_lead_to_the_same_place_as_before_that_is_said() -> None:
    same = (choice("No", "dsl"), choice("Yes", "dsl"))

    (sentence,) = said(library("other", *same), library("before", *same))

    assert "they lead to “Tell the lead”, as before." in sentence


def test_whom_not_to_tell_is_said_of_another_way() -> None:
    told = (choice("No", "dsl"), choice("Yes", "dsl", subject="head"))

    (there,) = said(library("other", *told), library("before", *told))
    (back,) = said(library("before", *told), library("other", *told))

    assert "on some of them the Headteacher must not be told" in there
    assert "the Headteacher may be told again" in back
