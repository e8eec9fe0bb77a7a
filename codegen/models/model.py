"""What a definition expands to: one record per repo, the input of everything downstream."""

from dataclasses import dataclass, field

from ..problem import Where
from ..schema import Quant, Retired


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """One repo on the Hub."""

    constant: str
    """Its name in `Models`: "LLAMA_3_1_8B_INSTRUCT_BNB"."""
    repo_id: str
    """Its exact path: "unsloth/Llama-3.1-8B-Instruct-bnb-4bit"."""
    family: str
    """The definition file's name without `.py`: "llama"."""
    base_name: str
    """The line of models: "Llama"."""
    series: str
    """What the name says beside version, size and tag: "Qwen-VL"; keeps lines of one version
    apart when models are ordered."""
    version: str | None
    """"3.1", or None."""
    size: str | None
    """"8B" as written in the repo name, or None."""
    instruct_tag: str | None
    """"Instruct", or None."""
    modifier: str | None
    """"128K", or None."""
    quant_type: Quant
    """The quantisation; NONE for an unquantised one."""
    is_multimodal: bool
    """Whether it takes or gives more than text."""
    modality: str
    """What it is for: "text", "vision", "code" and so on."""
    original: str | None
    """The repo id of the unquantised upstream repo; None where there is none or this is it."""
    is_original: bool
    """Whether this is a repo of the upstream publisher."""
    is_mirror: bool
    """Whether this is a copy of the original that another publisher holds."""
    stem: str
    """The repo id without modifier and quant tag: what all quantisations of a model share, but for
    letter case."""
    parameters: int | None
    """Total number of parameters, where the size says it."""
    active_parameters: int | None
    """Parameters used per token, where the size says it."""
    summary: str | None
    """One line on the model."""
    where: Where = field(compare=False)
    """The definition it comes from."""

    @property
    def org(self) -> str:
        """The namespace of the repo: "unsloth"."""
        return self.repo_id.partition("/")[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """A publisher's line of models: one definition file, expanded."""

    stem: str
    """The definition file's name without `.py`: "llama"; `Family.LLAMA` in the output."""
    summary: str
    """The first line of the file's docstring: "Llama, by Meta."."""
    models: tuple[Model, ...]
    """Its models, sorted by version, line, size, tag, modifier, original last, quantisation.
    None at all if the whole family is retired: the file stays, for its summary and RETIRED."""
    retired: tuple[Retired, ...] = ()
    """Names that its models had, in the order of the file."""
