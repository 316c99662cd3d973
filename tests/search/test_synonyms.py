"""Words that mean the same."""

from __future__ import annotations

from handbook.search.synonyms import Synonyms


def test_an_entry_leads_to_the_others_of_its_group() -> None:
    synonyms = Synonyms([("facebook", "fb", "insta")])

    (match,) = synonyms.matches(["fb"])

    assert match.others == (("facebook",), ("insta",))


def test_an_entry_of_many_words_is_found_within_a_query() -> None:
    synonyms = Synonyms([("dsl", "safeguarding lead")])

    (match,) = synonyms.matches(["where", "is", "the", "safeguarding", "lead"])

    assert (match.start, match.end, match.others) == (3, 5, (("dsl",),))


def test_other_forms_of_an_entry_are_found_too() -> None:
    synonyms = Synonyms([("kid", "pupil")])

    assert [match.others for match in synonyms.matches(["kids"])] == [(("pupil",),)]


def test_a_word_may_stand_in_two_groups() -> None:
    synonyms = Synonyms([("head", "boss"), ("boss", "manager")])

    (match,) = synonyms.matches(["boss"])

    assert match.others == (("head",), ("manag",))


def test_stop_words_of_an_entry_are_not_searched() -> None:
    synonyms = Synonyms([("chair", "chair of the governors")])

    (match,) = synonyms.matches(["chair"])

    assert match.others == (("chair", "governor"),)


def test_no_groups_and_empty_entries_are_no_obstacle() -> None:
    assert not list(Synonyms([]).matches(["pupil"]))
    assert not list(Synonyms([("", "  "), ()]).matches(["pupil", ""]))
