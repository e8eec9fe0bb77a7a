"use strict";
// The one rule of search, as in the `_matching` module of the generated package; one table of
// queries tests both. All of the page's matching is here.

const ATOM = /\d+(?:\.\d+)*|\p{L}+/gu;
const WORD = /[^\s/:,;+&|_\u2010-\u2015-]+/gu;
const FORMATS = new Set(["bf", "fp", "int", "mxfp", "nf", "nvfp", "q"]);
const known = new Map(); // the atoms of texts that many models have in common
// Other words for what names say, and words that fit only if nothing else does.
const ALSO = {
  "16bit": ["bf16"],
  bitsandbytes: ["bnb"],
  fp4: ["nvfp4", "mxfp4"],
  unquantized: ["none"],
};
const NEARLY = {
  "16bit": ["none"],
  base: ["pt", "pretrained"],
  bf16: ["none"],
  chat: ["instruct", "it"],
  dynamic: ["unsloth-bnb", "ud"],
  f16: ["bf16", "none"],
  float16: ["bf16", "none"],
  fp16: ["bf16", "none"],
  instruct: ["it", "chat"],
  int4: ["4bit"],
  int8: ["8bit"],
  it: ["instruct", "chat"],
  quantized: ["4bit", "8bit", "gguf", "fp8", "nvfp4", "mxfp4"],
};

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

// What a search means. An empty one matches everything, one without a word nothing. Words and
// numbers fit loosely only if none fits otherwise.
function query(text, models) {
  if (!text.trim()) return { isEmpty: true };
  text = text.replace(/^\s*\/+(?=[^/]*$)/, ""); // The key that leads to the search, pressed again.
  const meant = readings(text);
  for (const reading of meant.filter(isConstant)) {
    const query = { constant: `${reading.toUpperCase()}_` };
    if (models.some((model) => begins(query, model))) return query;
  }
  for (const [isNear, isLoose] of [[false, false], [true, false], [true, true]]) {
    for (const reading of meant) {
      const query = queryOf(reading, isNear, isLoose);
      if (models.some((model) => rank(query, model) !== null)) return query;
    }
  }
  return queryOf(meant[0], true, true);
}

function queryOf(reading, isNear, isLoose) {
  const isPath = reading.split("/").length === 2;
  const [owner, repo] = isPath ? reading.split("/") : ["", reading];
  const words = wordsOf(repo).map((word) => alike(word, isNear));
  const typed = words.map(([word]) => squeezed(word)).join("");
  return { text: hyphenated(reading), owner: wordsOf(owner), words, typed, isNear, isLoose };
}

// A word and the other words for the same, or nearly the same.
function alike(word, isNear) {
  const text = word.map((atom) => atom.text).join("");
  const others = [ALSO, isNear ? NEARLY : {}].flatMap((words) => (Object.hasOwn(words, text) ? words[text] : []));
  return [word, ...others.map(atoms)];
}

function begins(query, model) {
  return `${model.constant}_`.startsWith(query.constant);
}

// How well a model matches: less is better; null if it does not match.
function rank(query, model) {
  if (query.isEmpty) return 0;
  prepare(model);
  const { owner, name, kind, newest, numbers, exact, length } = model.search;
  if (query.constant) {
    return begins(query, model) ? model.constant.length * 10 + kind : null;
  }
  if (!query.owner.length && !query.words.length) return null;
  let level = 0;
  let isMajor = false;
  if (!exact.includes(query.text)) {
    if (query.owner.some((word) => wordAt(word, owner, query.isLoose) < 0)) return null;
    level = 3;
    const others = query.isNear ? model.search.nearly : model.search.others;
    for (const alike of query.words) {
      const at = firstAt(alike, name, others, query.isLoose);
      if (at === null) return null;
      if (at === 0) level = 2;
    }
    if (squeezed(name).startsWith(query.typed)) level = 1;
    isMajor = query.words.some(([w]) => w.length === 1 && w[0].isNumber && !numbers.includes(w[0].text));
  }
  const parts = [level, level ? 0 : kind, Number(isMajor), length];
  const head = parts.reduce((sum, part) => sum * 100 + part, 0);
  return (head * 1e6 + (99999 - newest) * 10) * 10 + kind;
}

// Make what `rank` needs of a model, once; the page does so before the first key.
function prepare(model) {
  if (model.search) return;
  const [owner, repo] = model.repo_id.split("/");
  const name = atoms(repo);
  const numbers = versions(name);
  const others = [shared(owner), shared(model.others ?? "")];
  const [major = "0", ...rest] = (numbers[0] ?? "0").split(".");
  model.search = {
    owner: others[0],
    name,
    others,
    nearly: [...others, shared(model.nearly ?? "")],
    numbers,
    exact: [model.repo_id, repo, model.constant].map(hyphenated),
    length: 2 * name.length - name.filter((atom) => atom.isNumber && atom.text.length === 4).length,
    kind: model.is_original ? 1 : model.is_mirror || model.is_former ? 2 : 0,
    newest: Math.min(Number(`${major}.${rest.join("") || 0}`), 99999), // a longer number is a date
  };
}

// A text with a hyphen for each separator: the name of a model in full, however it is spelled.
function hyphenated(text) {
  return text.normalize("NFC").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
}

function shared(text) {
  if (!known.has(text)) known.set(text, atoms(text));
  return known.get(text);
}

// The numbers of a name that are not the number of a unit.
function versions(name) {
  return name
    .filter((atom, at) => atom.isNumber && !(name[at + 1] && name[at + 1].isGlued && !name[at + 1].isNumber))
    .map((atom) => atom.text);
}

// The place in a name of a word or of another for the same, -1 if it fits only the other texts of
// the model, null if it fits none.
function firstAt(alike, name, others, isLoose) {
  for (const word of alike) {
    const at = wordAt(word, name, isLoose);
    if (at >= 0) return at;
  }
  const fits = alike.some((word) => others.some((text) => wordAt(word, text, isLoose) >= 0));
  return fits ? -1 : null;
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
  // "8" is not the 8 of "FP8".
  if (word[0].isNumber && at && name[at].isGlued && FORMATS.has(name[at - 1].text)) return false;
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
      const mayBegin = isLast && (!index || (isLoose && atom.text.length > 1)); // "4b" is not "4bit"
      if (text !== atom.text && !(mayBegin && text.startsWith(atom.text))) return false;
    } else if (!name[at].isNumber || !isSameNumber(atom, name[at], word, index, isLoose)) {
      return false;
    }
    at += 1;
  }
  const next = name[at];
  if (!word.at(-1).isNumber || !next || next.isNumber || !next.isGlued) return true;
  return isLoose && next.text !== "bit"; // "gpt 4" is not "gpt-oss-20b-bnb-4bit"
}

function isSameNumber(atom, named, word, index, isLoose) {
  if (atom.text === named.text) return true;
  if (word.length > 1 && index > 0 && atom.text === named.text.replaceAll(".", "")) return true; // "qwen25"
  return (isLoose || word.length === 1) && named.text.startsWith(`${atom.text}.`);
}
