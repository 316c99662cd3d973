"""The pages beyond Home, each built when it is first needed, with its presenter."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from handbook.app.background import LatestOnly
from handbook.app.change_rooms import ChangeRooms
from handbook.app.confirm_rooms import ConfirmRooms
from handbook.app.duties import ReaderDuties
from handbook.app.house import House
from handbook.app.journey_rooms import JourneyRooms
from handbook.app.neutral import neutral_place
from handbook.domain.library import Library
from handbook.domain.links import Link, LinkKind
from handbook.domain.opening import Opening, OpeningKind
from handbook.domain.policy import ClauseRef

if TYPE_CHECKING:  # these pages are loaded after the first paint
    from handbook.app.ahead import Part
    from handbook.app.policies.page import PoliciesPage
    from handbook.app.policies.presenter import PoliciesPresenter
    from handbook.app.preview.page import PreviewPage
    from handbook.app.preview.presenter import PreviewPresenter
    from handbook.app.problem.page import ProblemPage
    from handbook.app.reader.page import ReaderPage
    from handbook.app.reader.presenter import ReaderPresenter
    from handbook.app.reader.printing import Printing
    from handbook.app.reader.saving import Saving
    from handbook.app.saved.page import SavedPage
    from handbook.app.saved.presenter import SavedPresenter
    from handbook.app.search.page import SearchPage
    from handbook.app.search.presenter import SearchPresenter

_NO_PAGE = (
    "The link that was opened leads to no page of this handbook. It may be an old one: search "
    "for its words instead."
)


class Rooms(QObject):
    """Builds pages and presenters, joins their signals, and holds the presenters."""

    def __init__(self, house: House, duties: ReaderDuties, parent: QObject) -> None:
        super().__init__(parent)
        self._house = house
        self._duties = duties
        self._library = Library()
        self._questions = LatestOnly(self)
        self._indexer = LatestOnly(self)
        self.journeys = JourneyRooms(house, self)
        self.confirming = ConfirmRooms(house, duties, self)
        self.journeys.on_no_flow = self._say_no_flow
        self.changes = ChangeRooms(house, self)

    # Each pair is built on first use. Building them all before the first paint would cost
    # more than the home page itself.

    @cached_property
    def search(self) -> SearchPage:
        """The search page."""
        from handbook.app.search.page import SearchPage

        page, house = SearchPage(self._house.look), self._house
        page.set_library(self._library)
        page.clause_chosen.connect(house.open_clause)
        page.link_chosen.connect(self.follow)
        page.link_wanted.connect(house.copy_link)
        page.policies_wanted.connect(house.open_policies)
        page.concern_pressed.connect(house.open_concern)
        page.left.connect(house.go_home)
        page.text_changed.connect(house.open_search)
        return page

    @cached_property
    def _search_presenter(self) -> SearchPresenter:
        from handbook.app.search.presenter import SearchPresenter

        presenter = SearchPresenter(self.search, self._questions)
        presenter.set_library(self._library)
        self.search.literal_wanted.connect(presenter.literal_wanted)
        self.search.filter_chosen.connect(presenter.filter_chosen)
        self.search.filter_number.connect(presenter.filter_number)
        return presenter

    @cached_property
    def policies(self) -> PoliciesPage:
        """The list of policies."""
        from handbook.app.policies.page import PoliciesPage

        page = PoliciesPage(self._house.look)
        page.policy_chosen.connect(lambda policy: self._house.open_clause(ClauseRef(policy)))
        page.print_pressed.connect(lambda: self._house.open_paper(None))
        return page

    @cached_property
    def _policies_presenter(self) -> PoliciesPresenter:
        from handbook.app.policies.presenter import PoliciesPresenter

        presenter = PoliciesPresenter(self.policies, self._duties)
        presenter.set_summary(self._library.summary)
        self.policies.sort_chosen.connect(presenter.sort_chosen)
        self.policies.show_chosen.connect(presenter.show_chosen)
        self.policies.filter_changed.connect(presenter.filter_changed)
        return presenter

    @cached_property
    def saved(self) -> SavedPage:
        """What the reader saved."""
        from handbook.app.saved.page import SavedPage

        page, house = SavedPage(self._house.look), self._house
        page.clause_chosen.connect(house.open_clause)
        page.link_wanted.connect(house.copy_link)
        page.policies_wanted.connect(house.open_policies)
        page.policy_wanted.connect(lambda policy: house.open_clause(ClauseRef(policy)))
        page.changes_wanted.connect(self.changes.open)
        return page

    @cached_property
    def _saved_presenter(self) -> SavedPresenter:
        from handbook.app.saved.presenter import SavedPresenter

        services, page = self._house.services, self.saved
        presenter = SavedPresenter(page, services.bookmarks, services.today, services.now)
        page.show_chosen.connect(presenter.show_chosen)
        page.filter_changed.connect(presenter.filter_changed)
        page.note_kept.connect(presenter.note_kept)
        page.removed.connect(presenter.remove)
        page.undo_pressed.connect(presenter.undo)
        page.undo_over.connect(presenter.undo_over)
        page.new_words_kept.connect(presenter.new_words_kept)
        page.print_wanted.connect(self._house.open_paper)
        presenter.is_compared = self.changes.has_changed
        return presenter

    @cached_property
    def reader(self) -> ReaderPage:
        """The page that shows one policy."""
        from handbook.app.reader.page import ReaderPage

        page = ReaderPage(self._house.look)
        page.set_content(self._house.services.reading)
        page.breadcrumb_chosen.connect(self._breadcrumb)
        page.clause_shown.connect(self._house.clause_reached)
        page.clause_actions.changes_wanted.connect(self.changes.open)
        self.changes.told.connect(self._offer_changes)
        return page

    @cached_property
    def _saving(self) -> Saving:
        from handbook.app.reader.saving import Saving

        services = self._house.services
        saving = Saving(self.reader, services.bookmarks, services.now)
        saving.set_library(self._library)
        self.reader.save_wanted.connect(saving.save_pressed)
        self.reader.print_wanted.connect(self._house.open_paper)
        self.reader.pdf_wanted.connect(self._printing.save_pdf)
        return saving

    @cached_property
    def preview(self) -> PreviewPage:
        """The pages before they are printed or saved."""
        from handbook.app.preview.page import PreviewPage

        page = PreviewPage(self._house.look)
        page.back_pressed.connect(self._house.back)
        return page

    @cached_property
    def _preview_presenter(self) -> PreviewPresenter:
        from handbook.app.paper.dialogs import DialogOutlet
        from handbook.app.preview.making import PaperMaker
        from handbook.app.preview.presenter import PreviewPresenter
        from handbook.app.slices import Slices

        page, services = self.preview, self._house.services
        outlet = services.long_outlet or DialogOutlet(self._house.window)
        self._maker = PaperMaker(services.today, services.reading)
        presenter = PreviewPresenter(page, self._maker, outlet, Slices(page), services.today)
        presenter.on_left = self._house.back
        page.print_pressed.connect(presenter.print_out)
        page.save_pressed.connect(presenter.save)
        page.cancel_pressed.connect(presenter.cancel)
        page.clause_only_chosen.connect(presenter.clause_only)
        page.left.connect(presenter.leave)
        return presenter

    @cached_property
    def _printing(self) -> Printing:
        from handbook.app.reader.printing import Printing

        house, services, outlet = self._house, self._house.services, self.journeys.outlet
        return Printing(house.say, outlet, lambda: self._library, services.today, services.reading)

    @cached_property
    def _reader_presenter(self) -> ReaderPresenter:
        from handbook.app.reader.presenter import ReaderPresenter

        presenter = ReaderPresenter(self.reader, self._house.services.today)
        presenter.set_library(self._library)
        presenter.on_clause = self._house.open_clause
        presenter.on_flow = self._house.open_concern
        self.reader.link_chosen.connect(presenter.link_chosen)
        return presenter

    @cached_property
    def problem(self) -> ProblemPage:
        """There is nothing to read."""
        from handbook.app.problem.page import ProblemPage

        page = ProblemPage(self._house.look)
        page.again_pressed.connect(self._house.try_again)
        return page

    def set_library(self, library: Library) -> None:
        """The library is open, or another one has taken its place."""
        self._library = library
        self.journeys.set_library(library)
        self.changes.set_library(library)
        self.confirming.set_library(library)
        self._search_presenter.set_library(library)
        self.search.set_library(library)
        if "_reader_presenter" in self.__dict__:
            self._reader_presenter.set_library(library)
            self._saving.set_library(library)
        if "_policies_presenter" in self.__dict__:
            self._policies_presenter.set_summary(library.summary)
        self._set_content()
        # The reader and the wizard are built while nobody waits for them.
        QTimer.singleShot(0, self, lambda: self._reader_presenter)
        QTimer.singleShot(0, self, self.journeys.build)

    def ahead(self) -> tuple[Part, ...]:
        """What would be late if it were built at its key; the rest costs memory and waits."""
        return (
            self.journeys.let_build_ahead,
            self._size_reader,
            lambda: self._saving,
        )

    def _size_reader(self) -> None:
        """Let the reader have the window's width: its first policy is then laid out once."""
        page = self.reader
        if not page.isVisible() and (layout := page.layout()) is not None:
            page.resize(self._house.window.size())
            layout.activate()

    def _set_content(self) -> None:
        """Tell what shows or prints pictures where these lie from now on."""
        for name in ("reader", "_maker", "_printing"):
            if name in self.__dict__:
                self.__dict__[name].set_content(self._house.services.reading)

    def renew_reader(self) -> bool:
        """Show the policy that is read as it is now; False where it has gone."""
        policy = self.reader.policy
        if policy is None or not self.reader.isVisible():
            return True
        if not self._reader_presenter.renew(policy):
            return False
        self._saving.show(policy)
        self.confirming.show_in_reader(self.reader, policy)
        self._offer_changes()
        return True

    def renew_saved(self) -> None:
        """Show what was saved beside the words as they are now."""
        self._saved_presenter.set_library(self._library)
        self._saved_presenter.renew()

    def open_searcher(self) -> None:
        """Open or build the index off the window's thread."""
        library, cache = self._library, self._house.services.cache

        def job() -> object:
            from handbook.search.searcher import open_searcher

            return open_searcher(library, cache)

        self._indexer.request(job, self._search_presenter.set_searcher, _raise)

    def show_search(self, text: str) -> None:
        """Show the search page with a question."""
        if self.search.isVisible() and text == self.search.text():
            self._search_presenter.text_changed(text)
            return
        self.search.set_text(text)
        self._house.show_page(self.search)
        self._search_presenter.text_changed(text)

    def show_policies(self, collection: str) -> None:
        """Show the list of policies."""
        self._policies_presenter.open(collection)
        self._house.show_page(self.policies)

    def open(self, opening: Opening) -> None:
        """Open what a start of the program asks for, or say why that cannot be."""
        ref = opening.ref
        if ref is not None and any(each.id == ref.policy for each in self._library.policies):
            self._house.open_clause(ref)
        elif opening.kind is OpeningKind.PACK:
            self._house.open_pack(Path(opening.file))
        else:
            self._house.say(_NO_PAGE)

    def show_paper(self, ref: ClauseRef | None, *, changes: bool = False) -> None:
        """Show the pages of a clause, a policy, or everything; or of what changed in it."""
        if changes:
            self.changes.put_on_paper(ref, self._preview_presenter)
            self._house.show_page(self.preview)
        elif self._preview_presenter.open(self._library, ref):
            self._house.show_page(self.preview)

    def show_saved(self) -> None:
        """Show what the reader saved."""
        self._saved_presenter.set_library(self._library)
        self._saved_presenter.open()
        self._house.show_page(self.saved)

    def read(self, ref: ClauseRef) -> None:
        """Put a clause into the reader."""
        self._reader_presenter.open(ref)
        self._saving.show(ref.policy)
        self.confirming.show_in_reader(self.reader, ref.policy)
        self._offer_changes()

    def _offer_changes(self) -> None:
        """Offer what changed in the policy that is read."""
        if (policy := self.reader.policy) is not None:
            self.reader.clause_actions.show_changed(self.changes.changed_in(policy))

    def neutral_place(self) -> ClauseRef | None:
        """The ordinary page to turn into."""
        return neutral_place(self._library)

    def follow(self, link: Link) -> None:
        """Follow a link from a list: to a step of the wizard, or to a person's card."""
        if link.kind is LinkKind.FLOW:
            flow_id, _, place = link.target.partition("#")
            self._house.open_concern(flow_id, place)
        elif link.kind is LinkKind.ROLE:
            from handbook.app.contacts import person_view

            contact = self._library.school.contact(link.target)
            self.search.show_person(person_view(contact, self._house.services.today()))

    def focus_search(self) -> bool:
        """Select the question on the search page; False where another page is shown."""
        if not self.search.isVisible():
            return False
        self.search.focus_search()
        return True

    def show_no_content(self, folder: str) -> None:
        """Say that there is nothing to read, and where it was looked for."""
        self.problem.show_problem(
            "There is no handbook here yet",
            f"It was looked for in {folder}. Ask the office or IT to put the school's content "
            "there.",
        )
        self.problem.own_bar = True  # without content no place of the bar leads anywhere
        self._house.show_page(self.problem)

    def close(self) -> None:
        """Keep a note that is open, and finish background work."""
        if "saved" in self.__dict__:
            self.saved.settle()
        self.changes.close()
        self.confirming.close()
        self._questions.close()
        self._indexer.close()

    def _say_no_flow(self, flow_id: str) -> None:
        broken = [
            str(problem)
            for problem in self._library.unreadable
            if problem.place.file == f"flows/{flow_id}.md"
        ]
        why = f"Tell the office: {broken[0]}." if broken else "Tell the office that they are gone."
        self.problem.show_problem("These questions cannot be opened", why)
        self.problem.own_bar = False
        self._house.show_page(self.problem, concern=False)

    def _breadcrumb(self, name: str) -> None:
        if any(policy.id == name for policy in self._library.policies):
            self._house.open_clause(ClauseRef(name))
        else:
            self._house.open_policies(name)


def _raise(error: Exception) -> None:
    raise error
