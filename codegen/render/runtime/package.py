"""Hugging Face model ids, as the members of `Models`."""

from .models import Family, Models, QuantType

__all__ = [  # noqa: F822, RUF100
    "Family",
    "Models",
    "QuantType",
    "search_models",  # pyright: ignore[reportUnsupportedDunderAll]
]


def __getattr__(name: str) -> object:
    if name != "search_models":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from ._search import search_models  # only on first use

    globals()[name] = search_models
    return search_models


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
