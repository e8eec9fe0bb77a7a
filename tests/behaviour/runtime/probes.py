"""What can be seen of an enum, one function a sight. Each runs first thing in a fresh interpreter,
on `generated.Models` and on a StrEnum of the same members; both must show the same.

Run by `test_conformance.py`. Standard library only: the interpreter has nothing else.
"""

import sys

NAME = "LLAMA_3_1_8B_INSTRUCT_BNB"
OTHER = "LLAMA_3_1_8B"
VALUE = "unsloth/Llama-3.1-8B-Instruct-bnb-4bit"
OURS = {
    *("context_length", "date", "is_base", "is_chat", "is_former", "is_moe", "license", "line"),
    *("active_parameters", "base_name", "family", "hub_url", "instruct_tag", "is_multimodal"),
    *(
        "is_mirror",
        "is_original",
        "modality",
        "modifier",
        "org",
        "original",
        "parameters",
        "quant_type",
        "size",
    ),
    *("file", "files", "is_gated", "ref", "revision", "revisions"),
    *("_repr_html_", "summary", "unquantized", "variants", "version", "with_quant"),
}
"""The attributes that a member of ours has and that of a StrEnum has not."""


def outcome(action, *arguments):
    """What an action gives, or the type and text of what it raises."""
    try:
        return action(*arguments)
    except Exception as error:
        return type(error).__name__, str(error)


def iteration(Models):
    return [(m.name, m.value) for m in Models]


def length(Models):
    return len(Models)


def truth(Models):
    return bool(Models), bool(Models[NAME])


def backwards(Models):
    return [m.name for m in reversed(Models)]


def member_in(Models):
    return getattr(Models, NAME) in Models


def value_in(Models):
    import warnings

    warnings.simplefilter("ignore")
    values = (VALUE, "nope", "", None, 3, [])
    return [str(outcome(lambda v: v in Models, value))[:12] for value in values]


def by_name(Models):
    return Models[NAME].value, Models[NAME] is getattr(Models, NAME), Models[NAME] is Models[NAME]


def by_value(Models):
    return Models(VALUE).name, Models(VALUE) is getattr(Models, NAME)


def by_member(Models):
    return Models(Models[NAME]) is Models[NAME]


def by_attribute(Models):
    return getattr(Models, NAME).name, getattr(Models, NAME) is Models(VALUE)


def directory(Models):
    return dir(Models)


def directory_of_member(Models):
    return sorted(set(dir(getattr(Models, NAME))) - OURS)


def members(Models):
    members = Models.__members__
    return type(members).__name__, [(name, m.name, m.value) for name, m in members.items()]


def members_are_read_only(Models):
    return outcome(lambda: Models.__members__.update({})), outcome(
        lambda: Models.__members__.__setitem__("X", 1)
    )


def member_map(Models):
    return type(Models._member_map_).__name__, [*Models._member_map_], NAME in Models._member_map_


def member_names(Models):
    return type(Models._member_names_).__name__, Models._member_names_


def value_map(Models):
    map_ = Models._value2member_map_
    return type(map_).__name__, [*map_], map_[VALUE].name


def maps_stay_the_same(Models):
    first = Models._member_map_
    list(Models)
    return first is Models._member_map_, Models._member_names_ is Models._member_names_


def maps_agree(Models):
    one = getattr(Models, NAME)
    return one is Models._member_map_[NAME], one is Models._value2member_map_[VALUE]


def state(Models):
    list(Models)
    return sorted(vars(Models)), Models._member_type_.__name__, Models._use_args_


def of_a_member(Models):
    member = getattr(Models, NAME)
    found = {key: value for key, value in vars(member).items() if key != "__objclass__"}
    return list(vars(member)), found, member.__objclass__ is Models


def sort_order(Models):
    one = getattr(Models, NAME)
    return one._sort_order_, [m._sort_order_ for m in Models]


def pickles(Models):
    import pickle

    member = getattr(Models, NAME)
    return [
        pickle.loads(pickle.dumps(member, protocol)) is member
        for protocol in range(pickle.HIGHEST_PROTOCOL + 1)
    ]


def pickles_the_class(Models):
    import pickle

    return pickle.loads(pickle.dumps(Models)) is Models


def copies(Models):
    import copy

    member = getattr(Models, NAME)
    return (
        copy.copy(member) is member,
        copy.deepcopy(member) is member,
        [m is member for m in copy.deepcopy([member, member])],
    )


def hashes(Models):
    member = getattr(Models, NAME)
    return hash(member) == hash(NAME), {member: 1}.get(VALUE), member in {member}, member in [VALUE]


def equality(Models):
    member = getattr(Models, NAME)
    return member == VALUE, member == VALUE, member != VALUE, member == NAME, member > "a"


def text(Models):
    member = getattr(Models, NAME)
    return str(member), f"{member}", f"{member:>50}", "%s" % member, f"{member}"  # noqa: UP031


def joined(Models):
    member = getattr(Models, NAME)
    return "/".join([member]), member + "!", "<" + member, member.upper(), member.split("/")


def as_json(Models):
    import json

    member = getattr(Models, NAME)
    return json.dumps(member), json.dumps({member: [member]})


def representation(Models):
    return repr(Models), repr(getattr(Models, NAME)), str(Models)


def name_and_value(Models):
    member = getattr(Models, NAME)
    return member.name, member.value, type(member.value).__name__, type(member.name).__name__


def name_is_read_only(Models):
    member = getattr(Models, NAME)
    return [outcome(setattr, member, field, "x") for field in ("name", "value")]


def kinds(Models):
    import enum

    member = getattr(Models, NAME)
    classes = (str, enum.Enum, enum.StrEnum, enum.ReprEnum, Models)
    return (
        [isinstance(member, kind) for kind in classes],
        [issubclass(Models, kind) for kind in classes],
        isinstance(Models, enum.EnumType),
        Models.__name__,
        Models.__qualname__,
        Models.__doc__,
    )


def no_set_before(Models):
    return outcome(setattr, Models, NAME, "x"), getattr(Models, NAME).value


def no_set_after(Models):
    getattr(Models, NAME)
    return outcome(setattr, Models, NAME, "x"), getattr(Models, NAME).value


def no_delete_before(Models):
    return outcome(delattr, Models, NAME), getattr(Models, NAME).value


def no_delete_after(Models):
    getattr(Models, NAME)
    return outcome(delattr, Models, NAME), getattr(Models, NAME).value


def other_attributes(Models):
    Models.extra = 1
    found = Models.extra
    del Models.extra
    return found, hasattr(Models, "extra"), outcome(delattr, Models, "extra")


def no_subclass(Models):
    def make():
        class Sub(Models):
            X = "x"

    return outcome(make)


def unknown_attribute(Models):
    def error(name):
        try:
            return getattr(Models, name)
        except AttributeError as error:
            return repr(name)[1:-1] in str(error)

    return [error(name) for name in ("NOPE", "nope", "__nope__", "_nope_")]


def unknown_attribute_of_member(Models):
    member = getattr(Models, NAME)
    return outcome(getattr, member, "nope"), hasattr(member, "__nope__")


def unknown_name(Models):
    def error(name):
        try:
            return Models[name]
        except KeyError as error:
            return repr(name) in str(error)

    return [error("NOPE"), error(VALUE), error(None), error(3)]


def unknown_value(Models):
    found = [outcome(Models, value) for value in ("nope", "", 3, None, [])]
    return [(kind in ("ValueError", "UnknownValueError"), said[:25]) for kind, said in found]


def member_of_member(Models):
    return getattr(getattr(Models, NAME), OTHER).name


def inspected(Models):
    import inspect

    found = inspect.getmembers(Models, lambda thing: isinstance(thing, str))
    return [(name, str(thing)) for name, thing in found if name not in ("__doc__", "__module__")]


def documented(Models):
    import pydoc

    lines = pydoc.plain(pydoc.render_doc(Models)).splitlines()
    return [line for line in lines if f" {NAME} = " in line]


def signature(Models):
    import inspect

    return str(inspect.signature(Models))


def matched(Models):
    match getattr(Models, NAME):
        case Models.LLAMA_3_1_8B:
            return "wrong"
        case Models.LLAMA_3_1_8B_INSTRUCT_BNB:
            return "right"


def matched_by_text(Models):
    match VALUE:
        case Models.LLAMA_3_1_8B_INSTRUCT_BNB:
            return "right"


def many_single_ones(Models):
    names = [*vars(sys.modules["plain"].Models)["_member_names_"]]
    singly = [getattr(Models, name) for name in reversed(names)]
    return [m.name for m in singly], [m is n for m, n in zip(Models, reversed(singly), strict=True)]


def functional_use_refused(Models):
    return outcome(lambda: Models("New", names=["A", "B"]))[0]


def unique_and_verified(Models):
    import enum

    return enum.unique(Models) is Models, enum.verify(enum.UNIQUE)(Models) is Models


def weak_references(Models):
    import weakref

    return outcome(lambda: weakref.ref(Models)() is Models)


def sorts(Models):
    return [str(m) for m in sorted(Models)], min(Models).name
