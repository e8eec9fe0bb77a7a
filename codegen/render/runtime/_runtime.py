"""What a member of `Models` can do beside being a str."""

from enum import EnumType, StrEnum
from sys import version_info
from types import MethodType

_NOT_MEMBERS = (
    "__module__",
    "__qualname__",
    "__doc__",
    "__firstlineno__",
    "__static_attributes__",
)
_KNOWN = {
    "_generate_next_value_",
    "_new_member_",
    "_use_args_",
    "_member_names_",
    "_member_map_",
    "_value2member_map_",
    "_hashable_values_",
    "_unhashable_values_",
    "_unhashable_values_map_",
    "_member_type_",
    "_value_repr_",
    "__new__",
    "__str__",
    "__format__",
}
_ENOUGH = 64  # so many members made one by one, and it is cheaper to make the rest at once

# What EnumType keeps in a class, here in one without members.
_state = {
    key: value
    for key, value in StrEnum.__dict__.items()
    if key[:1] == "_" != key[1:2] or key in ("__new__", "__str__", "__format__")
}

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Self, TypeVar, overload

    from ._metadata import Row
    from .models import Family, Models, QuantType

    M = TypeVar("M", bound="ModelPath")

    class LazyStrEnum(StrEnum):
        # Else the type of `.value` is a union of all paths, which takes checkers long.
        @property
        def value(self) -> str: ...

elif version_info >= (3, 14) or not _KNOWN.issuperset(_state):
    # What follows leans on how EnumType works inside, which is known of 3.11 to 3.13.

    class LazyStrEnum(StrEnum):
        """A StrEnum like any other, that answers for names it has no more."""

        def __init_subclass__(cls):
            super().__init_subclass__()
            from ._retirement import install

            install(cls, cls._member_map_)

        def __dir__(self):
            from ._retirement import hidden

            return sorted({*super().__dir__()} - hidden(self.__class__))

else:
    _namespace = type.__dict__["__dict__"].__get__
    _pending = {}
    """Enum with members to be made -> (name -> value of all, name -> member of those made)."""

    class _LazyEnumType(EnumType):
        """The type of enums whose members are made when they are asked for.

        The body of such a class is run into a plain dict, name -> value, and kept as it is.
        Members are published by `setdefault` on one dict: threads that race for a member agree on
        one object. Whatever looks at all members makes them all, and an ordinary enum of the class.
        """

        @classmethod
        def __prepare__(metacls, cls, bases, **kwds):
            metacls._check_for_existing_members_(cls, bases)
            return {}

        def __new__(metacls, cls, bases, body, **kwds):
            members = {}
            if body["__module__"] != __name__:  # the bases, in this module, have no members
                body, members = {key: body.pop(key) for key in _NOT_MEMBERS if key in body}, body
            for key, value in _state.items():
                body[key] = value.copy() if type(value) in (dict, list) else value
            enum = type.__new__(metacls, cls, bases, body, **kwds)
            if members:
                _pending[enum] = members, {}
            return enum

        # Data descriptors of the metaclass come before what is in the class, so that every method
        # of EnumType and Enum finds these filled.
        _member_map_ = property(lambda cls: _complete(cls)["_member_map_"])
        _member_names_ = property(lambda cls: _complete(cls)["_member_names_"])
        _value2member_map_ = property(lambda cls: _complete(cls)["_value2member_map_"])
        if "_hashable_values_" in _state:
            _hashable_values_ = property(lambda cls: _complete(cls)["_hashable_values_"])

        def __getattr__(cls, name):
            member = _member(cls, name)
            if member is not None:
                return member
            _complete(cls)  # somebody looks into the class
            if type(cls) is _LazyEnumType:
                raise AttributeError(f"type object {cls.__name__!r} has no attribute {name!r}")
            return getattr(cls, name)

        def __getitem__(cls, name):
            member = _member(cls, name)
            return EnumType.__getitem__(cls, name) if member is None else member

        def __setattr__(cls, name, value):
            _complete(cls)
            EnumType.__setattr__(cls, name, value)

    def _member(cls, name):
        """The member of that name if there are members to be made, else None."""
        pending = _pending.get(cls)
        if pending is None or name not in pending[0]:
            return None
        members, made = pending
        if len(made) == _ENOUGH:
            return _complete(cls)["_member_map_"][name]
        member = made.get(name)
        if member is None:
            order = list(members).index(name)
            member = made.setdefault(name, _new(cls, name, members[name], order))
            type.__setattr__(cls, name, member)
        return member

    def _new(cls, name, value, order):
        member = str.__new__(cls, value)
        member._value_ = value
        member._name_ = name
        member.__objclass__ = cls
        member._sort_order_ = order
        return member

    def _complete(cls):
        """The namespace of the class, with all members in it and the maps filled.

        From then on the class is like any other enum, down to its type.
        """
        namespace = _namespace(cls)
        pending = _pending.get(cls)
        if pending is None:
            return namespace
        members, made = pending
        by_name = {
            name: made.get(name) or made.setdefault(name, _new(cls, name, value, order))
            for order, (name, value) in enumerate(members.items())
        }
        by_value = {member._value_: member for member in by_name.values()}
        # Whoever is here at the same time puts the same into the same places.
        namespace["_member_map_"].update(by_name)
        namespace["_member_names_"][:] = by_name
        namespace["_value2member_map_"].update(by_value)
        if "_hashable_values_" in namespace:
            namespace["_hashable_values_"][:] = by_value
        for name, member in by_name.items():
            type.__setattr__(cls, name, member)
        type.__setattr__(cls, "__class__", EnumType)
        from ._retirement import install

        install(cls, by_name)
        _pending.pop(cls, None)
        return namespace

    class _LazyStrEnum(StrEnum, metaclass=_LazyEnumType):
        """A StrEnum that costs next to nothing to import."""

        def __getattr__(self, name):  # one member seen from another, as in any Enum
            member = _member(self.__class__, name)
            if member is None:
                kind = self.__class__.__name__
                raise AttributeError(f"{kind!r} object has no attribute {name!r}")
            return member

        def __dir__(self):
            _complete(self.__class__)
            from ._retirement import hidden

            return sorted({*super().__dir__()} - {"__getattr__", *hidden(self.__class__)})

    # Not by `=`, because jedi follows every branch: it is to see a plain StrEnum only.
    globals()["LazyStrEnum"] = _LazyStrEnum


class _Find:
    """Makes `find` ours on the class, and leaves it `str.find` on a member, which is a str."""

    def __init__(self, function: "Callable[..., object]") -> None:
        self.function = function

    if TYPE_CHECKING:

        @overload
        def __get__(self, member: None, owner: type[M]) -> Callable[[str], M]: ...
        @overload
        def __get__(self, member: str, owner: type[M]) -> Callable[..., int]: ...

    def __get__(self, member: str | None, owner: type) -> object:
        return MethodType(self.function, owner) if member is None else str.find.__get__(member)


def _row(member: "ModelPath") -> "Row":
    from ._metadata import ROWS  # not before somebody asks

    return ROWS[member._name_]


class ModelPath(LazyStrEnum):
    """The path of a model on the Hub: a str, with what is known of the model as attributes."""

    @_Find
    def find(cls: "type[M]", text: str) -> "M":  # pyright: ignore
        """The member that the text names in full: path, repo name or constant name.

        Letter case and separators are free: "llama31 8b instruct bnb". Raises ValueError, naming
        candidates, if there is no such model or more than one.
        """
        from ._find import find

        return find(cls, text)

    @property
    def org(self) -> str:
        """The namespace: "unsloth"."""
        return self.partition("/")[0]

    @property
    def hub_url(self) -> str:
        """Its page on the Hub."""
        return f"https://huggingface.co/{self}"

    @property
    def family(self) -> "Family":
        """The line of models it belongs to: `Family.LLAMA`."""
        from .models import Family

        return Family[_row(self)["family"]]

    @property
    def base_name(self) -> str:
        """The name of the models without version and size: "Llama"."""
        return _row(self)["base_name"]

    @property
    def line(self) -> str:
        """The line of models: "Qwen2.5-VL", "Llama-3.1", "GLM-4.5-Air"."""
        return _row(self)["line"]

    @property
    def version(self) -> str | None:
        """The number of the version: "3.1", "R1"; no "v", no words."""
        return _row(self).get("version")

    @property
    def date(self) -> str | None:
        """The date stamp in the path: "2507", "0528"."""
        return _row(self).get("date")

    @property
    def size(self) -> str | None:
        """The size as the path spells it: "8B"."""
        return _row(self).get("size")

    @property
    def instruct_tag(self) -> str | None:
        """The instruct tag as the path spells it: "Instruct". None for a path without one, which
        says nothing about the tuning: see `is_base` and `is_chat`.
        """
        return _row(self).get("instruct_tag")

    @property
    def modifier(self) -> str | None:
        """What sets it apart from the plain upload of the model: "128K"."""
        return _row(self).get("modifier")

    @property
    def quant_type(self) -> "QuantType":
        """The quantization; `QuantType.NONE` if unquantized."""
        from .models import QuantType

        return QuantType[_row(self)["quant_type"]]

    @property
    def is_base(self) -> bool | None:
        """Whether it is a base model; None if unknown."""
        return _row(self).get("is_base")

    @property
    def is_chat(self) -> bool | None:
        """Whether it is tuned for instructions or chat; None if unknown."""
        return _row(self).get("is_chat")

    @property
    def is_moe(self) -> bool | None:
        """Whether it is a mixture of experts; None if unknown."""
        return _row(self).get("is_moe")

    @property
    def is_multimodal(self) -> bool | None:
        """Whether it takes or gives more than text; None if unknown."""
        return _row(self).get("is_multimodal")

    @property
    def modality(self) -> str | None:
        """What it is for: "text", "vision", "code", "embedding" and so on; None if unknown."""
        return _row(self).get("modality")

    @property
    def is_original(self) -> bool:
        """Whether this is the publisher's repo."""
        return _row(self).get("is_original", False)

    @property
    def is_mirror(self) -> bool:
        """Whether this is a copy of the original that another publishes."""
        return _row(self).get("is_mirror", False)

    @property
    def is_former(self) -> bool:
        """Whether this is a path that the original had before a rename."""
        return _row(self).get("is_former", False)

    @property
    def parameters(self) -> int | None:
        """The number of parameters; None if unknown."""
        return _row(self).get("parameters")

    @property
    def active_parameters(self) -> int | None:
        """The number of parameters used per token; None if unknown."""
        return _row(self).get("active_parameters")

    @property
    def license(self) -> str | None:
        """The license as the Hub names it: "apache-2.0"; or None."""
        return _row(self).get("license")

    @property
    def context_length(self) -> int | None:
        """The longest context in tokens; None if unknown."""
        return _row(self).get("context_length")

    @property
    def summary(self) -> str | None:
        """A line on the model; None if its definition has none."""
        return _row(self).get("summary")

    @property
    def original(self) -> "Models | None":
        """The publisher's repo of this model; None if this is it, or if none is known."""
        from .models import Models

        name = _row(self).get("original")
        return None if name is None else Models[name]

    @property
    def variants(self) -> "tuple[Models, ...]":
        """The same model by the same uploader, otherwise quantised or modified.

        For an original: every upload that was made from it.
        """
        from ._relations import variants

        return variants(self)

    @property
    def unquantized(self) -> "Models | None":
        """The same model not quantised: by the same uploader, else the original, else None."""
        from ._relations import unquantized

        return unquantized(self)

    def with_quant(self, quant_type: "QuantType") -> "Models":
        """The same model in another quantisation, with the same modifier or else with none.

        Raises ValueError, naming the quantisations there are, if there is no such upload.
        """
        from ._relations import with_quant

        return with_quant(self, quant_type)

    @classmethod
    def _missing_(cls, value: object) -> "Self | None":
        if not isinstance(value, str):
            return None
        from ._retirement import replacement

        member = replacement(cls, value, ValueError, 1)
        if member is None:
            from ._find import UnknownPathError

            raise UnknownPathError(cls, value)
        return member
