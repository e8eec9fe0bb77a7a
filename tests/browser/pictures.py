"""The pictures in docs/catalog.md: `python -m tests.browser.pictures`."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from .chromium import NAMES, chromium
from .tab import find_program

ROOT = Path(__file__).parents[2]
IMAGES = ROOT / "docs" / "images"
SAMPLE = Path(__file__).parent / "sample"


def write_page(project: Path, folder: Path) -> str:
    """Run the command that the docs show in a project; give back the address of the page."""
    command = [sys.executable, "-m", "codegen", "catalog", "--output", str(folder)]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    subprocess.run(command, cwd=project, env=environment, check=True)
    return (folder / "catalog.html").as_uri()


def main() -> None:
    """Take the pictures of the page of the sample, and one of this project's own."""
    program = find_program(NAMES)
    if program is None:
        raise SystemExit("no Chromium on the path")
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        sample = write_page(SAMPLE, Path(folder) / "sample")
        own = write_page(ROOT, Path(folder) / "own")
        with chromium(program, Path(folder) / "profile") as tab:
            tab.size(1280, 720)
            tab.goto(f"{sample}#q=llama")
            tab.picture(IMAGES / "catalog.png")
            tab.prefer("dark")
            tab.goto(f"{own}#family=gemma&quant=GGUF")
            tab.picture(IMAGES / "catalog-dark.png")
            tab.prefer("light")
            tab.size(360, 720, phone=True)
            tab.goto(f"{sample}#q=qwen3+8b")
            tab.picture(IMAGES / "catalog-phone.png")


if __name__ == "__main__":
    main()
