"""Constants that carry the name of the uploader."""

import re
from dataclasses import dataclass

_TEMPLATE = re.compile(r"[A-Z0-9_]*\{(?:name|owner)\}[A-Z0-9_]*(?:\{(?:name|owner)\}[A-Z0-9_]*)?")


@dataclass(frozen=True, slots=True)
class ConstantTemplates:
    """How a project names the constants of uploads: `{name}`, with or without `{owner}`.

    A name depends on its own uploader and on these templates, never on what else is declared, so
    a second uploader renames nothing.
    """

    uploader: str = ""
    """The project's own uploader."""
    own: str = "{name}"
    """The template for the project's own uploader."""
    others: str = "{name}"
    """The template for every other uploader."""

    def apply(self, name: str, uploader: str) -> str:
        """The constant of an upload, given the one that is made of its repo name.

        >>> ConstantTemplates("acme", others="{owner}_{name}").apply("TINY_1B", "lmstudio-ai")
        'LMSTUDIO_AI_TINY_1B'
        """
        template = self.own if uploader == self.uploader else self.others
        if template == "{name}":
            return name
        owner = re.sub(r"[^A-Z0-9]+", "_", uploader.upper()).strip("_")
        text = template.replace("{owner}", owner).replace("{name}", name)
        text = re.sub(r"_+", "_", text).strip("_")
        return text if text[:1].isalpha() else f"MODEL_{text}"


PLAIN = ConstantTemplates()
"""No uploader in any name."""


def is_constant_template(text: str) -> bool:
    """Whether a text can be a template: `{name}` once, `{owner}` at most once, capitals."""
    return _TEMPLATE.fullmatch(text) is not None and text.count("{name}") == 1
