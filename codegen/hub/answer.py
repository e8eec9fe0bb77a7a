"""From what huggingface_hub returns or raises to a verdict: the Hub's habits, in one place."""

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING
from urllib.parse import unquote

from huggingface_hub.errors import DisabledRepoError, GatedRepoError, HfHubHTTPError

from .verdict import Kind, Verdict

if TYPE_CHECKING:
    from huggingface_hub import ModelInfo
    from huggingface_hub.hf_api import ExpandModelProperty_T

EXPAND: "list[ExpandModelProperty_T]" = ["createdAt", "disabled", "gated", "lastModified", "tags"]
"""The properties that a verdict needs."""

_ROUTE = "/api/models/"


def from_info(repo_id: str, info: "ModelInfo") -> Verdict:
    """The verdict on an id for which the Hub shows a repo, of whatever id."""
    licenses = (t.removeprefix("license:") for t in info.tags or () if t.startswith("license:"))
    return Verdict(
        kind=_kind(repo_id, info),
        canonical=info.id,
        hub_id=getattr(info, "_id", None),  # what the library has no name for stays as it came
        gated=info.gated or None,
        license=next(licenses, None),
        created=_day(info.created_at),
        last_modified=_day(info.last_modified),
    )


def _kind(repo_id: str, info: "ModelInfo") -> Kind:
    if info.id.casefold() != repo_id.casefold():
        return Kind.RENAMED
    if info.id != repo_id:
        return Kind.WRONG_CASE
    if info.disabled:
        return Kind.DISABLED
    return Kind.GATED if info.gated else Kind.OK


def from_error(repo_id: str, error: Exception, *, has_token: bool) -> Verdict | None:
    """The verdict on an id that the Hub refuses; None where that says nothing of the id.

    Without a token the Hub answers 401 for what is not there, and with one 404; both for private
    repos too. Goes by the status, since the library sees a missing repo in a 401 only over https.
    """
    if not isinstance(error, HfHubHTTPError):
        return None
    name = unquote(error.response.url.path.partition(_ROUTE)[2])
    moved = name if name and name.casefold() != repo_id.casefold() else ""
    if isinstance(error, GatedRepoError):
        kind = Kind.RENAMED if moved else Kind.GATED
        return Verdict(kind=kind, canonical=moved or repo_id)
    if isinstance(error, DisabledRepoError):
        kind = Kind.RENAMED if moved else Kind.DISABLED
        reason = "disabled" if moved else ""
        return Verdict(kind=kind, canonical=moved or repo_id, reason=reason)
    headers = error.response.headers
    is_page = headers.get("Content-Type", "").startswith("text/html")
    is_missing = headers.get("X-Error-Code") == "RepoNotFound"
    if not is_missing and (error.response.status_code != 401 or is_page):
        return None  # any server has a 404, and a page for people is no answer of the Hub's
    reasons = [] if has_token else ["no token sent"]
    reasons += [f"leads to {moved}"] if moved else []
    return Verdict(kind=Kind.MISSING, reason="; ".join(reasons))


def _day(moment: datetime | None) -> date | None:
    return moment.astimezone(UTC).date() if moment else None
