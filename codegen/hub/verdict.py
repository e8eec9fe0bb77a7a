"""The Hub's verdict on one repo id."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .facts import Facts


class Status(StrEnum):
    """The status of an id."""

    OK = "ok"
    """A repo with exactly this id exists."""
    GATED = "gated"
    """The repo exists; its files require an agreement or an approval."""
    PRIVATE = "private"
    """The repo exists; only members can see it."""
    WRONG_CASE = "wrong case"
    """The repo exists in another letter case. A cache or a mirror may not find it."""
    RENAMED = "renamed"
    """The Hub redirects to another id."""
    TAKEN_OVER = "taken over"
    """The id leads to another repository than the one in the lock."""
    DISABLED = "disabled"
    """The repo exists, and the Hub has disabled it."""
    MISSING = "missing"
    """The repo does not exist or is private; the Hub does not say which."""
    UNKNOWN = "unknown"
    """The Hub could not be asked, or gave no answer."""


FINDINGS = frozenset(
    {Status.WRONG_CASE, Status.RENAMED, Status.TAKEN_OVER, Status.DISABLED, Status.MISSING}
)
"""The statuses of ids that a definition has to change."""


OTHER_REPO = frozenset({Status.MISSING, Status.TAKEN_OVER, Status.UNKNOWN})
"""The statuses of ids that lead to no repo or to another one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What is known about one id. None is what the Hub did not say."""

    status: Status
    """Its status."""
    canonical: str | None = None
    """The repo's id on the Hub; another one if it was renamed or misspelled."""
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
    """The day of the repo's creation, in UTC."""
    last_modified: date | None = None
    """The day of its last commit, in UTC."""
    facts: Facts | None = None
    """The content of the repo; None if the Hub was not asked, or the answer is incomplete."""
    reason: str = ""
    """The reason if it is unknown, or a note such as "no token sent"."""

    @property
    def lacks_facts(self) -> bool:
        """Whether the facts of an existing repo are still unknown."""
        return self.facts is None and self.status not in (Status.MISSING, Status.UNKNOWN)
