"""Moving and folding: in the tree, in the detail, between the two."""

from ...exploring.walk import Walk
from ...widgets.structure_tree import StructureTree
from ..panes import DETAIL, TREE, PanedScreen


class Moving(PanedScreen):
    """The keys that move and fold, and clicks in the tree."""

    @property
    def walk(self) -> Walk:
        """The view that is shown, as the reader walks through it."""
        return self.exploration.walk

    def action_walk(self, name: str, *arguments: int) -> None:
        """Do something a walk can do, by its name."""
        getattr(self.walk, name)(*arguments)
        self.show()

    def action_detail(self, name: str, *arguments: int) -> None:
        """Do something the detail can do, by its name."""
        getattr(self.detail, name)(*arguments)
        self.show()

    def action_page(self, pages: int) -> None:
        """Move by pages, in the tree or in the detail."""
        if self.pane == DETAIL:
            self.detail.page(pages)
        else:
            self.walk.move(pages * max(self.structure.size.height - 1, 1))
        self.show()

    def action_fold_out(self, everywhere: bool) -> None:  # noqa: FBT001 - a binding has no keywords
        """Open all below the cursor, or everything."""
        self.walk.unfold_below(everywhere=everywhere)
        self.show()

    def action_fold_up(self, everywhere: bool) -> None:  # noqa: FBT001 - a binding has no keywords
        """Close all below the cursor, or everything."""
        self.walk.fold_below(everywhere=everywhere)
        self.show()

    def action_root_here(self) -> None:
        """Make the row of the cursor the root, or widen the view again."""
        if self.walk.root_here():
            self.message = "only this and below; `r` here widens"
        self.show()

    def action_switch_pane(self) -> None:
        """Go from the tree into the detail, and back."""
        self.typed = None
        if self.pane == TREE:
            self.action_enter_detail()
        else:
            self.action_to_tree()

    def action_enter_detail(self) -> None:
        """Go into the detail, to the first relation."""
        self.pane = DETAIL
        self.detail.choose_first()
        self.show()

    def action_to_tree(self) -> None:
        """Go back to the tree."""
        self.pane = TREE
        self.show()

    def on_structure_tree_chosen(self, message: StructureTree.Chosen) -> None:
        """Put the cursor on a row that was clicked."""
        message.stop()
        self.pane = TREE
        self.walk.put(message.row)
        self.show()

    def on_structure_tree_toggled(self, message: StructureTree.Toggled) -> None:
        """Open or close a row whose mark was clicked."""
        message.stop()
        self.pane = TREE
        self.walk.toggle(message.row)
        self.show()
