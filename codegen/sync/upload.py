"""What `sync` knows of an upload: its id, and what the Hub's tags say it was made from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Upload:
    """A repo of an uploader, as a listing has it."""

    repo_id: str
    tags: tuple[str, ...] = ()
    created: str = ""
    """The day it was made, "2026-11-25"; "" where the listing does not say."""

    @property
    def owner(self) -> str:
        """The namespace."""
        return self.repo_id.partition("/")[0]

    @property
    def name(self) -> str:
        """The repo name."""
        return self.repo_id.partition("/")[2]

    @property
    def bases(self) -> tuple[str, ...]:
        """The repos of others that it is made from: what it quantises, where the tags say so."""
        stated = [tag.split(":")[1:] for tag in self.tags if tag.startswith("base_model:")]
        quantised = [rest[1] for rest in stated if len(rest) == 2 and rest[0] == "quantized"]
        bases = quantised or [rest[-1] for rest in stated]
        foreign = [base for base in bases if "/" in base and not base.startswith(f"{self.owner}/")]
        return tuple(dict.fromkeys(foreign))
