"""The quantizations of `QuantType`: which, in which order, with which tag."""

from pathlib import Path

from codegen.load.extends import Folder
from codegen.models.expand import read
from codegen.models.quants import used_quants

FAMILY = '''"""Tiny, by Acme."""

from hubenum.schema import AWQ, MLX_4BIT, ModelMeta, Quant

ZIP = Quant("ZIP", "zip", "Zipped: acme-serve")
EXQ4 = Quant("EXQ4", "exq4", "Our 4-bit format: acme-serve")
TINY = ModelMeta(
    org="acme",
    base_name="{name}",
    model_sizes={sizes},
    quant_types=[ZIP, EXQ4, MLX_4BIT.tagged("{tag}"), AWQ],
    original=None,
)
'''


def test_built_in_ones_come_first_and_the_tag_is_that_of_most_models(tmp_path: Path) -> None:
    for name, sizes, tag in (("a", ["1B", "2B"], "4bit"), ("b", ["1B"], "MLX-4bit")):
        (tmp_path / f"{name}.py").write_text(FAMILY.format(name=name, sizes=sizes, tag=tag))
    quants = used_quants(read(Folder(tmp_path, "acme")))
    assert [(quant.name, quant.tag) for quant in quants] == [
        ("NONE", ""),
        ("AWQ", "AWQ"),
        ("MLX_4BIT", "4bit"),
        ("EXQ4", "exq4"),
        ("ZIP", "zip"),
    ]
