"""Back and forward."""

from __future__ import annotations

from handbook.app.history import AtClause, AtHome, AtPolicies, AtSearch, History
from handbook.domain.policy import ClauseRef


def test_back_and_forward_go_the_way_that_was_taken() -> None:
    history = History()
    history.visit(AtHome())
    history.visit(AtPolicies())
    history.visit(AtClause(ClauseRef("grievance")))

    assert history.back() == AtPolicies()
    assert history.back() == AtHome()
    assert history.back() is None
    assert history.forward() == AtPolicies()


def test_a_new_way_forgets_what_lay_ahead() -> None:
    history = History()
    history.visit(AtHome())
    history.visit(AtPolicies())
    history.back()
    history.visit(AtSearch("fb"))

    assert history.forward() is None
    assert history.back() == AtHome()


def test_typing_is_one_visit() -> None:
    history = History()
    history.visit(AtHome())
    for text in ("f", "fa", "fac"):
        history.visit(AtSearch(text))

    assert history.here == AtSearch("fac")
    assert history.back() == AtHome()


def test_the_same_stop_twice_counts_once() -> None:
    history = History()
    history.visit(AtHome())
    history.visit(AtHome())

    assert history.back() is None


def test_forgetting_leaves_nothing_to_go_back_to() -> None:
    history = History()
    history.visit(AtHome())
    history.visit(AtPolicies())
    history.forget()

    assert history.here is None
    assert history.back() is None
    assert history.forward() is None


def test_back_leads_to_where_the_reader_had_moved() -> None:
    history = History()
    history.moved_to(AtHome())
    assert history.here is None

    history.visit(AtClause(ClauseRef("grievance")))
    history.moved_to(AtClause(ClauseRef("grievance", "appeal")))
    history.visit(AtHome())

    assert history.back() == AtClause(ClauseRef("grievance", "appeal"))
