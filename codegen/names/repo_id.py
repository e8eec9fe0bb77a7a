"""Repo ids: the Hub's rule for `owner/name`, without its client library."""

import re

_PART = r"\b[\w.-]{1,96}\b"
_REPO_ID = re.compile(f"{_PART}/{_PART}", re.ASCII)


def is_repo_id(value: object) -> bool:
    """Return whether a value is a repo id that the Hub accepts, with an owner."""
    return isinstance(value, str) and not repo_id_mistake(value)


def is_owner(text: str) -> bool:
    """Return whether a text can be a namespace on the Hub: a repo id up to its slash."""
    return is_repo_id(f"{text}/x")


def repo_id_mistake(text: str) -> str:
    """Return what is wrong with a repo id, as the end of a sentence; "" if nothing is.

    The rule is that of huggingface_hub's `validate_repo_id`, and an id needs an owner.
    """
    if text.count("/") != 1:
        return "it needs exactly one slash, between owner and name"
    if not _REPO_ID.fullmatch(text):
        return (
            "owner and name consist of letters, digits, '-', '_' and '.', at most 96 each, "
            "and neither starts nor ends with '-' or '.'"
        )
    if "--" in text or ".." in text:
        return "it cannot contain '--' or '..'"
    return "it cannot end in '.git'" if text.endswith(".git") else ""
