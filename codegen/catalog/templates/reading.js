"use strict";
// What people type or paste, as the searches that they may mean; as in the `_reading` module of the
// generated package. A command, a line of code, an address or a file may hold a model.

const COMMAND = /^(?:\$\s*)?(?:(?:sudo|uvx|uv run|python3? -m|[A-Z_]+=\S+)\s+)*(?:ollama (?:run|pull|show)|(?:vllm|transformers) (?:serve|chat)|(?:hf|huggingface-cli) download|git clone|lms get|llama-(?:cli|server))\s+(.*)$/i;
const LINK = /^\s*!?\[.*\]\(([^()\s]+)\)/; // in Markdown
const ARGUMENT = /[=(\[:]\s*["']([^"']+)["']/;
const MEMBER = /(?<![\w/])models\.(?!models\b)(\w+)(?![\w(])/i;
const REFERENCE = /(?:https?:\/\/)?(?:www\.)?(?:huggingface\.co|hf\.co|ollama\.com(?:\/library)?)\//i;
const SOUGHT = /[?&]search=([^&#]+)/;
const CACHED = /models--([\w.-]+?)--([\w.-]+)/;
const LOCAL = /^(?:(?:~|\.{1,2})?\/|[a-z]:\\)/i;
const SHARD = /(?:-\d{5}-of-\d{5})?\.gguf$/i;
const IN_FILE = /[\s._:-]*(?<![a-z0-9])(?:(?:UD-)?I?Q\d(?:_\w+)?(?![a-z0-9])|(?:BF16|F16|F32|MXFP4\w*)(?=-GGUF$))/gi;
const TAG = /^(?:(?:UD-)?I?Q\d(?:_\w+)?|BF16|F16|F32|MXFP4\w*)$/i;
// A path behind an option, a key, a bracket, a folder, or in front of a file.
const PATH = /(?:[:=/([\"'@]\s*|(?<!\S)--?[\w-]+\s+|^FROM\s+|^(?=[\w.-]+\/[\w.-]+\/))(?!(?:www\.)?(?:huggingface|hf|ollama)\.co)(?=([\w.-]+\/[\w.-]+(?::[\w.-]+)?))/gi;
const HYPHEN = /(?<=\d)[ -](?=\d+(?![\w.]))/g; // in place of the dot of a version
const FILLER = /(?<=\s)(?:model|llm)s?(?!\S)|^(?:model|llm)s?(?=\s)/gi;
const CONSTANT = /^[a-z0-9]+(?:_[a-z0-9]+)+$/i;

function isConstant(query) {
  return CONSTANT.test(query);
}

// A search without what people paste along: a command, code, an address, a file's quantization.
function clean(text) {
  text = pasted(text.trim()).replace(/^["'`,;() @]+|["'`,;() @]+$/g, "").replace(/[.!?]+$/, "");
  const sought = SOUGHT.exec(text);
  if (sought) text = sought[1].replace(/\+|%20/g, " ");
  const cached = CACHED.exec(text);
  if (REFERENCE.test(text)) {
    text = text.replace(REFERENCE, "").split("?")[0].split("#")[0].split("/").slice(0, 2).join("/");
  } else if (cached) {
    text = `${cached[1]}/${cached[2]}`;
  } else if (LOCAL.test(text) || SHARD.test(text)) {
    text = folders(text).slice(-2).join("/");
  }
  return untagged(text.replace(/^\/+|\/+$/g, "").replace(/@[\w./-]+$/, ""))
    .replace(/\bload_in_(?=\dbit)/gi, "")
    .replace(/(?<=\d)(?:[ -]?(bit)s?| ([bm])|[ -]?([bm])illion)\b/gi, "$1$2$3")
    .replace(/(?<![\w.])\.(?=\d)/g, "0.")
    .replace(FILLER, "")
    .trim();
}

// A text without the tag of Ollama or of a file in a GGUF repo.
function untagged(text) {
  const colon = text.lastIndexOf(":");
  const [head, tag] = [text.slice(0, colon), text.slice(colon + 1)];
  if (colon < 0) return text;
  return tag === "latest" ? head : TAG.test(tag) ? inGguf(head) : text;
}

// The likeliest reading of a text as words, without the quantization of a file.
function plainly(text) {
  let query = clean(text);
  if (query.search(IN_FILE) >= 0) query = inGguf(query.replace(IN_FILE, ""));
  return isConstant(query) ? query.replaceAll("_", " ") : query;
}

// What a text may mean, the likeliest first: as it is; a local path without its last folder; each
// path in it; without the quantization of a file; a constant as words.
function readings(text) {
  const queries = [clean(text)];
  if (LOCAL.test(text.trim()) && !CACHED.test(text)) queries.push(queries[0].split("/").at(-1));
  queries.push(...[...text.matchAll(PATH)].map((match) => clean(match[1])));
  queries.push(...queries.filter((query) => query.search(IN_FILE) >= 0).map((query) => inGguf(query.replace(IN_FILE, ""))));
  queries.push(...queries.filter(isConstant).map((query) => query.replaceAll("_", " ")));
  queries.push(...queries.map((query) => query.replace(HYPHEN, ".")));
  return [...new Set(queries)];
}

// The model in a command or in a line of code; any other text as it is.
function pasted(text) {
  const command = COMMAND.exec(text);
  if (command) {
    const operands = command[1].split(/\s+/).filter((word) => word && word[0] !== "-");
    return operands.find((word) => word.includes("/")) ?? operands[0] ?? "";
  }
  return (MEMBER.exec(text) ?? LINK.exec(text) ?? ARGUMENT.exec(text) ?? [text, text])[1];
}

// The parts of a local path that may name a model: no files but those of a GGUF repo.
function folders(path) {
  const parts = path.replaceAll("\\", "/").replace(/^\/+|\/+$/g, "").split("/");
  const last = parts.at(-1);
  if (SHARD.test(last)) return [...parts.slice(0, -1), last.replace(SHARD, "-GGUF")];
  return /\.[a-z]+$/.test(last) ? parts.slice(0, -1) : parts;
}

function inGguf(query) {
  return /gguf/i.test(query) ? query : `${query} GGUF`.trim();
}
