"""What a definition expands to: one record per repo, the input of everything downstream."""

from dataclasses import dataclass, field

from ..names.cell import Coordinates
from ..names.gguf import GGUFFile
from ..problem import Where
from ..schema import ModelMeta, Quant, Retired


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
    """The name without version, size and tag: "Qwen-VL"; keeps lines of one version
    apart when models are ordered."""
    line: str = ""
    """The line of models, which tells Qwen2.5-VL from Qwen2.5: the repo name without size, tag,
    date and modifier."""
    version: str | None
    """The number of the version without "v" or words: "3.1", "R1"; None if there is none."""
    date: str | None = None
    """The date stamp in the name: "2507", "0528"; None if there is none."""
    size: str | None
    """"8B" as written in the repo name, or None."""
    instruct_tag: str | None
    """"Instruct" as written in the repo name; None for a name without one."""
    cell: Coordinates = (None, None, None)
    """The version, size and tag of the definition, as they are written in the repo name."""
    is_base: bool | None = None
    """Whether it is a base model; None if unknown."""
    is_chat: bool | None = None
    """Whether it is tuned to follow instructions or chat; None if unknown."""
    is_moe: bool | None = None
    """Whether it is a mixture of experts; None if unknown."""
    modifier: str | None
    """"128K", or None."""
    quant_type: Quant
    """The quantization; NONE for an unquantized one."""
    is_multimodal: bool | None
    """Whether it takes or produces more than text; None if unknown."""
    modality: str | None
    """What it is for: "text", "vision", "code" and so on; None if unknown."""
    original: str | None
    """The repo id of the unquantized upstream repo; None if there is none or this is it."""
    is_original: bool
    """Whether this is a repo of the upstream publisher."""
    is_mirror: bool
    """Whether this is a copy of the original that another publisher holds."""
    is_former: bool = False
    """Whether this is an id that the original had before its publisher renamed it."""
    stem: str
    """The repo id without modifier and quant tag: what all quantizations of a model share, but for
    letter case."""
    parameters: int | None
    """Total number of parameters, from the name, the definition or the lock; None if unknown."""
    active_parameters: int | None
    """Parameters used per token, from the name or the definition; None if unknown."""
    license: str | None = None
    """The license as the Hub names it, from the definition or the lock; None if unknown."""
    context_length: int | None = None
    """The longest context in tokens, from the definition or the lock; None if unknown."""
    is_gated: bool | None = None
    """Whether the files need an agreement or an approval, from the lock; None if unknown."""
    revision: str | None = None
    """The revision that the definition pins, or the commit in the lock."""
    revisions: tuple[str, ...] | None = None
    """The branches that hold variants, if the definition states them."""
    files: tuple[GGUFFile, ...] | None = None
    """The GGUF files of the repo, from the lock; None if unknown."""
    summary: str | None
    """One line on the model."""
    where: Where = field(compare=False)
    """Where the definition it comes from is written."""
    meta: ModelMeta | None = field(default=None, compare=False, repr=False)
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
    """Its models, sorted by version, line, size, tag, modifier, original last, quantization.
    None at all if the whole family is retired: the file stays, for its summary and RETIRED."""
    retired: tuple[Retired, ...] = ()
    """Names that its models had, in the order of the file."""
