"""Reads one TOML table, such as `[[body]]`, into an entity and its relations."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import attrs

from ..format import (
    NOT_STATED,
    PROVENANCE,
    UNKNOWN,
    Key,
    RelationKey,
    keys_of,
    relations_of,
)
from ..format.dates import Date
from ..format.errors import WARNING
from ..format.ids import ID_FORM, RESERVED, is_id
from ..format.keys import NO_ATTRIBUTES, PERIOD, PROVENANCE_NAMES, SOURCES
from ..format.records import NOTHING, Claim, Entity, Evidence, Relation, Value
from .citations import read_citations
from .parts import claim_parts, relation_parts
from .quoting import safe_key, shown
from .references import Reference, Tables, note_references
from .report import HEADER, KEY, Place, Report
from .silence import is_stated, silence, silences
from .values import read_table, read_value, wrong_type

_PERIOD = frozenset((*(key.name for key in PERIOD), "expected_date"))


def _silent(target: str) -> str:
    return NOT_STATED if target == UNKNOWN else target


@attrs.define(eq=False)
class EntityTable:
    """The reader of one table.

    Attributes:
        kind: The kind of entity, which is the table's name.
        file: The file as the author named it.
        index: The position of the table among those of its kind in the file, from 0.
        place: The place of the table in the data.
        inherited: The evidence of the file, which counts where the table has none.
        tables: Receives the entity, its relations and references.
        report: Receives the findings.
        id: The id of the entity once it is read; empty if it has no valid one.
    """

    kind: str
    file: str
    index: int
    place: Place
    inherited: Evidence
    tables: Tables
    report: Report
    id: str = ""

    def read(self, table: dict[str, Any]) -> None:
        self._read_id(table)
        # a document is its own evidence: the sources of its file do not say that it exists
        inherited = self.inherited.but(citations=()) if self.kind == "source" else self.inherited
        evidence = self._evidence(table, inherited, self.place)
        self._ask_which_source(table)
        keys, written = keys_of(self.kind), relations_of(self.kind)
        values: dict[str, Value | tuple[Claim, ...]] = {}
        for name, raw in table.items():
            key = keys.get(name)
            if name in NO_ATTRIBUTES:
                continue
            if key is not None:
                value = self._attribute(key, raw, evidence)
                if value is not None:
                    values[name] = value
            elif name in written:
                self._relation(written[name], name, raw, evidence)
            else:
                self._unknown(name, (*keys, *written), raw)
        for key in keys.values():
            if key.required and key.name != "id" and key.name not in table:
                self.report.add(
                    "missing-key",
                    f"{self._name_for_messages()} needs the key `{key.name}`",
                    self.place,
                    part=HEADER,
                )
        if self.id:
            entity = Entity(self.id, self.kind, values, evidence, self.file, self.index)
            self.tables.entities.append((entity, self.place))

    def _read_id(self, table: dict[str, Any]) -> None:
        key = keys_of(self.kind)["id"]
        if "id" not in table:
            message = f"this {self.kind} needs the key `id`"
            self.report.add("missing-key", message, self.place, part=HEADER, hint=ID_FORM)
            return
        read = read_value(key, table["id"], (self.place, "id"), self.report)
        if read in RESERVED:
            message = f"`{read}` is a word of the format and cannot be an id"
            self.report.add("wrong-id", message, (self.place, "id"))
        elif isinstance(read, str):
            self.id = read
        elif isinstance(table["id"], str):
            self.tables.unread.add(table["id"].casefold())

    def _ask_which_source(self, table: dict[str, Any]) -> None:
        """Warn of an entity that takes several documents from its file, so that it is unclear which one mentions it."""
        documents = {each.source for each in self.inherited.citations}
        if len(documents) > 1 and "sources" not in table and self.kind != "source":
            self.report.add(
                "which-source",
                f"{self._name_for_messages()} does not say which of the {len(documents)} sources of its file speaks of it",
                self.place,
                part=HEADER,
                severity=WARNING,
                hint="give it `sources` of its own",
            )

    def _unknown(self, name: str, known: tuple[str, ...], value: object) -> None:
        message = f"{self._name_for_messages()} has no key `{safe_key(name)}`"
        from .hints import key_hint, kinds_hint  # noqa: PLC0415 - only a mistake pays for it
        from .other_end import relation_hint  # noqa: PLC0415 - likewise

        self.report.add(
            "unknown-key",
            message,
            (self.place, name),
            part=KEY,
            hint=key_hint(name, known) or relation_hint(name, known, self.kind, self.id, value),
            meant=name,
            among=known,
            otherwise=kinds_hint(name),
        )

    def _name_for_messages(self) -> str:
        return f"{self.kind} `{self.id}`" if self.id else f"this {self.kind}"

    def _evidence(self, table: dict[str, Any], inherited: Evidence, place: Place) -> Evidence:
        """Return the evidence that a table states, added to the evidence that it inherits."""
        if PROVENANCE_NAMES.isdisjoint(table):
            return inherited
        own = "sources" in table
        citations = inherited.citations
        if own:
            placed = read_citations(SOURCES, table["sources"], (place, "sources"), self.report)
            self.tables.citations.extend(placed)
            citations = tuple(citation for citation, _ in placed)
        base = Evidence() if own else inherited
        read: dict[str, Any] = {"basis": base.basis, "as_at": base.as_at, "note": ""}
        for key in PROVENANCE:
            if key.name != "sources" and key.name in table:
                value = read_value(key, table[key.name], (place, key.name), self.report)
                if value is not None:
                    read[key.name] = value
        return Evidence(read["basis"], citations, read["as_at"], read["note"])

    def _attribute(self, key: Key, raw: Any, evidence: Evidence) -> Value | tuple[Claim, ...]:
        """Return the value or the claims of an attribute."""
        place = (self.place, key.name)
        if key.claims == "no" or (key.claims == "one" and type(raw) is not list):
            value = read_value(key, raw, place, self.report)
            note_references(self.tables.references, key, value, place)
            return silence(key, value)
        if type(raw) is not list:
            wrong_type(key, raw, place, self.report)
            return None
        claims = [self._claim(key, each, (place, number), evidence) for number, each in enumerate(raw)]
        if None in claims:
            self.tables.partial.add((self.id, key.name))
        return tuple(claim for claim in claims if claim is not None) or None

    def _claim(self, key: Key, raw: Any, place: Place, entity: Evidence) -> Claim | None:
        if type(raw) is not dict:
            if key.claims != "many" or type(raw) is not str:
                self.report.add(
                    "wrong-type", f"`{key.name}` wants tables with `{key.main}`, not {shown(raw)}", place
                )
                return None
            raw = {key.main: raw}
        parts = claim_parts(self.kind, key.name)
        before = self.report.found
        own = {name: each for name, each in raw.items() if name not in PROVENANCE_NAMES}
        read = read_table(parts, own, place, self.report, f"a claim of `{key.name}`")
        evidence = self._evidence(raw, entity, place)
        for name, value in read.items():
            note_references(self.tables.references, parts[name], value, (place, name))
        if self.report.found > before:
            return None
        if not is_stated(raw):
            read = silences(parts, read)
        details = {name: value for name, value in read.items() if name != key.main and name not in _PERIOD}
        start, end = read.get("start_date"), read.get("end_date")
        return Claim(
            key.name,
            read.get(key.main),
            evidence,
            start if isinstance(start, Date) else None,
            end if isinstance(end, Date) else None,
            MappingProxyType(details) if details else NOTHING,
        )

    def _relation(self, written: RelationKey, name: str, raw: Any, entity: Evidence) -> None:
        """Read a relation key: an id, a list of ids, or a list of tables."""
        place = (self.place, name)
        if type(raw) is str:
            self._relate(written, name, _silent(raw), place, entity)
        elif type(raw) is list:
            for number, each in enumerate(raw):
                at = (place, number)
                if type(each) is dict:
                    self._relation_table(written, name, each, at, entity)
                elif type(each) is str:
                    self._relate(written, name, _silent(each), at, entity)
                else:
                    wanted = f"`{name}` wants ids or tables with `{written.end}`"
                    self.report.add("wrong-type", f"{wanted}, not {shown(each)}", at)
        else:
            self.report.add(
                "wrong-type",
                f"`{name}` wants an id, a list of ids or a list of tables, not {shown(raw)}",
                place,
                hint=f"write `{name} = [{{ … }}]`" if type(raw) is dict else "put the id in quotes",
            )

    def _relation_table(
        self, written: RelationKey, name: str, raw: dict[str, Any], place: Place, entity: Evidence
    ) -> None:
        """Read one inline table of a relation key."""
        parts = relation_parts(written.relation.name, written.end)
        before = self.report.found
        own = {key: each for key, each in raw.items() if key not in PROVENANCE_NAMES}
        read = read_table(parts, own, place, self.report, f"a relation `{name}`")
        evidence = self._evidence(raw, entity, place)
        for key, value in read.items():
            if key != written.end:
                note_references(self.tables.references, parts[key], value, (place, key))
        if not is_stated(raw):
            read = silences(parts, read)
        target = read.get(written.end)
        if isinstance(target, str):
            if self.report.found == before:
                self._relate(written, name, target, (place, written.end), evidence, read)
            elif target not in written.relation.words:
                self._refer(written, name, target, (place, written.end))

    def _refer(self, written: RelationKey, name: str, target: str, place: Place) -> None:
        """Note a reference to another entity, which is checked once all files are read."""
        self.tables.references.append(Reference(target, written.targets, name, place))

    def _relate(  # an inverse key swaps subject and object
        self,
        written: RelationKey,
        name: str,
        target: str,
        place: Place,
        evidence: Evidence,
        read: Mapping[str, Value] = NOTHING,
    ) -> None:
        if target not in written.relation.words:
            if not is_id(target):
                from .hints import wrong_id  # noqa: PLC0415 - only a mistake pays for it

                wrong_id(target, place, self.report)
                return
            self._refer(written, name, target, place)
        if not self.id:
            return
        dates = {
            key: value if isinstance(value, Date) else None for key, value in read.items() if key in _PERIOD
        }
        details = {key: value for key, value in read.items() if key not in _PERIOD and key != written.end}
        subject, target_id = (target, self.id) if written.inverse else (self.id, target)
        self.tables.relation_places.append(place)
        self.tables.relations.append(
            Relation(
                written.relation.name,
                subject,
                target_id,
                evidence,
                details=MappingProxyType(details) if details else NOTHING,
                **dates,
            )
        )
