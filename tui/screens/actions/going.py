"""Going from one entity to another: links, views, history, the palette."""

from ...exploring.aspect import ENTITY
from ...exploring.history import Place
from ...safe_text import safe
from ...widgets.detail_pane import DetailPane
from ...widgets.masthead import Masthead
from ..panes import DETAIL, TREE, PanedScreen

COMMAND = ":"
"""What a choice of the palette begins with that is a command; no id of an entity does."""


class Going(PanedScreen):
    """The keys that go somewhere else, and clicks on what leads there."""

    def here(self) -> Place:
        """Return where the reader is, to come back to."""
        return self.exploration.place(self.detail.link if self.pane == DETAIL else None)

    def go(self, entity_id: str) -> None:
        """Go to an entity and remember the place left."""
        self.exploration.history.leave(self.here())
        self.exploration.aspect = ENTITY
        self.typed = None
        if not self.exploration.go(entity_id):
            self.message = self.why_missing(entity_id)
        self.show()

    def why_missing(self, entity_id: str) -> str:
        """Return why an entity is not in the tree: how it stands at the date, else that the view has it not."""
        standing = self.graph.standing(entity_id)
        if standing.shown:
            return f"{safe(self.graph.name(entity_id))} is not in this view"
        return safe(f"{self.graph.name(entity_id)}: {standing.words()}")

    def go_to_place(self, place: Place) -> None:
        """Go to a place where the reader was, in the tree or at a link of the detail."""
        self.exploration.return_to(place)
        self.pane = TREE if place.link is None else DETAIL
        self.show()
        if place.link is not None:
            self.detail.choose(place.link)

    def action_follow(self) -> None:
        """Follow the link chosen; where none is, choose the next below."""
        target = self.detail.target
        if target is None:
            self.detail.choose_below()
            return
        self.go(target)
        self.detail.choose_first()

    def follow_clicked(self, target: str, link: int) -> None:  # noqa: ARG002 - for who takes the target otherwise
        """Follow a link that was clicked."""
        self.pane = DETAIL
        self.detail.choose(link)
        self.action_follow()

    def action_back(self) -> None:
        """Go back to the place before."""
        place = self.exploration.history.back(self.here())
        if place is not None:
            self.go_to_place(place)

    def action_forward(self) -> None:
        """Go again where the reader came back from."""
        place = self.exploration.history.forward(self.here())
        if place is not None:
            self.go_to_place(place)

    def action_see(self, view: str) -> None:
        """Show another view, the cursor on the same entity where it shows it."""
        if view == self.exploration.view:
            return
        self.exploration.history.leave(self.here())
        self.typed = None
        self.pane = TREE
        missing = self.exploration.see(view)
        if missing is not None:
            self.message = self.why_missing(missing)
        self.show()

    def action_choose_view(self) -> None:
        """Offer the views."""
        from ..offers import offer_views  # noqa: PLC0415 - what opens later is paid for when it opens

        self.app.push_screen(offer_views(self.exploration), self.view_chosen)

    def action_palette(self) -> None:
        """Offer every command and every entity."""
        from ..offers import offer_everything  # noqa: PLC0415 - what opens later is paid for when it opens

        commands = [each for each in self.bindings_now() if each.tooltip]
        self.app.push_screen(offer_everything(self.exploration, commands), self.chosen)

    def view_chosen(self, view: str | None) -> None:
        """Show a view that was chosen."""
        if view is not None:
            self.action_see(view)

    async def chosen(self, value: str | None) -> None:
        """Do a command or go to an entity that was chosen in the palette."""
        if value is None:
            return
        if value.startswith(COMMAND):
            await self.app.run_action(value.removeprefix(COMMAND), self)
        else:
            self.go(value)

    def action_next_place(self) -> None:
        """Go to the next place of the same entity."""
        place = self.here()
        found = self.exploration.next_place()
        if found is None:
            self.message = "this is its only place in this view"
        else:
            self.exploration.history.leave(place)
            self.message = f"place {found[0]} of {found[1]}"
        self.show()

    def action_help(self) -> None:
        """Say what the keys do."""
        from ..help_screen import HelpScreen  # noqa: PLC0415 - what opens later is paid for when it opens

        self.app.push_screen(HelpScreen(self.KEYS))

    def on_detail_pane_followed(self, message: DetailPane.Followed) -> None:
        """Follow a link that was clicked."""
        message.stop()
        self.follow_clicked(message.target, message.link)

    def on_masthead_row_clicked(self, message: Masthead.RowClicked) -> None:
        """Go to a row of the path that was clicked."""
        message.stop()
        self.pane = TREE
        self.exploration.walk.put(message.row)
        self.show()

    def on_masthead_view_clicked(self, message: Masthead.ViewClicked) -> None:
        """Show a view that was clicked."""
        message.stop()
        self.action_see(message.view)
