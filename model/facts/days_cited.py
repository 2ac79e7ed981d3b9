"""The day for which a document is cited in support of a statement."""

from ..format.dates import Date
from ..format.records import Citation, Evidence
from .statements import Statements


def day_cited(statements: Statements, evidence: Evidence, citation: Citation) -> Date | None:
    """Return the day of which a cited document speaks in support of a statement; `None` where no day is known.

    This is the day that the statement speaks of, unless the document is older than that day, or another of the
    documents cited is of that very day; then it is the day of the document. A list of 2020 and one of 2022 show
    together that a body of 2020 had ended in 2022: each is cited for its own day.

    Args:
        statements: The model.
        evidence: The evidence of the statement.
        citation: The citation of the document, one of that evidence.
    """
    document, as_at = statements.source_date(citation.source), evidence.as_at
    if as_at is None or document is None:
        return as_at or document
    days = {statements.source_date(each.source) for each in evidence.citations}
    return document if as_at in days or as_at.first > document.last else as_at
