"""The numbers of entities by their ids, in a mapping that never stops to make room."""

from collections.abc import Iterator, Mapping

_SHARDS = 64
"""One dictionary of 300,000 ids grows by taking all of them over into a larger one, which takes longer than a slice."""


class Numbers(Mapping[str, int]):
    """Numbers by id."""

    def __init__(self) -> None:
        self._shards: list[dict[str, int]] = [{} for _ in range(_SHARDS)]

    def put(self, entity_id: str, number: int) -> None:
        """Give an entity its number."""
        self._shards[hash(entity_id) % _SHARDS][entity_id] = number

    def __getitem__(self, entity_id: str) -> int:
        return self._shards[hash(entity_id) % _SHARDS][entity_id]

    def __contains__(self, entity_id: object) -> bool:
        return entity_id in self._shards[hash(entity_id) % _SHARDS]

    def get(self, entity_id: str, default: int | None = None) -> int | None:  # type: ignore[override] # no other default is needed
        """Return the number of an entity."""
        return self._shards[hash(entity_id) % _SHARDS].get(entity_id, default)

    def __iter__(self) -> Iterator[str]:
        for shard in self._shards:
            yield from shard

    def __len__(self) -> int:
        return sum(map(len, self._shards))
