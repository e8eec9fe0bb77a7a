"""Hugging Face model ids, as the members of `Models`.

The same objects as in the package `generated`, under a name that no other distribution has.
`hubenum.schema` is `codegen.schema`, and `python -m hubenum` is the command.
"""

__all__ = ["Family", "Models", "QuantType", "search_models"]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from generated import Family, Models, QuantType, search_models
else:

    def __getattr__(name):
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        import generated

        from ._origin import check_origin

        check_origin(generated)
        value = globals()[name] = getattr(generated, name)
        return value

    def __dir__():
        return sorted({*globals(), *__all__})
