"""Paths of models on the Hugging Face Hub, as the members of `Models`."""

from .models import Family, Models, QuantType

__all__ = ["Family", "Models", "QuantType", "search_models"]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._search import search_models
else:

    def __getattr__(name):
        if name != "search_models":
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from ._search import search_models  # not before somebody searches

        globals()[name] = search_models
        return search_models

    def __dir__():
        return sorted({*globals(), *__all__})
