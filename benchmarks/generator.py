"""Write a model of any size: made-up places with the boards, practices and people that such places have.

    python benchmarks/generator.py 100000 /tmp/large --seed 7

The same number and seed give the same files, byte for byte. Nothing in them is true.
"""

import argparse
import random
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import attrs

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.made_up_words import (
    ACTS,
    AFTER,
    BEFORE,
    BODIES,
    CARE,
    FIRST,
    HEADS,
    LAST,
    MIDDLES,
    POSTS,
    PRACTICES,
    STREETS,
    TAILS,
)
from tiers.model.format.text import fold

ROLES = ("chair", "vice-chair", "member", "member", "member", "in attendance")
FULL_FILE = 16_000
"""The number of lines after which a file gets no further place."""


@attrs.define(eq=False)
class Writer:
    """Makes up the tables of a model.

    Attributes:
        random: The random numbers, from the seed.
        wanted: The number of entities that the model is to have.
        made: The number of entities made so far.
        lines: The lines of the file that is being written.
    """

    random: random.Random
    wanted: int
    made: int = 0
    lines: list[str] = attrs.field(factory=list)
    _numbers: Iterator[int] = attrs.field(factory=lambda: count(1))
    _taken: set[str] = attrs.field(factory=set)
    _cited: str = ""

    @property
    def full(self) -> bool:
        return self.made >= self.wanted

    def table(self, kind: str, name: str, **keys: str) -> str:
        """Write the table of an entity, with the values of its keys given as TOML; return its id."""
        entity_id = f"{fold(name)[:32].strip().replace(' ', '-')}-{next(self._numbers)}"
        if self.full:
            return entity_id
        self.made += 1
        self.lines += [f"[[{kind}]]", f'id = "{entity_id}"', f'name = "{name}"']
        self.lines += [f"{key} = {value}" for key, value in keys.items()]
        if self._cited:
            self.lines.append(f'sources = ["{self._cited}#part-{self.random.randint(1, 9)}"]')
        self.lines.append("")
        return entity_id

    def town(self) -> str:
        """Return a town's name that no other town has."""
        while True:
            chance = self.random
            name = (
                chance.choice(BEFORE)
                + chance.choice(HEADS)
                + chance.choice(MIDDLES)
                + chance.choice(TAILS)
                + chance.choice(AFTER)
            )
            if name not in self._taken or len(self._taken) > 200_000:
                self._taken.add(name)
                return name

    def person(self) -> str:
        return f"{self.random.choice(FIRST)} {self.random.choice(LAST)}"

    def date(self) -> str:
        """Return a date in quotes, a day, a month or a year."""
        year, month = self.random.randint(2015, 2026), self.random.randint(1, 12)
        return self.random.choice(
            (f'"{year}"', f'"{year}-{month:02}"', f'"{year}-{month:02}-01"', f'"{year}-{month:02}~"')
        )

    def code(self, start: str) -> str:
        letters = "".join(self.random.choice("0123456789ABCDEFGHJKLMNPRTVWXYZ") for _ in range(5))
        return f'[{{ identifier = "{start}{letters}", scheme = "ODS" }}]'

    def source(self, place: str) -> None:
        """Write a document, which the entities written after it cite."""
        self._cited = ""
        parts = ", ".join(f'part-{number} = "Part {number}"' for number in range(1, 10))
        year = self.random.randint(2019, 2026)
        self._cited = self.table(
            "source",
            f"How health and care work together in {place}, {year}",
            presented=f'"{year}-{self.random.randint(1, 12):02}-15"',
            locators=f"{{ {parts} }}",
        )

    def england(self) -> str:
        self.source("England")
        return self.table("area", "England", tier='"national"', summary='"The whole country."')

    def region(self, england: str) -> str:
        name = f"{self.random.choice(('North', 'South', 'East', 'West', 'Mid'))} {self.town()} Region"
        return self.table("area", name, tier='"region"', part_of=f'"{england}"')

    def system(self, region: str) -> tuple[str, str]:
        """Write a system and its board; return the system's id and name."""
        name = f"{self.town()} and {self.town()}"
        self.source(name)
        system = self.table(
            "partnership",
            f"{name} Integrated Care System",
            tier='"system"',
            part_of=f'"{region}"',
            other_names='[{ name = "ICS", use = "acronym" }]',
            summary=f'"The health and care organisations of {name} planning together for everyone who lives there."',
        )
        board = self.table(
            "organisation",
            f"NHS {name} Integrated Care Board",
            identifiers=self.code("Q"),
            part_of=f'"{system}"',
            start_date=self.date(),
            legal_form='"body corporate"',
            summary=f'"Plans and pays for the health services of {name}."',
        )
        self.bodies(name, system, [board])
        self.people(name, board)
        return system, name

    def place(self, system: str) -> None:
        """Write a place with its partnership, its neighbourhoods and everything in them."""
        town = self.town()
        self.source(town)
        partnership = self.table(
            "partnership",
            f"{town} Health and Care Partnership",
            tier='"place"',
            part_of=f'"{system}"',
            other_names=(
                f'[{{ name = "{town} ICP", use = "short" }}, '
                f'{{ name = "{town} Integrated Care Partnership", use = "former", end_date = {self.date()} }}]'
            ),
            summary=f'"Where the NHS, the council and local charities of {town} work as one on health and care."',
            topics='["integrated care", "joined-up care"]',
            decides='"unknown"',
        )
        members = [
            self.organisation(
                f"{town} Council", "council", partnership, "Runs social care, public health and housing"
            ),
            self.organisation(f"{town} Hospitals NHS Trust", "trust", partnership, "Runs the hospitals"),
            self.organisation(
                f"{town} Community Action", "charity", partnership, "Speaks for local charities"
            ),
            self.organisation(
                f"Healthwatch {town}", "charity", partnership, "Listens to what people say about care"
            ),
        ]
        members += [self.neighbourhood(town, partnership) for _ in range(self.random.randint(4, 7))]
        bodies = self.bodies(town, partnership, members)
        self.workstreams(town, partnership, bodies)
        self.people(town, bodies[0])
        self.work(town, partnership, bodies)

    def organisation(self, name: str, sort: str, whole: str, what: str) -> str:
        return self.table(
            "organisation",
            name,
            classification=f'"{sort}"',
            part_of=f'[{{ to = "{whole}", basis = "inferred" }}]',
            identifiers=self.code("R"),
            summary=f'"{what} there and sits on the boards of the partnership."',
        )

    def neighbourhood(self, town: str, partnership: str) -> str:
        name = self.town()
        network = self.table(
            "partnership",
            f"{name} PCN",
            tier='"neighbourhood"',
            classification='"primary care network"',
            part_of=f'"{partnership}"',
            identifiers=self.code("U"),
            summary=f'"General practices of {name} in {town} that share staff and services."',
        )
        for _ in range(self.random.randint(5, 9)):
            where = self.random.choice(
                (name, self.town(), f"{self.random.choice(STREETS)}", f"Dr {self.person()}'s")
            )
            ended = {"end_date": self.date()} if self.random.random() < 0.08 else {}
            self.table(
                "organisation",
                f"{where} {self.random.choice(PRACTICES)}",
                classification='"general practice"',
                part_of=f'"{network}"',
                identifiers=self.code("A"),
                member_of=f'[{{ to = "{network}", start_date = {self.date()} }}]',
                **ended,
            )
        return network

    def bodies(self, where: str, whole: str, members: list[str]) -> list[str]:
        """Write the boards and committees of a place or system."""
        made: list[str] = []
        for name in self.random.sample(BODIES, 6):
            sitting = self.random.sample(members, min(len(members), self.random.randint(2, 8)))
            seats = ", ".join(
                f'{{ id = "{each}", role = "{self.random.choice(ROLES)}" }}' for each in sitting
            )
            made.append(
                self.table(
                    "body",
                    f"{where} {name}",
                    part_of=f'"{whole}"',
                    members=f"[{seats}]",
                    decides=f'"{self.random.choice(("decides", "recommends", "unknown", "advises"))}"',
                    summary=f'"Meets {self.random.choice(("monthly", "quarterly", "in public", "when needed"))} and '
                    f'looks after what {where} does about {self.random.choice(CARE).lower()}."',
                    **({"accountable_to": f'"{made[-1]}"'} if made else {}),
                )
            )
        return made

    def workstreams(self, town: str, partnership: str, bodies: list[str]) -> None:
        for order, care in enumerate(self.random.sample(CARE, self.random.randint(6, 12)), start=1):
            stream = self.table(
                "workstream",
                care,
                classification=f'"{self.random.choice(("delivery", "enabling"))}"',
                order=str(order),
                part_of=f'"{partnership}"',
                accountable_to=f'[{{ to = "{self.random.choice(bodies)}", basis = "inferred" }}]',
                summary=f'"The strand of joint work in {town} on {care.lower()}."',
            )
            for _ in range(self.random.randint(0, 2)):
                self.table(
                    "body", f"{care} sub-group: {self.random.choice(CARE).lower()}", part_of=f'"{stream}"'
                )

    def people(self, where: str, body: str) -> None:
        for title in self.random.sample(POSTS, 8):
            post = self.table("post", f"{title}, {where}", post_in=f'"{body}"')
            seat = f'[{{ to = "{body}", role = "{self.random.choice(ROLES)}" }}]'
            holding = f'[{{ to = "{post}", start_date = {self.date()} }}]'
            self.table("person", self.person(), holds=holding, member_of=seat)

    def work(self, town: str, partnership: str, bodies: list[str]) -> None:
        """Write promises, events and questions of a place."""
        for _ in range(self.random.randint(8, 14)):
            care, act = self.random.choice(CARE).lower(), self.random.choice(ACTS)
            self.table(
                "commitment",
                f"{act} the {care} offer for {town}",
                part_of=f'"{partnership}"',
                due=self.date(),
                commits=f'"{self.random.choice(bodies)}"',
                summary=f'"A promise about {care} that the partnership of {town} made in public."',
            )
        for _ in range(self.random.randint(3, 6)):
            self.table(
                "event",
                f"Meeting on {self.random.choice(CARE).lower()} in {town}",
                date=self.date(),
                part_of=f'"{partnership}"',
            )
            care = self.random.choice(CARE).lower()
            self.table(
                "service",
                f"{town} {care} service",
                part_of=f'"{partnership}"',
                summary=f'"Help with {care} for people in {town}."',
            )
            self.table(
                "issue",
                f"Who decides about {care} in {town}?",
                about=f'"{self.random.choice(bodies)}"',
                state='"open"',
                question=f'"Which body decides about {care}, and where is that written down?"',
            )


def write_model(directory: Path, entities: int, seed: int = 1) -> int:
    """Write a model with a number of entities into a directory; return the number of files."""
    directory.mkdir(parents=True, exist_ok=True)
    for left in directory.glob("part-*.toml"):
        left.unlink()
    writer = Writer(random.Random(seed), entities)  # noqa: S311 - chance that can be repeated
    files = 0
    england = writer.england()
    while not writer.full:
        region = writer.region(england)
        for _ in range(6):
            system, _ = writer.system(region)
            for _ in range(writer.random.randint(3, 8)):
                writer.place(system)
                if len(writer.lines) > FULL_FILE:
                    files += _flush(writer, directory, files)
    files += _flush(writer, directory, files)
    return files


def _flush(writer: Writer, directory: Path, number: int) -> int:
    (directory / f"part-{number:03}.toml").write_text("\n".join(writer.lines), encoding="utf-8")
    writer.lines.clear()
    return 1


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("entities", type=int, help="how many, such as 100000")
    parser.add_argument("directory", type=Path, help="where to write the files")
    parser.add_argument("--seed", type=int, default=1, help="another seed makes another model")
    given = parser.parse_args()
    files = write_model(given.directory, given.entities, given.seed)
    print(f"{given.entities:,} entities in {files} {'file' if files == 1 else 'files'} in {given.directory}")


if __name__ == "__main__":
    main()
