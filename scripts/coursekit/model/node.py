"""The base of every value read from YAML."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, PrivateAttr

from coursekit.diagnostics import Place

Location = tuple[str | int, ...]
"""The way to a value in a document: keys and list positions, such as `("questions", 0, "id")`."""

Places = Mapping[Location, Place]


class Node(BaseModel):
    """A frozen value that refuses unknown keys and knows the place of each of its fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    _places: Places = PrivateAttr(default_factory=dict)
    _location: Location = PrivateAttr(default=())

    def at(self, *path: str | int) -> Place:
        """Where the field at `path` was written; the value itself when the field was left out."""
        location = self._location + path
        while location not in self._places and location:
            location = location[:-1]
        return self._places.get(location, Place("?"))

    def locate(self, places: Places, location: Location = ()) -> None:
        """Gives this value and all values below it their places; called once after reading."""
        self._places = places
        self._location = location
        for name, value in self:
            _locate(value, places, (*location, name))


def _locate(value: Any, places: Places, location: Location) -> None:
    if isinstance(value, Node):
        value.locate(places, location)
    elif isinstance(value, dict):
        for key, item in value.items():
            _locate(item, places, (*location, key))
    elif isinstance(value, (list, tuple)):
        for index, item in enumerate(value):
            _locate(item, places, (*location, index))
