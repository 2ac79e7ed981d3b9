"""Words that people use for a kind of entity or for a choice, each with the word of the format, for hints."""

from collections.abc import Mapping
from types import MappingProxyType


def _by_word(words: Mapping[str, str]) -> Mapping[str, str]:
    """Return the word of the format by each word for it; the words are given separated by commas."""
    return MappingProxyType(
        {word.strip(): meant for meant, others in words.items() for word in others.split(",")}
    )


CALLED = _by_word(
    {
        "organisation": "trust, council, charity, company, ccg, icb, hospital, practice, provider, organization, org, authority, agency, club, society, association, business, firm, school, university",
        "partnership": "ics, icp, pcn, alliance, collaborative, federation, network, system, place",
        "layer": "level",
        "body": "committee, board, forum, executive, group, panel, cabinet, subcommittee, sub-committee, subgroup, working-group, meeting, assembly, bodies, team, department, unit, division, directorate, section, branch",
        "collective": "partners, label",
        "workstream": "stream, work-stream",
        "function": "responsibility, duty, power, remit",
        "area": "borough, locality, ward, county, footprint, geography, region, district, zone, territory, country",
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
"""The kinds of entity, by the words that people use for one."""

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
"""The choices, by the name of their key, then by the words that people write instead."""

KEYS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        word: tuple(keys.split())
        for words, keys in (
            ("title", "name"),
            ("acronym abbreviation alias initials also_called known_as aka", "other_names"),
            ("purpose description remit aim aims objective details text", "summary"),
            ("type category", "classification"),
            ("parent belongs_to within reports_into", "part_of"),
            ("code codes ods ods_code identifier", "identifiers"),
            ("public open in_public", "meets_in_public"),
            ("meetings frequency schedule meeting", "meets"),
            ("review next_review", "review_date"),
            ("statute act powers section", "legal_basis"),
            (
                "predecessor predecessors replaces formerly replaced merged_from merger_of supersedes",
                "succeeds",
            ),
            ("sits_on seat_on", "member_of"),
            ("answers_to", "accountable_to"),
            ("holder postholder post_holder person incumbent", "held_by"),
            ("organisation employer body", "post_in on_behalf_of"),
            ("chair membership seats attendees", "members"),
            ("delegation delegations delegates", "delegates_to"),
            ("function functions responsibilities duties", "responsible_for"),
            ("owner responsible lead decided_by", "in_hands_of"),
            ("term term_end term_of_office until", "term_ends end_date"),
            ("vote votes", "voting"),
            ("number count places", "seats"),
            ("nominated appointed_by nominator", "nominated_by"),
            ("represents representing for", "on_behalf_of"),
            ("substitute alternate", "deputy"),
            ("position post job", "role"),
            (
                "start starts started begin begins began opened from since founded established created",
                "start_date",
            ),
            ("end ends ended to closed closes dissolved abolished", "end_date"),
            ("approved published agreed date meeting_date adopted", "presented date"),
            ("author authors", "publisher"),
            ("link web website address uri", "url"),
            ("pages sections places_in_it paragraphs", "locators"),
            ("source document reference citation", "sources"),
            ("level", "tier"),
            ("amount up_to_amount maximum", "up_to"),
            ("comment remark", "note"),
        )
        for word in words.split()
    }
)
"""The keys that people mean by another word, the likeliest first; which of them is meant depends on the table."""

RELATED = _by_word(
    {
        "delegates_to": "delegation, delegations, delegated-authority",
        "members": "membership, memberships, seat, seats",
        "accountable_to": "accountability",
        "responsible_for": "responsibilities",
        "held_by": "holder, appointment",
    }
)
"""The relations for which people write a table of their own, by the name of that."""

FROM_THE_OTHER_END: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        name: tuple(words.split())
        for name, words in (
            (
                "succeeds",
                "successor successors succeeded_by replaced_by superseded_by merged_into merged_to became",
            ),
            ("part_of", "has_part has_parts contains consists_of children subsidiaries"),
        )
    }
)
"""The words that people write for a relation in the table of its object, by the key of the subject's table."""
