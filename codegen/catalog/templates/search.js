"use strict";
// The one rule of search, as in the `_matching` module of the generated package; one table of
// queries tests both. All of the page's matching is here.

const ATOM = /\d+(?:\.\d+)*|\p{L}+/gu;
const WORD = /[^\s/:,_-]+/gu;
const REFERENCE = /(?:https?:\/\/)?(?:www\.)?(?:huggingface\.co|hf\.co|ollama\.com)\//i;
const FILE = /^(?:UD-)?(?:I?Q\d\w*|BF16|F16|F32|MXFP4\w*)$/i; // a quantization within a GGUF repo
const CONSTANT = /^[a-z0-9]+(?:_[a-z0-9]+)+$/i;

// A search without what people paste along: an address, a file's quantization, `Models.`.
function clean(text) {
  text = text.trim().replace(/^["'`/]+|["'`/]+$/g, "");
  if (REFERENCE.test(text)) {
    text = text.replace(REFERENCE, "").split("?")[0].split("#")[0].split("/").slice(0, 2).join("/");
  }
  const colon = text.lastIndexOf(":");
  if (colon >= 0 && FILE.test(text.slice(colon + 1))) text = text.slice(0, colon);
  return text
    .replace(/^(?:models|from_pretrained)[.(]/i, "")
    .replace(/(\d)[ -]bits?\b/gi, "$1bit")
    .trim();
}

// The runs of letters and the numbers of a text, lower-case; "3_5" is the number 3.5.
function atoms(text) {
  text = text.normalize("NFC").toLowerCase().replace(/(\d)_(?=\d)/g, "$1.");
  const all = [];
  let end = -1;
  for (const match of text.matchAll(ATOM)) {
    all.push({ text: match[0], isNumber: /^\d/.test(match[0]), isGlued: match.index === end });
    end = match.index + match[0].length;
  }
  return all;
}

// The words of a search, each as its atoms; what holds no letter and no number is no word.
function wordsOf(text) {
  text = text.replace(/(\d)_(?=\d)/g, "$1.");
  return [...text.matchAll(WORD)].map((word) => atoms(word[0])).filter((word) => word.length);
}

// Read a search. An empty one matches everything, one without a word nothing.
function query(text) {
  const cleaned = clean(text);
  const slash = cleaned.split("/").length === 2;
  const [owner, repo] = slash ? cleaned.split("/") : ["", cleaned];
  return {
    text: cleaned.toLowerCase(),
    constant: CONSTANT.test(cleaned) ? `${cleaned.toUpperCase()}_` : null,
    owner: wordsOf(owner),
    words: wordsOf(repo),
    isEmpty: !text.trim(),
    isLoose: false,
  };
}

// Decide once for a search whether words and numbers fit loosely: only if none fits otherwise.
function chooseMode(query, models) {
  if (query.isEmpty) return;
  if (query.constant && !models.some((model) => begins(query, model))) query.constant = null;
  query.isLoose = !models.some((model) => rank(query, model) !== null);
}

function begins(query, model) {
  return `${model.constant}_`.startsWith(query.constant);
}

// How well a model matches: less is better; null if it does not match.
function rank(query, model) {
  if (query.isEmpty) return 0;
  prepare(model);
  const { owner, name, more, kind, newest } = model.search;
  if (query.constant) {
    return begins(query, model) ? model.constant.length * 10 + kind : null;
  }
  if (!query.owner.length && !query.words.length) return null;
  const path = model.repo_id.toLowerCase();
  const isExact = [path, path.split("/")[1], model.constant.toLowerCase()].includes(query.text);
  let level = 0;
  let isMajor = false;
  if (!isExact) {
    if (query.owner.some((word) => wordAt(word, owner, query.isLoose) < 0)) return null;
    const places = query.words.map((word) => wordAt(word, name, query.isLoose));
    for (const [index, word] of query.words.entries()) {
      const fits = places[index] >= 0 || [more, owner].some((part) => wordAt(word, part, query.isLoose) >= 0);
      if (!fits) return null;
    }
    level = places.includes(0) ? 1 : 2;
    const numbers = versions(name);
    isMajor = query.words.some((w) => w.length === 1 && w[0].isNumber && !numbers.includes(w[0].text));
  }
  const parts = [level, isExact ? kind : 0, Number(isMajor), name.length];
  const head = parts.reduce((sum, part) => sum * 100 + part, 0);
  return (head * 1e6 + (99999 - newest) * 10) * 10 + kind;
}

// Make what `rank` needs of a model, once; the page does so before the first key.
function prepare(model) {
  if (model.search) return;
  const [owner, repo] = model.repo_id.split("/");
  const name = atoms(repo);
  const [major = "0", ...rest] = (versions(name)[0] ?? "0").split(".");
  model.search = {
    owner: atoms(owner),
    name,
    more: atoms(model.others ?? ""),
    kind: model.is_original ? 1 : model.is_mirror || model.is_former ? 2 : 0,
    newest: Number(`${major}.${rest.join("") || 0}`),
  };
}

// The numbers of a name that are not the number of a unit.
function versions(name) {
  return name
    .filter((atom, at) => atom.isNumber && !(name[at + 1] && name[at + 1].isGlued && !name[at + 1].isNumber))
    .map((atom) => atom.text);
}

// Where a word fits a name: the place of the first atom, -1 for nowhere.
function wordAt(word, name, isLoose) {
  if (!squeezed(name).includes(squeezed(word))) return -1; // Which is quicker to find out.
  for (let start = 0; start < name.length; start++) {
    if (!name[start].isNumber && name[start].isGlued) continue; // The unit of a number starts no part.
    if (fitsAt(word, name, start, isLoose)) return start;
  }
  return -1;
}

// Atoms without what separates them, and numbers without dots.
function squeezed(atoms) {
  atoms.squeezed ??= atoms.map((atom) => atom.text.replaceAll(".", "")).join("");
  return atoms.squeezed;
}

function fitsAt(word, name, at, isLoose) {
  for (const [index, atom] of word.entries()) {
    if (at >= name.length) return false;
    const isLast = index === word.length - 1;
    if (!atom.isNumber) {
      // Letters may run over a separator that was left out: "gptoss".
      let text = name[at].text;
      const isUnit = name[at].isGlued && name[at - 1].isNumber;
      while (text.length < atom.text.length && at + 1 < name.length && !isUnit) {
        at += 1;
        if (name[at].isNumber) return false;
        text += name[at].text;
      }
      if (text !== atom.text && !(isLast && text.startsWith(atom.text))) return false;
    } else if (!name[at].isNumber || !isSameNumber(atom, name[at], word, index, isLoose)) {
      return false;
    }
    at += 1;
  }
  const next = name[at];
  return isLoose || !word.at(-1).isNumber || !next || next.isNumber || !next.isGlued;
}

function isSameNumber(atom, named, word, index, isLoose) {
  if (atom.text === named.text) return true;
  if (word.length > 1 && index > 0 && atom.text === named.text.replaceAll(".", "")) return true; // "qwen25"
  return (isLoose || word.length === 1) && named.text.startsWith(`${atom.text}.`);
}
