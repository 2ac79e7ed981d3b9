"""Words that people use for a kind of entity or for a choice, each with the word of the format: hints name it."""

from collections.abc import Mapping
from types import MappingProxyType


def _by_word(words: Mapping[str, str]) -> Mapping[str, str]:
    """Return by each of some words, separated by commas, the word of the format that it stands for."""
    return MappingProxyType(
        {word.strip(): meant for meant, others in words.items() for word in others.split(",")}
    )


CALLED = _by_word(
    {
        "organisation": "trust, council, charity, company, ccg, icb, hospital, practice, provider, organization, org, authority, agency",
        "partnership": "ics, icp, pcn, alliance, collaborative, federation, network, system, place",
        "layer": "level",
        "body": "committee, board, forum, executive, group, panel, cabinet, subcommittee, sub-committee, subgroup, working-group, meeting, assembly, bodies",
        "collective": "partners, label",
        "workstream": "stream, work-stream",
        "function": "responsibility, duty, power, remit",
        "area": "borough, locality, ward, county, footprint, geography",
        "site": "building, location, address, venue",
        "post": "role, office, job, position, chair, director",
        "person": "member, people, officer, councillor, chairman",
        "plan": "strategy, policy",
        "priority": "aim, objective, goal, priorities",
        "programme": "program, project",
        "commitment": "promise, action, milestone, pledge",
        "event": "decision, merger, change",
        "metric": "measure, kpi, indicator, figure, number",
        "issue": "question, gap, concern, risk",
        "source": "document, paper, minutes, reference, citation, report",
        "term": "glossary, acronym, abbreviation, word, definition",
    }
)
"""The kinds of entity by what people call one of their entities."""

MEANT: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "status": _by_word(
            {
                "closed": "abolished, dissolved, disbanded, ended, merged, former, inactive, wound up, stood down",
                "active": "live, current, existing, established, in place, open, operational",
                "planned": "forthcoming, future, expected, pending",
                "proposed": "draft, suggested, under consideration",
                "shadow": "shadow form, interim, transitional",
            }
        ),
        "decides": _by_word(
            {
                "decides": "decision, decision-making, decision making, yes, delegated, approves, decide, full",
                "recommends": "recommendation, makes recommendations, proposes, recommend",
                "advises": "advisory, advice, consultative, advise, consulted",
                "none": "no, nothing",
            }
        ),
        "legal_form": _by_word(
            {
                "body corporate": "corporation, statutory body, company, nhs trust",
                "contractual": "contract, agreement, alliance agreement",
                "unincorporated": "informal, voluntary",
            }
        ),
        "state": _by_word(
            {
                "completed": "done, complete, finished, delivered, closed",
                "in progress": "ongoing, under way, underway, started",
                "on hold": "paused, delayed",
                "stood down": "cancelled, dropped",
            }
        ),
        "use": _by_word(
            {"acronym": "abbreviation, initials", "former": "old, previous", "short": "short name"}
        ),
        "capacity": _by_word(
            {
                "chair": "chairman, chairperson, chairwoman, convenor, convener, president",
                "co-chair": "joint chair, cochair, co chair",
                "vice-chair": "deputy chair, vice chair, vicechair",
                "member": "full member, voting member, voting, core member, non-voting member",
                "deputy": "substitute, alternate",
                "in attendance": "attendee, attends, attending, invited, non-member",
                "observer": "observing, guest",
            }
        ),
        "mode": _by_word(
            {
                "reserves": "reserved",
                "decides": "decide, approves, decision, accountable",
                "delegated": "delegate, delegation, holds",
                "recommends": "recommend, proposes",
                "consulted": "consults, informed, advises, advise",
                "oversees": "oversight, monitors, scrutinises",
                "assures": "assurance",
                "delivers": "deliver, provides, leads, implements",
            }
        ),
    }
)
"""The choices by the name of their key, then by what people write in place of them."""
