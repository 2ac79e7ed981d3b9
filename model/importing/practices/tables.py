"""Combines several lists into the tables of a model: each body with names, codes, places, end and predecessors."""

from collections.abc import Iterable, Mapping, Sequence

import attrs

from ...format import INFERRED
from .casing import name_for_reading
from .levels import NETWORKS, PRACTICES, REGION, SYSTEM, BodyType, code_of, level_of, type_of
from .lineage import Mention, Mentions, above
from .over_time import LEVELS, ROWS, OverTime, source_id
from .snapshots import Snapshot, month_words
from .successions import Succession, successions
from .table import REGIONS_FILE, SOURCES_FILE, Data, Item, Table

ENGLAND = "country-england"
_BOARD = "Integrated Care Board"


def tables(lists: Sequence[Snapshot]) -> list[Table]:
    """Return the tables for some lists, in the order of the files, and in each file from the top.

    Args:
        lists: The lists, the earliest first.
    """
    return _Tables(lists, OverTime.of(lists), successions(lists)).all()


def file_of(system: str) -> str:
    """Return the name of the file for a system, the same before and after it became an integrated care board."""
    return f"system-{code_of(system).lower()}.toml" if system else REGIONS_FILE


@attrs.define(eq=False)
class _Tables:
    """The maker of the tables.

    Attributes:
        lists: The lists.
        time: The combined lists.
        followed: The predecessors of each body.
    """

    lists: Sequence[Snapshot]
    time: OverTime
    followed: Mapping[str, Sequence[Succession]]

    def all(self) -> list[Table]:
        files: dict[str, list[tuple[tuple[object, ...], str]]] = {}
        for body in self.time.months:
            file, place = self._place(body)
            files.setdefault(file, []).append((place, body))
        found = [self._source(each) for each in self.lists]
        found.append(self._england())
        for file in sorted(files, key=lambda each: (each != REGIONS_FILE, each)):
            found.extend(self._table(body, file) for _, body in sorted(files[file]))
        return found

    def _place(self, body: str) -> tuple[str, tuple[object, ...]]:
        """Return the file of a body, by the last list that has it, and its place in the file."""
        mentions = self.time.mentions[self.time.months[body][-1]]
        units = [*_line(body, mentions)]
        system = next((each for each in units if level_of(each) == SYSTEM), "")
        line = [each for each in reversed(units) if level_of(each) not in {SYSTEM, REGION} or each == body]
        names = [
            part
            for each in line
            for part in (mentions[each].body.name.casefold() if each in mentions else "", each)
        ]
        return file_of(system), (level_of(body) != SYSTEM, *names)

    def _source(self, each: Snapshot) -> Table:
        values: dict[str, Data] = {
            "name": f"Patients Registered at a GP Practice, {each.words}: mapping of practices",
            "classification": "official data",
            "publisher": "NHS England",
            "licence": "Open Government Licence v3.0",
            "presented": each.day.isoformat(),
            "identifiers": [
                {
                    "identifier": f"{each.publication} {each.day.isoformat()}",
                    "scheme": "NHS England publication",
                }
            ],
            "locators": {
                ROWS: "The rows of the list: practice, postcode, network",
                LEVELS: "The levels above the network in those rows",
            },
            "summary": "An official monthly list of the general practices that were open, each with its network and the areas above it. "
            "Contains information from NHS England, licensed under the Open Government Licence v3.0.",
        }
        return Table(source_id(each.month), "source", SOURCES_FILE, values)

    def _england(self) -> Table:
        values: dict[str, Data] = {
            "name": "England",
            "tier": "national",
            "basis": INFERRED,
            "summary": "The country whose general practices the lists have.",
            "sources": [f"{source_id(each.month)}#{LEVELS}" for each in self.lists],
        }
        return Table(ENGLAND, "area", REGIONS_FILE, values)

    def _table(self, body: str, file: str) -> Table:
        body_type = type_of(body)
        if body_type is None:
            raise ValueError(body)
        values: dict[str, Data | None] = {
            "name": self._names(body),
            "other_names": self._short_name(body, body_type),
            "classification": body_type.classification,
            "tier": self._tier(body, body_type),
            "status": self._status(body),
            "part_of": self._part_of(body, body_type),
            "identifiers": self._identifiers(body, body_type),
            **self._followed(body),
            "end_date": self._end(body, body_type),
            "described_as": self._described(body, body_type),
            "summary": body_type.summary or None,
            "sources": self.time.cite(self.time.months[body], body),
        }
        return Table(body, body_type.kind, file, {key: value for key, value in values.items() if value})

    def _names(self, body: str) -> Data:
        claims: list[Item] = []
        for name, months in self.time.runs(body, lambda mention: mention.body.name):
            claim: dict[str, str | list[str]] = {"value": name_for_reading(name)}
            if len(months) < len(self.time.months[body]):
                claim["sources"] = self.time.cite(months, body)
            if claim["value"] != name:
                claim["note"] = f"The list writes {name}."
            claims.append(claim)
        return str(claims[0]["value"]) if len(claims) == 1 and len(claims[0]) == 1 else claims  # type: ignore[index] # tables

    def _short_name(self, body: str, body_type: BodyType) -> Data | None:
        name = self.time.last(body).body.name
        if body_type.classification != _BOARD.lower() or not name.endswith(_BOARD):
            return None
        return [{"name": f"{name.removesuffix(_BOARD)}ICB", "use": "short", "basis": INFERRED}]

    def _tier(self, body: str, body_type: BodyType) -> Data | None:
        if body_type is PRACTICES:  # a practice in no network is below a location, which is not a network
            alone = any(_in_no_network(each) for each in self.time.every(body))
            return [{"value": NETWORKS.tier, "basis": INFERRED}] if alone else None
        return body_type.tier or None

    def _status(self, body: str) -> Data | None:
        """Return claims for the status of a body that is missing from a list between others."""
        own = self.time.months[body]
        between = [each for each in self.time.mentions if own[0] < each < own[-1] and each not in own]
        if not between:
            return None
        claims: list[Item] = []
        for month in (each for each in self.time.mentions if own[0] <= each <= own[-1]):
            there = month in own
            if claims and isinstance(claims[-1], dict) and (claims[-1]["value"] == "active") == there:
                continue
            claim: dict[str, str | list[str]] = {"value": "active" if there else "closed"}
            if not there:
                claim["basis"] = INFERRED
            claim["sources"] = self.time.cite([month], body)
            if not there:
                claim["note"] = f"Not in the list of {month_words(month)}; it is in a later one."
            claims.append(claim)
        return claims

    def _part_of(self, body: str, body_type: BodyType) -> Data | None:
        own = self.time.months[body]
        if body_type.level == REGION:
            return [{"to": ENGLAND, "basis": INFERRED}]
        items: list[Item] = []
        for parent, months in self.time.parent_runs(body):
            item: dict[str, str | list[str]] = {"to": parent}
            after = self.time.after(body, months[-1])
            if after:
                item["end_date"] = self.time.between(months[-1], after)
                item["basis"] = INFERRED
                item["sources"] = self.time.cite(months, body)
                item["note"] = f"The lists state it; that it ended is read from that of {month_words(after)}."
            else:
                if len(months) < len(own):
                    item["sources"] = self.time.cite(months, body)
                shares = self._shares(body, parent, months)
                if shares:
                    item["note"] = shares
            items.append(item)
        if len(items) == 1 and len(items[0]) == 1:
            return str(items[0]["to"])  # type: ignore[index] # a table
        return items or None

    def _shares(self, body: str, parent: str, months: Iterable[str]) -> str:
        """Return in words how many practices of a body with several parents are in one of them."""
        counts = []
        for month in months:
            mention = self.time.mentions[month][body]
            count = dict(mention.shares).get(parent)
            if count is not None:
                counts.append(f"{count:,} of its {mention.practices:,} practices in {month_words(month)}")
        return f"{'; '.join(counts)}." if counts else ""

    def _identifiers(self, body: str, body_type: BodyType) -> Data:
        items: list[Item] = [{"identifier": code_of(body), "scheme": "ODS"}]
        own = self.time.months[body]
        for code, months in (
            self.time.runs(body, lambda mention: mention.body.ons) if body_type.columns[2] else ()
        ):
            item: dict[str, str | list[str]] = {"identifier": code, "scheme": "ONS"}
            after = self.time.after(body, months[-1])
            if after:
                item["end_date"] = self.time.between(months[-1], after)
                item["basis"] = INFERRED
            if len(months) < len(own):
                item["sources"] = self.time.cite(months, body)
            if after:
                item["note"] = f"In the list of {month_words(after)} it has another."
            items.append(item)
        return items

    def _followed(self, body: str) -> dict[str, Data]:
        """Return the key for the predecessors of a body; empty for none."""
        items: list[Item] = [
            {
                "to": each.ended,
                "as_at": self.time.days[each.next].isoformat(),
                "basis": INFERRED,
                "sources": [f"{source_id(each.last)}#{ROWS}", f"{source_id(each.next)}#{ROWS}"],
                "note": f"{_count(each.count, each.of)} listed in {month_words(each.last)} and still in {month_words(each.next)} went from the one to the other.",
            }
            for each in self.followed.get(body, ())
        ]
        return {"succeeds": items} if items else {}

    def _end(self, body: str, body_type: BodyType) -> Data | None:
        last = self.time.months[body][-1]
        after = self.time.next_list(last)
        if not after:
            return None
        gone = f"In the list of {month_words(last)} and no longer in that of {month_words(after)}"
        why = "; whether it closed or became part of another is not said" if body_type is PRACTICES else ""
        claim: dict[str, str | list[str]] = {
            "value": self.time.between(last, after),
            "as_at": self.time.days[last].isoformat(),
            "basis": INFERRED,
            "sources": self.time.cite([last, after], body),
            "note": f"{gone}{why}.",
        }
        return [claim]

    def _described(self, body: str, body_type: BodyType) -> Data | None:
        if body_type is not PRACTICES:
            return None
        own = self.time.months[body]
        said: list[tuple[str, list[str]]] = [
            (f"Its postcode is {postcode}.", months)
            for postcode, months in self.time.runs(body, lambda mention: mention.body.postcode)
            if postcode
        ]
        alone = [each for each in own if _in_no_network(self.time.mentions[each][body])]
        said += [("It is in no network.", alone)] if alone else []
        items: list[Item] = []
        for words, months in said:
            item: dict[str, str | list[str]] = {"value": words}
            if len(months) < len(own):
                item["sources"] = self.time.cite(months, body)
            items.append(item)
        return items or None


def _in_no_network(mention: Mention) -> bool:
    return not any(type_of(each) is NETWORKS for each in mention.parents)


def _line(body: str, mentions: Mentions) -> Iterable[str]:
    """Yield a body and those above it, each time that of most practices."""
    if level_of(body) == PRACTICES.level:
        yield body
        yield from above(body, mentions).values()
        return
    seen: set[str] = set()
    while body and body not in seen:
        seen.add(body)
        yield body
        body = next(iter(mentions[body].parents), "") if body in mentions else ""


def _count(count: int, of: int) -> str:
    if count == of:
        return "The only practice" if of == 1 else f"All {of:,} practices"
    return f"{count:,} of the {of:,} practices"
