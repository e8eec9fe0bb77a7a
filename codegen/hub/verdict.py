"""What the Hub says about one repo id, as a value."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .facts import Facts


class Status(StrEnum):
    """What became of an id."""

    OK = "ok"
    """A repo of exactly this id exists."""
    GATED = "gated"
    """The same, but its files need an agreement or an approval."""
    PRIVATE = "private"
    """The same, but only members can see it."""
    WRONG_CASE = "wrong case"
    """A repo exists, spelled in other letter case. A cache or a mirror may not find it."""
    RENAMED = "renamed"
    """The Hub redirects to another id."""
    TAKEN_OVER = "taken over"
    """The id answers with another repository than the lock remembers."""
    DISABLED = "disabled"
    """The repo exists, and the Hub has disabled it."""
    MISSING = "missing"
    """There is none, or none that may be seen: the Hub does not tell these apart."""
    UNKNOWN = "unknown"
    """The Hub could not be asked, or did not say."""


FINDINGS = frozenset(
    {Status.WRONG_CASE, Status.RENAMED, Status.TAKEN_OVER, Status.DISABLED, Status.MISSING}
)
"""What makes a declared id a wrong one."""


OTHER_REPO = frozenset({Status.MISSING, Status.TAKEN_OVER, Status.UNKNOWN})
"""What leads to no repo, or to another than the one that is declared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What is known about one id. None is what the Hub did not say."""

    status: Status
    """What became of the id."""
    canonical: str | None = None
    """The id that the Hub gives the repo: another one if it was renamed or wrongly spelled."""
    hub_id: str | None = None
    """The Hub's own key of the repo (`_id`), which a rename keeps."""
    gated: str | None = None
    """"auto" or "manual", "yes" if the Hub says neither; None if the repo is open or unknown."""
    is_private: bool = False
    """Whether only members can see the repo."""
    is_disabled: bool = False
    """Whether the Hub has disabled the repo."""
    license: str | None = None
    """The license as the model card states it: "llama3.1"."""
    created: date | None = None
    """The day the repo was made, in UTC."""
    last_modified: date | None = None
    """The day of its last commit, in UTC."""
    facts: Facts | None = None
    """What the repo holds; None if the Hub was not asked, or did not answer in full."""
    reason: str = ""
    """Why it is unknown, or a note, for instance that no token was sent."""

    @property
    def lacks_facts(self) -> bool:
        """Whether there is a repo whose facts are still to be asked for."""
        return self.facts is None and self.status not in (Status.MISSING, Status.UNKNOWN)
