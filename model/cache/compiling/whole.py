"""Compiles a graph: turns it into the sections that `records` makes its records from, without its date."""

import marshal

from ...facts.columns import own_features, relation_features
from ...facts.ends import last_documents
from ...facts.graph import Graph, lasting_name
from ...facts.statements import named_in_details
from ...finding.names import texts_of
from ..compiled.making import text_sum
from ..compiled.numbers import CountedNumbers
from .plain import Plain
from .sections import Compiled, Laid, texts_sections


def compile_graph(graph: Graph) -> Compiled:
    """Return a compiled graph."""
    numbers, plain = CountedNumbers(graph), Plain()
    ids = numbers.known
    every = graph.every_entity()
    files = {each: number for number, each in enumerate(dict.fromkeys(each.file for each in every))}
    relations = [each for found in graph.relations_by_subject() for each in found]
    by_subject = (numbers.outgoing.get(each, ()) for each in numbers.every_id)
    laid = Laid(
        ids=numbers.every_id,
        kinds=[each.kind for each in every],
        names=[lasting_name(each) or "" for each in every],
        features=map(own_features, every),
        files=list(files),
        file_of=[files[each.file] for each in every],
        bases=[0] * len(files),
        rows=[marshal.dumps(plain.entity(each)) for each in every],
        subjects=[ids[each.subject] for each in relations],
        objects=[ids[each.object] for each in relations],
        relation_kinds=[each.kind for each in relations],
        relation_features=map(relation_features, relations),
        outgoing=[marshal.dumps(list(map(plain.relation, found))) if found else b"" for found in by_subject],
        naming=[
            (ids[named], place)
            for place, each in enumerate(relations)
            for named in named_in_details(each)
            if named in ids
        ],
        evidence=(marshal.dumps(each) for each in plain.evidence()),
    )
    compiled = laid.compiled()
    compiled.head["last documents"] = [each.toordinal() for each in graph.once_for_all(last_documents)]
    found = (text_sum(text) << 32 | ids[each] for each, texts in texts_of(graph) for text in texts)
    compiled.sections.update(texts_sections(found))
    return compiled
