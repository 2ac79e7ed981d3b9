"""From the tables of one file to entities and relations."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

import attrs

from ..dates import Date
from ..ids import ID_FORM, RESERVED, is_id
from ..nearest import did_you_mean
from ..records import NOTHING, Citation, Claim, Entity, Evidence, Relation, Value
from ..vocabulary import KINDS, PROVENANCE, STATED, Key, RelationKind, keys_of, relations_of
from ..vocabulary.keys import EXPECTED_DATE, PERIOD, SOURCES
from .report import HEADER, KEY, Place, Report
from .values import quoted, read_citations, read_table, read_value, safe_key, shown, wrong_type

_PROVENANCE = frozenset(key.name for key in PROVENANCE)
_PERIOD = frozenset((*(key.name for key in PERIOD), "expected_date"))
_REFERENCES = frozenset(("reference", "references"))


@attrs.frozen(eq=False)
class Reference:
    """A place that names an entity by id, to be checked when all files are read.

    Attributes:
        target: The id it names.
        kinds: The kinds allowed; empty for any.
        what: The key, for the message.
        place: Where it stands.
    """

    target: str
    kinds: tuple[str, ...]
    what: str
    place: Place


@attrs.define(eq=False)
class Tables:
    """What the tables of all files gave.

    Attributes:
        entities: With the place of each.
        relations: In the order read.
        references: Every id that another entity must bear.
        citations: Every citation, with its place.
    """

    entities: list[tuple[Entity, Place]] = attrs.field(factory=list)
    relations: list[Relation] = attrs.field(factory=list)
    references: list[Reference] = attrs.field(factory=list)
    citations: list[tuple[Citation, Place]] = attrs.field(factory=list)


def read_file(number: int, name: str, data: dict[str, Any], tables: Tables, report: Report) -> None:
    """Read every table of one file.

    Args:
        number: The file's number in the model.
        name: The file as the author named it.
        data: What TOML gave.
        tables: Takes entities, relations and references.
        report: Takes the findings.
    """
    top = Place(number, ())
    inherited = _read_head(data.get("file"), top.to("file"), tables, report)
    for kind, raw in data.items():
        if kind == "file":
            continue
        if kind not in KINDS:
            report.add(
                "unknown-table", f"there is no kind `{safe_key(kind)}`", top.to(kind), part=KEY, hint=did_you_mean(kind, (*KINDS, "file"))
            )
        elif type(raw) is not list or not all(type(each) is dict for each in raw):
            report.add("wrong-type", f"`{kind}` wants a list of tables, not {shown(raw)}", top.to(kind), part=KEY, hint=f"write `[[{kind}]]`")
        else:
            for index, table in enumerate(raw):
                entity = _Table(kind, name, index, top.to(kind, index), inherited, tables, report)
                entity.read(table)


def _read_head(raw: Any, place: Place, tables: Tables, report: Report) -> Evidence:
    if raw is None:
        return Evidence()
    if type(raw) is not dict:
        report.add("wrong-type", f"`file` wants a table, not {shown(raw)}", place, part=KEY, hint="write `[file]`")
        return Evidence()
    for key in raw:
        if key != "sources":
            report.add("unknown-key", f"`file` has no key `{safe_key(key)}`", place.to(key), part=KEY, hint=did_you_mean(key, ["sources"]))
    if "sources" not in raw:
        return Evidence()
    found = read_citations(SOURCES, raw["sources"], place.to("sources"), report)
    tables.citations.extend((citation, place.to("sources")) for citation in found)
    return Evidence(STATED, found)


@cache
def _claim_parts(kind: str, name: str) -> Mapping[str, Key]:
    key = keys_of(kind)[name]
    required = key.type != "number"
    main = attrs.evolve(key, name=key.main, claims="no", required=required, parts=())
    return MappingProxyType({part.name: part for part in (main, *key.parts, *PERIOD, *PROVENANCE)})


@cache
def _relation_parts(name: str, end: str) -> Mapping[str, Key]:
    from ..vocabulary import RELATIONS  # noqa: PLC0415 - the cache key is a name

    relation = RELATIONS[name]
    target = Key(end, "reference", "The other end.", required=True, words=relation.words)
    expected = attrs.evolve(EXPECTED_DATE, claims="no")
    return MappingProxyType({part.name: part for part in (target, *relation.parts, *PERIOD, expected, *PROVENANCE)})


@attrs.define(eq=False)
class _Table:
    """Reads one table of an entity."""

    kind: str
    file: str
    index: int
    place: Place
    inherited: Evidence
    tables: Tables
    report: Report
    id: str = ""

    def read(self, table: dict[str, Any]) -> None:
        raw_id = table.get("id")
        if "id" not in table:
            self.report.add("missing-key", f"this {self.kind} needs the key `id`", self.place, part=HEADER, hint=ID_FORM)
        elif type(raw_id) is str and raw_id in RESERVED:
            self.report.add("wrong-id", f"`{raw_id}` is a word of the format and cannot be an id", self.place.to("id"))
        self.id = raw_id if type(raw_id) is str and is_id(raw_id) else ""
        evidence = self._evidence(table, self.inherited, self.place)
        keys, written = keys_of(self.kind), relations_of(self.kind)
        values: dict[str, Value | tuple[Claim, ...]] = {}
        for name, raw in table.items():
            if name in _PROVENANCE:
                continue
            key = keys.get(name)
            if key is not None:
                value = self._attribute(key, raw, evidence)
                if value is not None:
                    values[name] = value
            elif name in written:
                self._relation(*written[name], name, raw, evidence)
            else:
                self.report.add(
                    "unknown-key", f"{self._called()} has no key `{safe_key(name)}`", self.place.to(name), part=KEY, hint=did_you_mean(name, (*keys, *written))
                )
        for key in keys.values():
            if key.required and key.name != "id" and key.name not in table:
                self.report.add("missing-key", f"{self._called()} needs the key `{key.name}`", self.place, part=HEADER)
        if self.id:
            values.pop("id", None)
            entity = Entity(self.id, self.kind, values, evidence, self.file, self.index)
            self.tables.entities.append((entity, self.place))

    def _called(self) -> str:
        return f"{self.kind} `{self.id}`" if self.id else f"this {self.kind}"

    def _evidence(self, table: dict[str, Any], inherited: Evidence, place: Place) -> Evidence:
        if _PROVENANCE.isdisjoint(table):
            return inherited
        own = "sources" in table
        citations = inherited.citations
        if own:
            citations = read_citations(SOURCES, table["sources"], place.to("sources"), self.report)
            at = place.to("sources")
            self.tables.citations.extend((citation, at) for citation in citations)
        base = Evidence() if own else inherited
        read: dict[str, Any] = {"basis": base.basis, "as_at": base.as_at, "note": ""}
        for key in PROVENANCE:
            if key.name != "sources" and key.name in table:
                value = read_value(key, table[key.name], place.to(key.name), self.report)
                if value is not None:
                    read[key.name] = value
        return Evidence(read["basis"], citations, read["as_at"], read["note"])

    def _attribute(self, key: Key, raw: Any, evidence: Evidence) -> Value | tuple[Claim, ...]:
        place = self.place.to(key.name)
        if key.claims == "no" or (key.claims == "one" and type(raw) is not list):
            value = read_value(key, raw, place, self.report)
            self._note_references(key, value, place)
            return value
        if type(raw) is not list:
            wrong_type(key, raw, place, self.report)
            return None
        claims = [self._claim(key, each, place.to(number), evidence) for number, each in enumerate(raw)]
        return tuple(claim for claim in claims if claim is not None) or None

    def _claim(self, key: Key, raw: Any, place: Place, entity: Evidence) -> Claim | None:
        if type(raw) is not dict:
            if key.claims != "many" or type(raw) is not str:
                self.report.add("wrong-type", f"`{key.name}` wants tables with `{key.main}`, not {shown(raw)}", place)
                return None
            raw = {key.main: raw}
        parts = _claim_parts(self.kind, key.name)
        before = len(self.report.findings)
        own = {name: each for name, each in raw.items() if name not in _PROVENANCE}
        read = read_table(parts, own, place, self.report, f"a claim of `{key.name}`")
        evidence = self._evidence(raw, entity, place)
        for name, value in read.items():
            self._note_references(parts[name], value, place.to(name))
        if len(self.report.findings) > before:
            return None
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

    def _note_references(self, key: Key, value: Value, place: Place) -> None:
        if key.type not in _REFERENCES or value is None:
            return
        for target in value if isinstance(value, tuple) else (value,):
            if isinstance(target, str) and target not in key.words:
                self.tables.references.append(Reference(target, key.kinds, key.name, place))

    def _relation(self, relation: RelationKind, inverse: bool, name: str, raw: Any, entity: Evidence) -> None:  # noqa: FBT001 - from the vocabulary
        place = self.place.to(name)
        if type(raw) is str:
            self._relate(relation, inverse, name, raw, place, entity)
        elif type(raw) is list:
            for number, each in enumerate(raw):
                at = place.to(number)
                if type(each) is dict:
                    self._relation_table(relation, inverse, name, each, at, entity)
                elif type(each) is str:
                    self._relate(relation, inverse, name, each, at, entity)
                else:
                    self.report.add("wrong-type", f"`{name}` wants ids or tables with `{'id' if inverse else 'to'}`, not {shown(each)}", at)
        else:
            self.report.add(
                "wrong-type", f"`{name}` wants an id, a list of ids or a list of tables, not {shown(raw)}", place, hint=f"write `{name} = [{{ … }}]`" if type(raw) is dict else ""
            )

    def _relation_table(self, relation: RelationKind, inverse: bool, name: str, raw: dict[str, Any], place: Place, entity: Evidence) -> None:  # noqa: FBT001 - as above
        end = "id" if inverse else "to"
        parts = _relation_parts(relation.name, end)
        before = len(self.report.findings)
        own = {key: each for key, each in raw.items() if key not in _PROVENANCE}
        read = read_table(parts, own, place, self.report, f"a relation `{name}`")
        evidence = self._evidence(raw, entity, place)
        for key, value in read.items():
            if key != end:
                self._note_references(parts[key], value, place.to(key))
        target = read.get(end)
        if isinstance(target, str):
            if len(self.report.findings) == before:
                self._relate(relation, inverse, name, target, place.to(end), evidence, read)
            else:
                self._refer(relation, inverse, name, target, place.to(end))

    def _refer(self, relation: RelationKind, inverse: bool, name: str, target: str, place: Place) -> None:  # noqa: FBT001 - as above
        self.tables.references.append(Reference(target, relation.subjects if inverse else relation.objects, name, place))

    def _relate(
        self, relation: RelationKind, inverse: bool, name: str, target: str, place: Place, evidence: Evidence, read: Mapping[str, Value] = NOTHING  # noqa: FBT001 - as above
    ) -> None:
        if target not in relation.words:
            if not is_id(target):
                self.report.add("wrong-id", f"{quoted(target)} is not an id", place, hint=ID_FORM)
                return
            self._refer(relation, inverse, name, target, place)
        if not self.id:
            return
        dates = {key: value if isinstance(value, Date) else None for key, value in read.items() if key in _PERIOD}
        details = {key: value for key, value in read.items() if key not in _PERIOD and key not in {"to", "id"}}
        subject, target_id = (target, self.id) if inverse else (self.id, target)
        self.tables.relations.append(
            Relation(relation.name, subject, target_id, evidence, details=MappingProxyType(details) if details else NOTHING, **dates)
        )
