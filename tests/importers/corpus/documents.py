"""Made-up policies, used while the importers were written."""

from __future__ import annotations

from tests.importers.corpus.shape import Cells, Doc, Head, Item, Words

MINIBUS = Doc(
    title="Minibus Policy",
    organisation="Larkhill Community School",
    facts={
        "owner": "Business manager",
        "approved": "2025-10-14",
        "approved-by": "Resources committee",
        "review": "2026-10-01",
        "version": "2.3",
    },
    stated=(
        ("Policy owner", "Business manager"),
        ("Approved by", "Resources committee"),
        ("Date approved", "14 October 2025"),
        ("Next review", "1st October 2026"),
        ("Version", "2.3"),
    ),
    header="Larkhill Community School  Minibus Policy",
    footer="Printed copies are out of date",
    blocks=(
        Head(1, "1.", "Purpose"),
        Words(
            "This policy says who drives the minibus, how it is kept safe and what happens when "
            "something goes wrong on the road.",
            "1.1",
        ),
        Words("It covers the two vehicles that the school owns and any that it hires.", "1.2"),
        Head(1, "2.", "Drivers"),
        Words(
            "A driver has held a full licence for at least two years, has passed the county’s "
            "assessment and is named on the list in the office.",
            "2.1",
            "The assessment lasts four years from the day on which it was passed.",
        ),
        Words("Before every journey the driver:", "2.2"),
        Item(1, "walks round the vehicle and looks at the tyres;", "(a)"),
        Item(1, "counts the passengers and writes the number down;", "(b)"),
        Item(1, "checks that these are on board:", "(c)"),
        Item(2, "a first aid kit that is in date;", "(i)"),
        Item(2, "a charged telephone;", "(ii)"),
        Item(2, "the breakdown card.", "(iii)"),
        Words(
            "A driver who feels unwell stops at the next safe place and rings the office.", "2.3"
        ),
        Head(2, "2.4", "Hours at the wheel"),
        Words(
            "Nobody drives for more than two hours without a break of twenty minutes, or for more "
            "than nine hours in one day.",
            "2.4.1",
        ),
        Words(
            "A second driver goes along when a journey is planned to last over four hours.",
            "2.4.2",
        ),
        Head(1, "3.", "Passengers"),
        Words("Everybody wears a seat belt. The adult in charge:", "3.1"),
        Item(1, "sits where every child can be seen"),
        Item(1, "keeps the list of names, and with it:"),
        Item(2, "the number of a parent of each child"),
        Item(2, "what each child may not eat"),
        Item(1, "hands the list to the office afterwards"),
        Head(1, "4.", "When something goes wrong"),
        Words("The table says whom to ring first.", "4.1"),
        Cells(
            (
                ("What happened", "Ring first", "Then"),
                ("Somebody is hurt", "999", "The head of the school"),
                ("The engine stops", "The breakdown firm", "The office"),
                ("A child is missing", "999", "The head of the school, then the parent"),
            )
        ),
        Words(
            "The form for accidents is on the county’s pages.",
            "4.2",
            link="https://example.org/forms/road",
        ),
        Head(1, "Appendix A:", "Checks before a journey"),
        Words("This sheet is copied and signed by the driver each time."),
    ),
)

LETTINGS = Doc(
    title="Lettings and Hire of Rooms Policy",
    organisation="St Wilfrid’s Church of England Primary School",
    facts={
        "owner": "Site manager",
        "approved": "2024-03-12",
        "approved-by": "Full governing body",
        "last-review": "2025-03",
        "review": "2027-03-11",
        "related": "Charging policy; Fire safety policy; Equality policy",
    },
    stated=(
        ("Responsible person", "Site manager"),
        ("Approved by", "Full governing body on 12 March 2024"),
        ("Last reviewed", "March 2025"),
        ("Review date", "11/03/2027"),
    ),
    header="",
    footer="Lettings policy",
    blocks=(
        Head(1, "", "Introduction"),
        Words(
            "The hall, the field and the two studios may be hired outside school hours. This brings "
            "neighbours into the building and pays for things that the budget cannot."
        ),
        Words("Children come first: no letting may get in the way of a lesson, a club or a meal."),
        Head(1, "", "Who may hire"),
        Words("We let rooms to groups that are open to everybody. We do not let rooms:"),
        Item(1, "to parties or campaigns during an election"),
        Item(1, "to anybody who has damaged the building before"),
        Item(1, "where the noise would trouble the people next door, that is:"),
        Item(2, "after ten at night on a weekday"),
        Item(2, "after eleven on a Saturday"),
        Head(2, "", "How to apply"),
        Words("An application takes three steps."),
        Item(1, "Fill in the form at the office.", "1."),
        Item(1, "Show proof of insurance for five million pounds.", "2."),
        Item(1, "Pay half of the charge as a deposit.", "3."),
        Head(2, "", "What it costs"),
        Cells(
            (
                ("Room", "Weekday", "Weekend"),
                ("Hall", "£24 an hour", "£31 an hour"),
                ("Studio", "£12 an hour", "£15 an hour"),
            )
        ),
        Words(
            "Charities pay three quarters. The governors look at the charges each spring, and a "
            "new charge begins in September at the earliest."
        ),
        Head(1, "", "Safety in the building"),
        Words(
            "The hirer names one adult who stays until the last guest has left. That adult walks "
            "the way out with the site manager before the first letting."
        ),
        Head(3, "", "Keys and alarms"),
        Words("Keys are never copied or lent. Whoever loses one pays for the new locks."),
        Head(1, "", "Related policies"),
        Item(1, "Charging policy"),
        Item(1, "Fire safety policy"),
        Item(1, "Equality policy"),
        Head(1, "", "Complaints"),
        Words(
            "A hirer who is unhappy writes to the chair of the resources committee, who answers "
            "within ten school days. A letter can be left at the office or sent to the address on "
            "the school’s pages."
        ),
    ),
)

DOGS = Doc(
    title="Dogs on Site: Guidance and Procedure",
    organisation="The Fernley Learning Trust",
    facts={
        "approved": "2023-05-01",
        "approved-by": "Board of trustees",
        "review": "2026-05-31",
        "version": "1",
        "owner": "Director of operations",
    },
    stated=(
        ("Document owner", "Director of operations"),
        ("Version", "1"),
        ("Ratified by", "Board of trustees"),
        ("Date ratified", "1 May 2023"),
        ("Date of next review", "31 May 2026"),
    ),
    header="The Fernley Learning Trust",
    footer="",
    blocks=(
        Head(1, "PART A", "GENERAL RULES"),
        Head(2, "1", "Why we have rules"),
        Words(
            "Many children love dogs, some fear them and a few fall ill near them. These rules let "
            "a dog be useful to one child without harm to another."
        ),
        Head(2, "2", "Which dogs may come"),
        Words("Three kinds of dog may come on to a site of the trust:"),
        Item(1, "a dog that helps its owner with a disability", "a)"),
        Item(1, "a dog that works for the police", "b)"),
        Item(1, "a reading dog with a letter from the trust", "c)"),
        Words("Every other dog waits outside the gate, on a lead, with its owner."),
        Head(1, "PART B", "READING DOGS"),
        Head(2, "3", "Before the first visit"),
        Words("The school asks every family in the class, and no child has to take part."),
        Item(1, "The dog has been seen by a vet within six months.", "i."),
        Item(1, "The handler has been checked as any volunteer is.", "ii."),
        Item(1, "The room has a door to the outside.", "iii."),
        Head(2, "4", "During a visit"),
        Words(
            "The handler holds the lead from gate to gate. At most three children read in one "
            "session, and each washes their hands before and after it."
        ),
        Head(3, "4.1", "If a child is frightened"),
        Words("The visit ends for that child at once, without a fuss and without questions."),
        Head(3, "4.2", "If a child is bitten"),
        Words(
            "Treat the wound, ring the parent, and write it in the accident book before the end of "
            "the day. The visits stop until the trust has looked into it."
        ),
        Head(1, "PART C", "RECORDS"),
        Words("Letters from vets are kept for one year."),
    ),
)

DOCUMENTS = {"minibus": MINIBUS, "lettings": LETTINGS, "dogs": DOGS}
