"""Earlier queries, for the keys up and down."""


class Recall:
    """Earlier queries and the one being typed, as a shell keeps them.

    Attributes:
        earlier: The queries that were kept, the last one last.
    """

    def __init__(self) -> None:
        self.earlier: list[str] = []
        self._at = 0
        self._typing = ""

    def begin(self) -> None:
        """Start going back from the query being typed."""
        self._at, self._typing = len(self.earlier), ""

    def keep(self, query: str) -> None:
        """Remember a query as the last one."""
        if query.strip():
            self.earlier = [*(each for each in self.earlier if each != query), query]

    def step(self, by: int, now: str) -> str:
        """Return the previous query for -1, the next one for 1; at the ends the same again.

        Args:
            by: The direction.
            now: The query in the line, which returns after the last one.
        """
        if self._at == len(self.earlier):
            self._typing = now
        self._at = min(max(self._at + by, 0), len(self.earlier))
        return self._typing if self._at == len(self.earlier) else self.earlier[self._at]
