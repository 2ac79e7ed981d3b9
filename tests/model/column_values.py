"""The columns of a model, from its compiled form or worked out from its records."""

from tiers.model import Graph
from tiers.model.facts.columns import TO_OBJECT, columns_of, own_features, relation_features
from tiers.model.facts.graph import lasting_name

Row = tuple[str, int, str]
"""The kind, the features and the lasting name of an entity."""


def column_values(model: Graph) -> list[Row]:
    """Return the row of each entity: of a compiled model the one that it has, of any other what its records show."""
    columns = columns_of(model)
    return from_records(model) if columns is None else list(columns.rows(list(model)))


def from_records(model: Graph) -> list[Row]:
    """Return the row of each entity from its record and its relations."""
    found = {each.id: own_features(each) for each in model.every_entity()}
    for of_subject in model.relations_by_subject():
        for relation in of_subject:
            features = relation_features(relation)
            for end, given in (
                (relation.subject, features & ((1 << TO_OBJECT) - 1)),
                (relation.object, features >> TO_OBJECT),
            ):
                if end in found:
                    found[end] |= given
    return [(each.kind, found[each.id], lasting_name(each) or "") for each in model.every_entity()]
