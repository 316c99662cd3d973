"""Made-up policies written after the importers, on which nothing was tuned."""

from __future__ import annotations

from tests.importers.corpus.shape import Cells, Doc, Head, Item, Words

PHOTOS = Doc(
    title="Photographs and Film of Pupils",
    organisation="Harrow Lane Infant School",
    facts={
        "approved": "2024-09-23",
        "approved-by": "governing board",
        "review": "2026-09",
        "owner": "Deputy headteacher",
    },
    stated=(("Member of staff responsible", "Deputy headteacher"),),
    intro=(
        "This policy was approved by the governing board on 23rd September 2024. "
        "It will be reviewed in September 2026.",
    ),
    header="Harrow Lane Infant School",
    footer="Photographs and film",
    blocks=(
        Head(1, "A.", "What we want"),
        Words("Pictures show families what a day in school is like."),
        Words(
            "They also show where a child is, and what they look like in uniform, to people whom "
            "nobody knows."
        ),
        Head(1, "B.", "Consent"),
        Words("We ask for consent once, when a child joins. The form asks about:"),
        Item(1, "pictures on the walls of the classroom", "(1)"),
        Item(1, "pictures on the pages of the school", "(2)"),
        Item(1, "pictures in the newspaper", "(3)"),
        Words("A parent may change an answer at any time by telling the office."),
        Head(1, "C.", "Staff who take pictures"),
        Words("Staff take pictures with the school’s tablets only. They must:"),
        Item(1, "look at the list of children who may not be shown"),
        Item(1, "leave out surnames"),
        Item(1, "delete at the end of term every picture that is not used:"),
        Item(2, "from the tablet"),
        Item(2, "from the shared folder"),
        Item(3, "from its bin as well"),
        Words("Nobody takes a picture in the cloakroom, at the pool or when a child is upset."),
        Head(1, "D.", "Families at events"),
        Words(
            "Families may film their own child at the summer fair and in plays. The person who "
            "opens the event reads out this sentence: please keep what you film to yourselves."
        ),
        Cells(
            (
                ("Event", "Filming", "Who opens it"),
                ("Nativity play", "Yes, from the seats", "Headteacher"),
                ("Swimming gala", "No", "Sports leader"),
            )
        ),
        Head(1, "E.", "Keeping pictures"),
        Words(
            "Pictures are kept for as long as the child is with us, and for one year after that."
        ),
    ),
)

FIRST_AID = Doc(
    title="First Aid and Medicines Policy and Procedures",
    organisation="Castle Ridge Academy",
    facts={
        "owner": "School nurse",
        "approved": "2025-02-06",
        "approved-by": "Health and safety committee",
        "review": "2027-02-06",
        "version": "4.1",
    },
    stated=(
        ("Policy lead", "School nurse"),
        ("Approving body", "Health and safety committee"),
        ("Approval date", "06/02/2025"),
        ("Next review date", "06.02.2027"),
        ("Version number", "V4.1"),
    ),
    header="Castle Ridge Academy\tFirst aid",
    footer="Version 4.1",
    blocks=(
        Head(1, "1", "Scope"),
        Words("This policy covers pupils, staff and visitors on the site and on trips.", "1.1"),
        Head(1, "2", "People"),
        Head(2, "2.1", "First aiders"),
        Words(
            "There is a first aider in each building from eight in the morning until the last club "
            "has ended.",
            "2.1.1",
        ),
        Words("First aiders are paid for this work and train again every three years.", "2.1.2"),
        Head(2, "2.2", "The school nurse"),
        Words(
            "The nurse keeps the plans of children with long-term conditions. Each plan says:",
            "2.2.1",
        ),
        Item(1, "what the condition is and how it shows;", "(a)"),
        Item(1, "which medicine is kept, and where:", "(b)"),
        Item(2, "in the office, locked;", "(i)"),
        Item(2, "in the classroom, out of reach;", "(ii)"),
        Item(2, "on the child;", "(iii)"),
        Item(1, "who has been shown how to give it.", "(c)"),
        Words("A plan is looked at once a year, and after every emergency.", "2.2.2"),
        Head(1, "3", "Giving medicines"),
        Words("Two adults are there when a controlled medicine is given.", "3.1"),
        Words("Medicines are taken only when they:", "3.2"),
        Item(1, "are in the box in which they were sold"),
        Item(1, "carry the child’s name"),
        Item(1, "are in date"),
        Words("The table shows how long records are kept.", "3.3"),
        Cells(
            (
                ("Record", "Kept for", "Where"),
                ("Accident book", "Until the pupil is 25", "Office"),
                ("Medicine sheet", "6 years", "Nurse’s room"),
            )
        ),
        Head(1, "4", "After an accident"),
        Words(
            "The first aider writes down what was seen and done before going home.",
            "4.1",
            "A page of the book is torn out and kept apart, so that nobody reads another’s.",
        ),
        Words(
            "The head rings the parents of a child who was taken to hospital.",
            "4.2",
            link="https://example.org/hospitals",
        ),
        Head(1, "Schedule 1:", "What is in a kit"),
        Item(1, "Twenty plasters"),
        Item(1, "Two eye pads"),
        Item(1, "Six safety pins"),
        Head(1, "Schedule 2:", "Who to ring"),
        Words("The numbers hang beside every telephone."),
    ),
)

PETS = Doc(
    title="Animals in Classrooms Policy",
    organisation="Oakmere Federation of Primary Schools",
    facts={
        "owner": "Science leader",
        "approved": "2022-11-30",
        "approved-by": "Curriculum committee",
        "last-review": "2024-11-28",
        "review": "2026-11",
        "related": "Health and safety policy; Allergies policy",
    },
    stated=(
        ("Owner", "Science leader"),
        ("Date adopted", "30 November 2022"),
        ("Adopted by", "Curriculum committee"),
        ("Date of last review", "28 November 2024"),
        ("Date of next review", "November 2026"),
        ("Related policies", "Health and safety policy; Allergies policy"),
    ),
    header="",
    footer="",
    blocks=(
        Head(1, "", "Aims"),
        Words(
            "A class that looks after an animal learns to be gentle, to keep a promise and to "
            "notice small things. The animal must gain from it too."
        ),
        Head(1, "", "Choosing an animal"),
        Words("Before an animal comes, the teacher answers these questions in writing."),
        Item(1, "Who feeds it in the holidays?", "1."),
        Item(1, "What does it cost in a year?", "2."),
        Item(1, "Who in the class has an allergy, and to what?", "3."),
        Item(1, "How long does it live?", "4."),
        Words("These animals are not kept:"),
        Item(1, "animals caught in the wild"),
        Item(1, "animals that sleep all day, such as:"),
        Item(2, "hamsters"),
        Item(2, "hedgehogs"),
        Item(1, "birds"),
        Head(1, "", "Looking after it"),
        Head(2, "", "Every day"),
        Words(
            "Two children a week feed it and clean its bowl. An adult looks at it each evening."
        ),
        Head(2, "", "In the holidays"),
        Words("It goes home with an adult who works at the school, never with a child."),
        Head(1, "", "If it falls ill or dies"),
        Words(
            "The vet is rung the same day. The class is told the truth in plain words, and parents "
            "hear about it before the children come home."
        ),
        Head(1, "", "Checking that this works"),
        Words("The science leader visits each animal once a term and tells the committee."),
    ),
)

CLUBS = Doc(
    title="After-school Clubs and Wraparound Care: Policy and Charges",
    organisation="Thornbury Vale Multi Academy Trust",
    facts={
        "owner": "Head of extended services",
        "approved": "2025-07-08",
        "approved-by": "Finance and Premises Committee",
        "last-review": "2024-06-20",
        "review": "2026-07-31",
        "version": "5",
    },
    stated=(
        ("Policy Owner", "Head of extended services"),
        ("Version No.", "5"),
        ("Approved by", "Finance and Premises Committee"),
        ("Approval Date", "8th July 2025"),
        ("Date of Last Review", "20 June 2024"),
        ("Next Review Date", "31st July 2026"),
    ),
    header="Thornbury Vale Multi Academy Trust | Clubs",
    footer="Uncontrolled when printed",
    blocks=(
        Head(1, "1.", "What clubs are for"),
        Words(
            "Clubs give pupils somewhere warm to be between the last lesson and the time when a "
            "parent gets home.",
            "1.1",
        ),
        Words("Clubs are not lessons. No child is marked, tested or reported on.", "1.2"),
        Head(1, "2.", "Places and charges"),
        Head(2, "2.1", "Booking a place"),
        Words("Places are given out in this order:", "2.1.1"),
        Item(1, "children whom the local authority looks after;", "(a)"),
        Item(1, "children who had a place last term;", "(b)"),
        Item(1, "all others, by the time at which the form came in.", "(c)"),
        Words(
            "A place that is not used three times in a row goes to the next child on the list.",
            "2.1.2",
            "Illness does not count, nor does a day on which the school was shut.",
        ),
        Head(2, "2.2", "Paying"),
        Words("A month is paid on its first day.", "2.2.1"),
        Cells(
            (
                ("Session", "One child", "Each further child"),
                ("Breakfast", "£3.50", "£2.75"),
                ("Until 4.30 pm", "£5", "£4"),
                ("Until 6 pm", "£9.20", "£7"),
            )
        ),
        Words(
            "Tax-free childcare and vouchers are taken.",
            "2.2.2",
            link="https://example.org/childcare",
        ),
        Head(1, "3.", "Staffing"),
        Words("There are always two adults, and one of them:", "3.1"),
        Item(1, "holds a paediatric first aid certificate"),
        Item(1, "has been trained in safeguarding, which means:"),
        Item(2, "the basic course within three years"),
        Item(2, "the update of this September"),
        Item(1, "carries the school’s telephone"),
        Words("Ratios are 1:10 for the youngest and 1:15 for others.", "3.2"),
        Head(1, "4.", "Collecting children"),
        Words(
            "A child leaves only with a person whose name is on the form, or with somebody who "
            "says the family’s password.",
            "4.1",
        ),
        Words("When nobody has come by 6.15 pm, staff:", "4.2"),
        Item(1, "ring every number on the form", "i."),
        Item(1, "ring the safeguarding lead", "ii."),
        Item(1, "stay with the child until this is settled", "iii."),
        Head(1, "5.", "Complaints"),
        Words("Complaints go to the club’s leader first and then to the headteacher.", "5.1"),
        Head(1, "Annex A", "Form for booking"),
        Words("The form is at the office and may be copied."),
    ),
)

HELD_OUT: dict[str, Doc] = {"photos": PHOTOS, "firstaid": FIRST_AID, "pets": PETS, "clubs": CLUBS}
