"""What an editor offers and shows: a language server, jedi and IPython asked as editors ask."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType, TracebackType
from typing import Any

import jedi
import pytest
from IPython.core.completer import IPCompleter, provisionalcompleter
from IPython.core.interactiveshell import InteractiveShell

from tests.commands import TOOLS

LLAMAS = ["BNB", "INSTRUCT", "INSTRUCT_BNB", "INSTRUCT_GGUF", "INSTRUCT_ORIGINAL"]
LLAMAS += ["INSTRUCT_UNSLOTH", "ORIGINAL", "UNSLOTH"]
EXPECTED = [f"LLAMA_3_1_8B_{rest}" for rest in LLAMAS]
ATTRIBUTES = {
    *("active_parameters", "base_name", "family", "hub_url", "instruct_tag", "is_mirror"),
    *("is_multimodal", "is_original", "modality", "modifier", "name", "org", "original"),
    *("parameters", "quant_type", "size", "summary", "unquantized", "value", "variants"),
    *("version", "with_quant"),
}
CODE = """\
from generated import Models

Models.LLAMA_3_1_8B_
Models.LLAMA_3_1_8B_INSTRUCT_BNB
Models.LLAMA_3_1_8B_INSTRUCT_BNB.
"""


class Server:
    """A language server that is spoken to over its pipes."""

    def __init__(self, command: list[str], root: Path) -> None:
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(command, stdin=pipe, stdout=pipe, cwd=root)
        self.root = root
        self.sent = 0

    def __enter__(self) -> "Server":
        self.ask("initialize", processId=None, rootUri=self.root.as_uri(), capabilities={})
        self.tell("initialized")
        return self

    def __exit__(
        self, kind: type | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.process.kill()
        self.process.communicate()

    def tell(self, method: str, **params: Any) -> None:
        self._send({"method": method, "params": params})

    def ask(self, method: str, **params: Any) -> Any:
        """The result of a request; what the server asks meanwhile is answered with nothing."""
        self.sent += 1
        self._send({"id": self.sent, "method": method, "params": params})
        while True:
            message = self._receive()
            if "method" in message:
                if "id" in message:
                    self._send({"id": message["id"], "result": None})
            elif message["id"] == self.sent:
                return message["result"]

    def _send(self, message: dict[str, Any]) -> None:
        assert self.process.stdin
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def _receive(self) -> Any:
        assert self.process.stdout
        length = 0
        while line := self.process.stdout.readline().strip():
            if line.lower().startswith(b"content-length:"):
                length = int(line.partition(b":")[2])
        assert length, "the server went away"
        return json.loads(self.process.stdout.read(length))


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[Server]:
    program = shutil.which("basedpyright-langserver", path=TOOLS)
    assert program, "basedpyright is not installed"
    file = folder / "edited.py"
    file.write_text(CODE)
    with Server([program, "--stdio"], folder) as server:
        document = {"uri": file.as_uri(), "languageId": "python", "version": 1, "text": CODE}
        server.tell("textDocument/didOpen", textDocument=document)
        yield server


def at(server: Server, line: int, character: int) -> dict[str, Any]:
    return {
        "textDocument": {"uri": (server.root / "edited.py").as_uri()},
        "position": {"line": line - 1, "character": character},
    }


def offered(server: Server, line: int, character: int) -> list[str]:
    found = server.ask("textDocument/completion", **at(server, line, character))
    return sorted(item["label"] for item in found["items"])


def test_a_language_server_completes_members(server: Server) -> None:
    found = offered(server, 3, len("Models.LLAMA_3_1_8B_"))
    assert [name for name in found if name.startswith("LLAMA_3_1_8B_")] == EXPECTED


def test_a_language_server_completes_attributes(server: Server) -> None:
    found = offered(server, 5, len("Models.LLAMA_3_1_8B_INSTRUCT_BNB."))
    assert set(found) >= ATTRIBUTES


def test_a_language_server_shows_what_the_model_is(server: Server) -> None:
    found = server.ask("textDocument/hover", **at(server, 4, len("Models.LLAMA")))
    shown = found["contents"]["value"].replace("&nbsp;", " ")
    for fact in (
        "LLAMA_3_1_8B_INSTRUCT_BNB",
        "Llama 3.1 8B Instruct: bitsandbytes, 4-bit, from meta-llama/Llama-3.1-8B-Instruct.",
        "https://huggingface.co/unsloth/Llama-3.1-8B-Instruct-bnb-4bit",
    ):
        assert fact in " ".join(shown.split()).replace("\\", ""), shown


@pytest.fixture
def script(folder: Path) -> jedi.Script:
    return jedi.Script(CODE, project=jedi.Project(folder))


def test_jedi_completes_members(script: jedi.Script) -> None:
    found = script.complete(3, len("Models.LLAMA_3_1_8B_"))
    assert sorted(completion.name for completion in found) == EXPECTED


def test_jedi_completes_attributes(script: jedi.Script) -> None:
    found = script.complete(5, len("Models.LLAMA_3_1_8B_INSTRUCT_BNB."))
    assert {completion.name for completion in found} >= ATTRIBUTES


@pytest.mark.parametrize(
    "expression",
    [
        "m.original.",
        "m.variants[0].",
        'Models.find("x").',
        'm.with_quant("GGUF").',
        'search_models(text="x")[0].',
        "for v in m.variants: v.",
    ],
)
def test_jedi_completes_what_functions_return(folder: Path, expression: str) -> None:
    head = "from generated import Models, search_models\nm = Models.LLAMA_3_1_8B_BNB\n"
    script = jedi.Script(head + expression, project=jedi.Project(folder))
    names = {completion.name for completion in script.complete(3, len(expression))}
    assert names >= ATTRIBUTES


def test_jedi_completes_the_package(folder: Path) -> None:
    code = "import generated\ngenerated.se"
    script = jedi.Script(code, project=jedi.Project(folder))
    assert [completion.name for completion in script.complete(2, 12)] == ["search_models"]


def test_jedi_shows_the_class_of_a_member_as_of_any_enum(script: jedi.Script) -> None:
    """It makes an instance of the class and forgets the assignment: docs/runtime.md says so."""
    [shown] = script.help(4, len("Models.LLAMA"))
    assert shown.docstring() == "The id of a model on the Hugging Face Hub."


def test_a_live_kernel_lists_members(fresh: ModuleType) -> None:
    assert [name for name in dir(fresh.Models) if name.startswith("LLAMA_3_1_8B_")] == EXPECTED


@pytest.mark.parametrize("use_jedi", [True, False])
def test_ipython_completes_members(fresh: ModuleType, use_jedi: bool) -> None:
    shell = InteractiveShell.instance()
    completer = IPCompleter(shell=shell, namespace={"Models": fresh.Models})
    completer.use_jedi = use_jedi
    text = "Models.LLAMA_3_1_8B_"
    with provisionalcompleter():
        found = {completion.text for completion in completer.completions(text, len(text))}
    assert sorted(name.rpartition(".")[2] for name in found) == EXPECTED
