"""String enums that are cheap to import: their members are created on first use."""

from enum import EnumType, StrEnum
from sys import modules, version_info

# The attributes that EnumType sets on a class, taken from a class without members.
_state = {
    key: value
    for key, value in StrEnum.__dict__.items()
    if key[:1] == "_" != key[1:2] or key in ("__new__", "__str__", "__format__")
}

TYPE_CHECKING = False
if TYPE_CHECKING or not _state:  # `or` lets editors see this plain StrEnum only

    class LazyStrEnum(StrEnum):
        # Without this, the type of `.value` is a union of all ids, which slows type checkers down.
        @property
        def value(self) -> str:
            return str(self)

else:
    _SPECIAL = ("__module__", "__qualname__", "__doc__", "__firstlineno__", "__static_attributes__")
    _KNOWN = (
        "__new__ __str__ __format__ _generate_next_value_ _new_member_ _use_args_ _member_names_"
        " _member_map_ _value2member_map_ _hashable_values_ _unhashable_values_"
        " _unhashable_values_map_ _member_type_ _value_repr_"
    )
    _ENOUGH = 64  # after so many single members, it is cheaper to create the rest at once

    # Lazy members rely on internals of EnumType, which are known for Python 3.11 to 3.14.
    _is_lazy = version_info < (3, 15) and _state.keys() <= {*_KNOWN.split()}

    class _LazyEnumType(EnumType):
        """The type of enums that create members on first use, and whose errors list close names.

        The body of such a class has either methods or members. The class body runs in a plain dict
        from name to value, which is kept with a second dict of the members created so far. Members
        are added to that dict by `setdefault`, so that racing threads get the same object. Access
        to all members creates all of them.
        """

        @classmethod
        def __prepare__(metacls, cls, bases, **kwds):
            if not _is_lazy:
                return EnumType.__prepare__(cls, bases, **kwds)
            metacls._check_for_existing_members_(cls, bases)
            return {}

        def __new__(metacls, cls, bases, body, **kwds):
            if not _is_lazy:
                enum = EnumType.__new__(metacls, cls, bases, body, **kwds)
                type.__setattr__(enum, "__doc__", _Doc(enum.__doc__))
                return enum
            metacls._check_for_existing_members_(cls, bases)  # `type("S", (Models,), {})`
            members = body
            body = {key: members.pop(key) for key in _SPECIAL if key in members}
            body["__doc__"] = _Doc(body.get("__doc__"))
            if type(next(iter(members.values()), None)) is str:
                body["_pending_"] = members, {}
            else:
                body.update(members)
            for key, value in _state.items():
                body[key] = value.copy() if type(value) in (dict, list) else value
            return type.__new__(metacls, cls, bases, body, **kwds)

        if _is_lazy:
            # Data descriptors of the metaclass take precedence over attributes of the class, so
            # every method of EnumType and Enum finds these filled.
            _member_map_ = property(lambda cls: _complete(cls)["_member_map_"])
            _member_names_ = property(lambda cls: _complete(cls)["_member_names_"])
            _value2member_map_ = property(lambda cls: _complete(cls)["_value2member_map_"])
            if "_hashable_values_" in _state:
                _hashable_values_ = property(lambda cls: _complete(cls)["_hashable_values_"])

        def __getattr__(cls, name):
            member = _member(cls, name)
            if member is not None:
                return member
            if name[:1] != "_":
                member = _complete(cls)["_member_map_"].get(name)
                if member is not None:  # created by another thread in the meantime
                    return member
                from ._unknown import by_name

                return by_name(cls, name, AttributeError)
            if name[:2] == "__" and "msgspec" in modules and cls._member_names_:
                # msgspec is about to compare the type of this enum with EnumType.
                from ._unknown import make_ordinary

                make_ordinary(cls)
            raise AttributeError(f"type object {cls.__name__!r} has no attribute {name!r}")

        def __getitem__(cls, name):
            member = _member(cls, name)
            if member is not None:
                return member
            try:
                return EnumType.__getitem__(cls, name)
            except KeyError:
                if not isinstance(name, str):
                    raise
            from ._unknown import by_name

            return by_name(cls, name, KeyError)

        def __setattr__(cls, name, value):
            _complete(cls)
            EnumType.__setattr__(cls, name, value)

    def _namespace(cls):
        return type.__dict__["__dict__"].__get__(cls)

    def _member(cls, name):
        """The member with that name, if some members do not exist yet; otherwise None."""
        members, made = _namespace(cls).get("_pending_", ((), ()))
        if name not in members:
            return None
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
        """The namespace of the class, after all members are created and the maps filled."""
        namespace = _namespace(cls)
        pending = namespace.get("_pending_")
        if pending is None:
            return namespace
        members, made = pending
        by_name = {
            name: made.get(name) or made.setdefault(name, _new(cls, name, value, order))
            for order, (name, value) in enumerate(members.items())
        }
        by_value = {member._value_: member for member in by_name.values()}
        # Other threads that get here at the same time write the same values.
        namespace["_member_map_"].update(by_name)
        namespace["_member_names_"][:] = by_name
        namespace["_value2member_map_"].update(by_value)
        if "_hashable_values_" in namespace:
            namespace["_hashable_values_"][:] = by_value
        for name, member in by_name.items():
            type.__setattr__(cls, name, member)
        if "_pending_" in namespace:
            try:  # noqa: SIM105 - contextlib would be one more import
                type.__delattr__(cls, "_pending_")
            except AttributeError:  # another thread was quicker
                pass
        return namespace

    class _Doc:
        """The docstring of an enum, and of each of its members."""

        def __init__(self, text):
            self.text = text

        def __get__(self, member, enum):
            if member is None:
                return self.text
            try:
                from ._describe import document
            except ImportError:  # pickled by value, for a process without this package
                return self.text
            return document(member)

    class _LazyStrEnum(StrEnum, metaclass=_LazyEnumType):
        """A StrEnum that is cheap to import."""

        def __getattr__(self, name):  # a member accessed from another, as in any enum
            if name.isupper() and name[:1] != "_":
                return getattr(self.__class__, name)
            message = f"{self.__class__.__name__!r} object has no attribute {name!r}"
            raise AttributeError(message, name=name, obj=self)

        def __reduce_ex__(self, protocol):  # Python 3.11.0 to 3.11.3 pickle the name
            return self.__class__, (self._value_,)

        @classmethod
        def _missing_(cls, value):
            try:
                from ._unknown import by_value
            except ImportError:  # pickled by value, for a process without this package
                return None
            return by_value(cls, value)

        def __dir__(self):
            list(self.__class__)
            return sorted({*super().__dir__()} - {"__getattr__"})

    globals()["LazyStrEnum"] = _LazyStrEnum
