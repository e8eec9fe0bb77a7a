"""Constants that carry the name of the uploader."""

import pytest

from codegen.names.owner import ConstantTemplates, is_constant_template


@pytest.mark.parametrize(
    ("text", "is_template"),
    [
        ("{name}", True),
        ("ACME_{name}", True),
        ("{owner}_{name}", True),
        ("{name}_BY_{owner}", True),
        ("ACME", False),
        ("{owner}", False),
        ("{owner}_{owner}", False),
        ("{name}_{name}", False),
        ("{NAME}", False),
        ("{name}-x", False),
        ("{name}{", False),
        ("", False),
    ],
)
def test_what_can_be_a_template(text: str, is_template: bool) -> None:
    assert is_constant_template(text) is is_template


@pytest.mark.parametrize(
    ("template", "uploader", "constant"),
    [
        ("{name}", "lmstudio-ai", "TINY_1B"),
        ("{owner}_{name}", "lmstudio-ai", "LMSTUDIO_AI_TINY_1B"),
        ("{name}_{owner}", "01-ai", "TINY_1B_01_AI"),
        ("{owner}_{name}", "01-ai", "MODEL_01_AI_TINY_1B"),
        ("{owner}__{name}", "a.b", "A_B_TINY_1B"),
        ("{owner}_{name}", "_me_", "ME_TINY_1B"),
        ("{owner}_{name}", "acme", "TINY_1B"),
        ("{owner}_{name}", "xai", "XAI_TINY_1B"),
        ("_{name}_", "xai", "TINY_1B"),
    ],
)
def test_the_constants_of_another_uploader(template: str, uploader: str, constant: str) -> None:
    templates = ConstantTemplates("acme", others=template)
    assert templates.apply("TINY_1B", uploader) == constant


def test_the_constants_of_the_own_uploader() -> None:
    templates = ConstantTemplates("acme", own="ACME_{name}")
    assert templates.apply("TINY_1B", "acme") == "ACME_TINY_1B"
    assert templates.apply("TINY_1B", "other") == "TINY_1B"
