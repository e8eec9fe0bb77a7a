"""Turns what people type or paste into queries: words, a command, a line of code, a URL, a file."""

from re import IGNORECASE, compile, search, sub

_COMMAND = compile(
    r"(?:\$\s*)?(?:(?:sudo|uvx|uv run|python3? -m|[A-Z_]+=\S+)\s+)*"
    r"(?:ollama (?:run|pull|show)|(?:vllm|transformers) (?:serve|chat)"
    r"|(?:hf|huggingface-cli) download|git clone|lms get|llama-(?:cli|server))\s+(.*)",
    IGNORECASE,
)
_LINK = compile(r"\s*!?\[.*\]\(([^()\s]+)\)")  # in Markdown
_ARGUMENT = compile(r"[=(\[:]\s*[\"']([^\"']+)[\"']")
_MEMBER = compile(r"(?<![\w/])models\.(?!models\b)(\w+)(?![\w(])", IGNORECASE)
_REFERENCE = compile(
    r"(?:https?://)?(?:www\.)?(?:huggingface\.co|hf\.co|ollama\.com(?:/library)?)/", IGNORECASE
)
_SOUGHT = compile(r"[?&]search=([^&#]+)")
_CACHED = compile(r"models--([\w.-]+?)--([\w.-]+)")
_LOCAL = compile(r"(?:~|\.{1,2})?/|[a-z]:\\", IGNORECASE)
_SHARD = compile(r"(?:-\d{5}-of-\d{5})?\.gguf$", IGNORECASE)
_FILE = r"(?:UD-)?I?Q\d(?:_\w+)?"  # the quantization of one file in a GGUF repo
_FULL = r"(?:BF16|F16|F32|MXFP4\w*)"  # one that only a file or a tag has in a GGUF repo
_IN_FILE = compile(rf"[\s._:-]*(?<![a-z0-9])(?:{_FILE}(?![a-z0-9])|{_FULL}(?=-GGUF$))", IGNORECASE)
_TAG = compile(rf"(?:{_FILE}|{_FULL})", IGNORECASE)
# A path behind an option, a key, a bracket, a folder, or in front of a file.
_PATH = compile(
    r"(?:[:=/(\[\"'@]\s*|(?<!\S)--?[\w-]+\s+|^FROM\s+|^(?=[\w.-]+/[\w.-]+/))"
    r"(?!(?:www\.)?(?:huggingface|hf|ollama)\.co)(?=([\w.-]+/[\w.-]+(?::[\w.-]+)?))",
    IGNORECASE,
)
_FILLER = compile(r"(?<=\s)(?:model|llm)s?(?!\S)|^(?:model|llm)s?(?=\s)", IGNORECASE)
_HYPHEN = compile(r"(?<=\d)[ -](?=\d+(?![\w.]))")  # in place of the dot of a version
_CONSTANT = compile(r"[A-Z0-9]+(?:_[A-Z0-9]+)+", IGNORECASE)


def is_constant(query: str) -> bool:
    """Whether a query looks like a constant, or like the start of one."""
    return _CONSTANT.fullmatch(query) is not None


def clean(text: str) -> str:
    """The query in a pasted text, without the command, code, URL or quantization of a file.

    >>> clean("ollama run hf.co/unsloth/Qwen3-8B-GGUF:Q4_K_M")
    'unsloth/Qwen3-8B-GGUF'
    """
    text = _pasted(text.strip()).strip("\"'`,;() @").rstrip(".!?")
    if sought := _SOUGHT.search(text):
        text = sub(r"\+|%20", " ", sought[1])
    text, count = _REFERENCE.subn("", text, count=1)
    if count:
        text = "/".join(text.split("?")[0].split("#")[0].split("/")[:2])
    elif cached := _CACHED.search(text):
        text = f"{cached[1]}/{cached[2]}"
    elif _LOCAL.match(text) or _SHARD.search(text):
        text = "/".join(_folders(text)[-2:])
    text = _untagged(sub(r"@[\w./-]+$", "", text.strip("/")))
    text = sub(r"\bload_in_(?=\dbit)", "", text, flags=IGNORECASE)
    text = sub(
        r"(?<=\d)(?:[ -]?(bit)s?| ([bm])|[ -]?([bm])illion)\b", r"\1\2\3", text, flags=IGNORECASE
    )
    return _FILLER.sub("", sub(r"(?<![\w.])\.(?=\d)", "0.", text)).strip()


def plainly(text: str) -> str:
    """The most likely query in a text, as words, without the quantization of a file."""
    query = clean(text)
    if _IN_FILE.search(query):
        query = _in_gguf(_IN_FILE.sub("", query))
    return query.replace("_", " ") if is_constant(query) else query


def readings(text: str, *, strictly: bool = False) -> list[str]:
    """The queries that a text may mean, the most likely first: the text itself; each path in it;
    both without the quantization of a file; a constant as words. Unless `strictly`, also the last
    folder of a local path alone, and a version with a dot for its hyphen."""
    text = sub(r"^\s*/+(?=[^/]*$)", "", text)  # on the catalog page, "/" is the key for search
    queries = [clean(text)]
    if not strictly and _is_local(text):
        queries.append(queries[0].rpartition("/")[2])
    queries += [clean(path) for path in _PATH.findall(text)]
    queries += [_in_gguf(_IN_FILE.sub("", query)) for query in queries if _IN_FILE.search(query)]
    queries += [query.replace("_", " ") for query in queries if is_constant(query)]
    if not strictly:
        queries += [_HYPHEN.sub(".", query) for query in queries]
    return list(dict.fromkeys(queries))


def _untagged(text: str) -> str:
    """The text without an Ollama tag or the quantization of a file in a GGUF repo."""
    head, colon, tag = text.rpartition(":")
    if not colon:
        return text
    return head if tag == "latest" else _in_gguf(head) if _TAG.fullmatch(tag) else text


def _is_local(text: str) -> bool:
    return _LOCAL.match(text.strip()) is not None and not _CACHED.search(text)


def _pasted(text: str) -> str:
    """The model in a command or a line of code; any other text unchanged."""
    if command := _COMMAND.fullmatch(text):
        operands = [word for word in command[1].split() if word[0] != "-"] or [""]
        return next((word for word in operands if "/" in word), operands[0])
    named = _MEMBER.search(text) or _LINK.match(text) or _ARGUMENT.search(text)
    return named[1] if named else text


def _folders(path: str) -> list[str]:
    """The parts of a local path that may name a model: folders, and GGUF files."""
    parts = path.replace("\\", "/").strip("/").split("/")
    if not _SHARD.search(parts[-1]):
        return parts[:-1] if search(r"\.[a-z]+$", parts[-1]) else parts
    return [*parts[:-1], _SHARD.sub("-GGUF", parts[-1])]


def _in_gguf(query: str) -> str:
    return query if search("gguf", query, IGNORECASE) else f"{query} GGUF".strip()
