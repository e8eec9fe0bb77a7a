"""Made-up families, as many models as wanted, that look like real ones."""

from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path

from codegen.models.expand import read
from codegen.models.model import Family, Model
from codegen.problem import Where
from codegen.project.config import find_config
from codegen.schema import BNB, FP8, GGUF, NONE, UNSLOTH

_SIZES = ("0.5B", "1.5B", "3B", "7B", "14B", "32B", "72B", "30B-A3B")
_TAGS = (None, "Instruct", "Thinking")
_QUANTS = (NONE, BNB, UNSLOTH, GGUF, FP8)


def families(members: int) -> tuple[Family, ...]:
    """Families with this number of members in all."""
    by_family: dict[str, list[Model]] = {}
    for model in islice(_models(), members):
        by_family.setdefault(model.family, []).append(model)
    return tuple(
        Family(stem=stem, summary=f"{stem.title()}, by nobody.", models=tuple(models))
        for stem, models in by_family.items()
    )


def real_families() -> tuple[Family, ...]:
    """What the definitions of this repository declare."""
    return read(*find_config(Path(__file__)).folders)


def _models() -> Iterator[Model]:
    for number in count(10):
        for size in _SIZES:
            for tag in _TAGS:
                yield from _uploads(f"{number // 10}.{number % 10}", size, tag)


def _uploads(version: str, size: str, tag: str | None) -> Iterator[Model]:
    name = "-".join(filter(None, ("Mistrallama", version, size, tag)))
    constant = name.upper().replace("-", "_").replace(".", "_")
    uploads = [(quant, "unsloth", "" if quant == NONE else quant.name) for quant in _QUANTS]
    for quant, org, suffix in [*uploads, (NONE, "mistrallama-ai", "ORIGINAL")]:
        is_original = suffix == "ORIGINAL"
        yield Model(
            constant="_".join(filter(None, (constant, suffix))),
            repo_id=f"{org}/{'-'.join(filter(None, (name, quant.tag)))}",
            family=f"mistrallama_{version.partition('.')[0]}",
            base_name="Mistrallama",
            series="Mistrallama",
            version=version,
            size=size,
            instruct_tag=tag,
            modifier=None,
            quant_type=quant,
            is_multimodal=size == "7B",
            modality="vision" if size == "7B" else "text",
            original=None if is_original else f"mistrallama-ai/{name}",
            is_original=is_original,
            is_mirror=False,
            stem=f"{org}/{name}",
            parameters=int(float(size.partition("B")[0]) * 10**9),
            active_parameters=3 * 10**9 if "A3B" in size else None,
            summary=None,
            where=Where(Path("definitions/synthetic.py"), 1),
        )
