"""`sync` in a project of somebody else: two uploaders, `hubenum.schema`, a tag that it set once."""

from tests.hub_server.server import Hub

from .conftest import Folder

FAMILY = '''"""Tiny, by Acme."""

from hubenum.schema import GGUF, {names}

TINY_{owner} = ModelMeta(
    org="acme",
    base_name="Tiny",
    quant_types=[GGUF{quants}],
    original=None,
    uploader="{owner}",
)
'''


def test_uploads_of_two_uploaders_are_declared(acme: Folder, hub: Hub) -> None:
    assert acme.run("init", "--uploader", "acme").code == 0
    folder = acme.root / "acme_models" / "definitions"
    (folder / "example.py").unlink()
    own = FAMILY.format(owner="acme", names="MLX_4BIT, ModelMeta", quants="")
    tagged = 'MLX_4BIT = MLX_4BIT.tagged("4bit")\nTINY_acme'
    (folder / "tiny.py").write_text(own.replace("TINY_acme", tagged))
    others = FAMILY.format(owner="globex", names="ModelMeta", quants="")
    (folder / "globex.py").write_text(others)
    for name in ("acme/Tiny-GGUF", "acme/Tiny-4bit", "globex/Tiny-GGUF", "globex/Tiny-AWQ"):
        hub.add(name)
    done = acme.run("sync", "--write")
    assert done.code == 0, done
    assert "quant_types=[GGUF, MLX_4BIT]" in (folder / "tiny.py").read_text()
    expected = FAMILY.format(owner="globex", names="ModelMeta", quants=", AWQ")
    assert (folder / "globex.py").read_text() == expected.replace("GGUF, M", "AWQ, GGUF, M")
    assert acme.run("sync").out == "Definitions and uploads agree.\n"
