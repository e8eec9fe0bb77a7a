"""Every change from one output to another, with all that a report says of it."""

from codegen.history.compare import Bump, ChangeKind, NameChange, bump_of, compare
from codegen.history.snapshot import Member, Output, Retirements


def output(
    models: dict[str, str],
    *,
    families: dict[str, str] | None = None,
    quants: dict[str, str] | None = None,
    retired: dict[str, Retirements] | None = None,
    metadata: str = "",
) -> Output:
    enums = {"Models": models, "Family": families or {}, "QuantType": quants or {}}
    members = {
        enum: {name: Member(value.partition(" ")[0], value) for name, value in values.items()}
        for enum, values in enums.items()
    }
    return Output(members, retired or {}, metadata)


TINY = {"TINY_1B": "me/Tiny-1B"}


def test_nothing() -> None:
    assert compare(output(TINY), output(TINY)) == []
    assert bump_of([]) is Bump.NONE


def test_added() -> None:
    changes = compare(output({}), output(TINY))
    assert changes == [NameChange(kind=ChangeKind.ADDED, name="TINY_1B", new="me/Tiny-1B")]
    assert bump_of(changes) is Bump.MINOR


def test_removed() -> None:
    changes = compare(output(TINY), output({}))
    assert changes == [
        NameChange(kind=ChangeKind.REMOVED, name="TINY_1B", old="me/Tiny-1B", is_breaking=True)
    ]
    assert bump_of(changes) is Bump.MAJOR


def test_renamed_without_a_retirement() -> None:
    changes = compare(output(TINY), output({"TINY_1B_BASE": "me/Tiny-1B"}))
    assert changes == [
        NameChange(
            kind=ChangeKind.RENAMED,
            name="TINY_1B",
            old="me/Tiny-1B",
            to="TINY_1B_BASE",
            is_breaking=True,
        )
    ]


def test_renamed_with_a_retirement() -> None:
    retired = {"Models": {("TINY_1B", "me/Tiny-1B"): ("clearer", "TINY_1B_BASE")}}
    changes = compare(output(TINY), output({"TINY_1B_BASE": "me/Tiny-1B"}, retired=retired))
    assert changes == [
        NameChange(
            kind=ChangeKind.RENAMED,
            name="TINY_1B",
            old="me/Tiny-1B",
            new="me/Tiny-1B",
            to="TINY_1B_BASE",
            why="clearer",
        )
    ]
    assert bump_of(changes) is Bump.MINOR


def test_retired_for_another_model() -> None:
    retired = {"Models": {("TINY_1B", "me/Tiny-1B"): ("withdrawn", "TINY_2B")}}
    changes = compare(output(TINY), output({"TINY_2B": "me/Tiny-2B"}, retired=retired))
    assert changes == [
        NameChange(
            kind=ChangeKind.RETIRED,
            name="TINY_1B",
            old="me/Tiny-1B",
            new="me/Tiny-2B",
            to="TINY_2B",
            why="withdrawn",
        ),
        NameChange(kind=ChangeKind.ADDED, name="TINY_2B", new="me/Tiny-2B"),
    ]


def test_retired_for_a_name_that_is_not_there() -> None:
    retired = {"Models": {("TINY_1B", "me/Tiny-1B"): ("withdrawn", "TINY_2B")}}
    assert compare(output(TINY), output({}, retired=retired)) == [
        NameChange(
            kind=ChangeKind.RETIRED,
            name="TINY_1B",
            old="me/Tiny-1B",
            to="TINY_2B",
            why="withdrawn",
        )
    ]


def test_another_value() -> None:
    changes = compare(output(TINY), output({"TINY_1B": "me/tiny-1b"}))
    assert changes == [
        NameChange(
            kind=ChangeKind.VALUE_CHANGED,
            name="TINY_1B",
            old="me/Tiny-1B",
            new="me/tiny-1b",
            is_breaking=True,
        )
    ]


def test_another_value_and_the_old_one_is_retired_in_favor_of_this_name() -> None:
    retired = {"Models": {("TINY_1B", "me/Tiny-1B"): ("renamed on the Hub", "TINY_1B")}}
    changes = compare(output(TINY), output({"TINY_1B": "me/tiny-1b"}, retired=retired))
    assert changes == [
        NameChange(
            kind=ChangeKind.VALUE_CHANGED, name="TINY_1B", old="me/Tiny-1B", new="me/tiny-1b"
        )
    ]
    assert bump_of(changes) is Bump.MINOR


def test_another_value_while_the_old_one_has_another_name() -> None:
    after = {"TINY_1B": "me/tiny-1b", "TINY_OLD": "me/Tiny-1B"}
    assert compare(output(TINY), output(after)) == [
        NameChange(
            kind=ChangeKind.VALUE_CHANGED,
            name="TINY_1B",
            old="me/Tiny-1B",
            new="me/tiny-1b",
            to="TINY_OLD",
            is_breaking=True,
        ),
        NameChange(kind=ChangeKind.ADDED, name="TINY_OLD", new="me/Tiny-1B"),
    ]


def test_other_metadata() -> None:
    before = 'ROWS = {"TINY_1B": {"repo_id": "me/Tiny-1B", "size": "1B", "license": "mit"}}'
    after = 'ROWS = {"TINY_1B": {"repo_id": "me/Tiny-1B", "size": "1.0B", "license": "mit"}}'
    changes = compare(output(TINY, metadata=before), output(TINY, metadata=after))
    assert changes == [
        NameChange(
            kind=ChangeKind.METADATA_CHANGED,
            name="TINY_1B",
            old="me/Tiny-1B",
            new="me/Tiny-1B",
            fields={"size": ("1B", "1.0B")},
        )
    ]
    assert bump_of(changes) is Bump.PATCH


def test_a_retirement_that_is_dropped() -> None:
    retired: dict[str, Retirements] = {
        "Models": {
            ("GONE_1B", "me/Gone-1B"): ("withdrawn", None),
            ("OLD_1B", "me/Old-1B"): ("renamed", "TINY_1B"),
        }
    }
    changes = compare(output(TINY, retired=retired), output(TINY))
    assert changes == [
        NameChange(kind=ChangeKind.REMOVED, name="GONE_1B", old="me/Gone-1B"),
        NameChange(kind=ChangeKind.REMOVED, name="OLD_1B", old="me/Old-1B", is_breaking=True),
    ]
    assert [change.bump for change in changes] == [Bump.PATCH, Bump.MAJOR]


def test_families_and_quantizations() -> None:
    old = output(
        {}, families={"TINY": "tiny", "BIG": "big A.", "OLD": "old"}, quants={"AWQ": "AWQ"}
    )
    new = output(
        {},
        families={"BIG": "big B.", "NEW": "new"},
        quants={"AWQ": "awq"},
        retired={"Family": {("OLD", "old"): ("All models are gone", None)}},
    )
    assert compare(old, new) == [
        NameChange(kind=ChangeKind.REMOVED, name="Family.TINY", old="tiny", is_breaking=True),
        NameChange(
            kind=ChangeKind.VALUE_CHANGED,
            name="QuantType.AWQ",
            old="AWQ",
            new="awq",
            is_breaking=True,
        ),
        NameChange(
            kind=ChangeKind.RETIRED, name="Family.OLD", old="old", why="All models are gone"
        ),
        NameChange(kind=ChangeKind.ADDED, name="Family.NEW", new="new"),
        NameChange(
            kind=ChangeKind.METADATA_CHANGED,
            name="Family.BIG",
            old="big",
            new="big",
            fields={"doc": ("big A.", "big B.")},
        ),
    ]


def test_a_quantization_under_another_name_is_removed() -> None:
    changes = compare(output({}, quants={"AWQ": "AWQ"}), output({}, quants={"AWQ4": "AWQ"}))
    assert changes == [
        NameChange(kind=ChangeKind.REMOVED, name="QuantType.AWQ", old="AWQ", is_breaking=True),
        NameChange(kind=ChangeKind.ADDED, name="QuantType.AWQ4", new="AWQ"),
    ]


def test_two_names_renamed_are_not_added() -> None:
    old = output({"A": "me/A", "B": "me/B"})
    retired = {"Models": {("A", "me/A"): ("x", "A2"), ("B", "me/B"): ("x", "B2")}}
    changes = compare(old, output({"A2": "me/A", "B2": "me/B"}, retired=retired))
    assert [(change.kind, change.name) for change in changes] == [
        (ChangeKind.RENAMED, "A"),
        (ChangeKind.RENAMED, "B"),
    ]
