"""The texts by which models are searched."""

from __future__ import annotations

from functools import cache

from ._matching import Name, search
from ._metadata import ROWS
from .models import Models

# What people say for what they want a model to do.
_OF_MODALITY = {
    "code": "code coder coding",
    "embedding": "embedding embed",
    "image": "image diffusion",
    "speech": "speech audio voice",
    "video": "video",
    "vision": "vision vl vlm multimodal",
}

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._metadata import Row


@cache
def names() -> tuple[Name, ...]:
    """The searchable texts of each model, in the order of `Models`."""
    return tuple(
        Name(row["repo_id"], constant, _more(row["quant_type"], row), _kind(row), _nearly(row))
        for constant, row in ROWS.items()
    )


def ranked(text: str, *, strictly: bool = False) -> list[Models]:
    """The models that match every word of a text, the best match first; see `search`."""
    return [Models[name.constant] for name in search(text, names(), strictly=strictly)]


def _more(quant: str, row: Row) -> str:
    words = quant.replace("_", "-")
    return f"{words} original" if "is_original" in row else words


def _nearly(row: Row) -> str:
    words = _OF_MODALITY.get(row.get("modality", ""), "")
    base, moe = (word if row.get(f"is_{word}") else "" for word in ("base", "moe"))
    return f"{words} {base} {moe}"


def _kind(row: Row) -> int:
    if "is_original" in row:
        return 1
    return 2 if "is_mirror" in row or "is_former" in row else 0
