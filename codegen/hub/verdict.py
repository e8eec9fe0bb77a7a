"""What the Hub says of one repo id, as a value. Knows nothing of how it was asked."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Kind(StrEnum):
    """What is the matter with an id."""

    OK = "ok"
    """There is a repo of exactly this id."""
    GATED = "gated"
    """The same, and its files are only for those who agree to terms or are let in."""
    WRONG_CASE = "wrong case"
    """There is one, spelled with other letters large or small. A cache or a mirror minds."""
    RENAMED = "renamed"
    """The Hub leads on to another id."""
    DISABLED = "disabled"
    """The repo is there, and the Hub has shut it."""
    MISSING = "missing"
    """There is none, or none that the asker may know of: the Hub does not tell these apart."""
    UNKNOWN = "unknown"
    """The Hub could not be asked, or did not say."""


FINDINGS = frozenset({Kind.WRONG_CASE, Kind.RENAMED, Kind.DISABLED, Kind.MISSING})
"""The kinds that make a declared id a wrong one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What was found out about one id. None is what the Hub did not say."""

    kind: Kind
    canonical: str | None = None
    """The id that the Hub gives the repo: another one if it was renamed or wrongly spelled."""
    hub_id: str | None = None
    """The Hub's own key of the repo (`_id`), which a rename leaves as it is."""
    is_other: bool = False
    """Whether this is another repo than the one that had this id when it was last recorded."""
    gated: str | None = None
    """"auto" or "manual"; None for a repo that is open to all, or where the Hub did not say."""
    license: str | None = None
    """The license as the model card states it: "llama3.1"."""
    created: date | None = None
    """The day the repo was made, in UTC."""
    last_modified: date | None = None
    """The day of its last commit, in UTC."""
    reason: str = ""
    """Why it is unknown; or what there is to add, such as that no token was sent."""
