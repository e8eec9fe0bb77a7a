"use strict";
// What comes nearest to a search that no model fits, and which of its words fit none; as in the
// `_nearest` module of the generated package.

const MOST = 9; // so many models are looked at for each way to search for less

// The models that come nearest, at most three. A word that fits no model gives way to the one that
// looks most like it. If the others fit none together, one more is mended, and then the owner, or one
// word, is left out: of the first word only the number.
function nearest(text, models) {
  const reading = plainly(text);
  const parts = reading.split("/");
  const [owner, repo] = parts.length === 2 ? parts : ["", reading];
  const unknown = new Set(unknownWords(repo, models));
  const known = knownWords(models);
  const words = (repo.match(WORD) ?? []).flatMap((word) => (unknown.has(word) ? alikeWords(word, known).slice(0, 1) : [word]));
  if (!words.length) return [];
  const whole = words.join(" ");
  const mended = words.flatMap((word, at) => (/\d/.test(word) || begins(word) ? [] : alikeWords(word, known).map((near) => words.with(at, near).join(" "))));
  const letters = /^\p{L}*/u.exec(words[0])[0];
  const shorter = words.slice(1).map((_, at) => words.toSpliced(at + 1, 1).join(" "));
  const versionless = letters ? [[letters, ...words.slice(1)].join(" ")] : [];
  if (words.length === 2) shorter.push(...versionless);
  const attempts = [...(owner ? [[`${owner}/${whole}`]] : []), [whole], mended, shorter, versionless, [words.slice(1).join(" ") || whole], [words[0]]];
  for (const texts of attempts) {
    const found = texts.flatMap((text) => hits(text, models).slice(0, MOST));
    if (texts.length > 1) sortByLikeness(found, words.join(" "));
    if (found.length) return unlike(found).slice(0, 3);
  }
  return [];

  function begins(word) {
    return [...known].some((other) => other.startsWith(word.toLowerCase()));
  }
}

// The words that fit no model, not even loosely.
function unknownWords(text, models) {
  models.forEach(prepare);
  return (plainly(text).match(WORD) ?? []).filter((word) => {
    const asked = atoms(word);
    return asked.length && !models.some(({ search }) => firstAt(alike(asked, true), search.name, search.nearly, true) !== null);
  });
}

// The models that a search finds, the best first.
function hits(text, models) {
  const asked = query(text, models);
  const ranked = models.map((model) => [rank(asked, model), model]).filter(([rank]) => rank !== null);
  return ranked.sort(([a], [b]) => a - b).map(([, model]) => model);
}

function knownWords(models) {
  return new Set(models.flatMap((model) => model.repo_id.toLowerCase().match(WORD)));
}

// The known words that look most like a word: those with the same numbers, if there are any.
function alikeWords(word, known) {
  word = word.toLowerCase();
  const numbers = (text) => (text.match(/[\d.]+/g) ?? []).join();
  const isAlike = (other) => other !== word && Math.abs(other.length - word.length) < word.length && likeness(word, other) >= 0.7;
  const near = [...known].filter(isAlike);
  const same = near.filter((other) => numbers(other) === numbers(word));
  const all = same.length ? same : /^\p{L}/u.test(word) ? near : [];
  return all.sort((a, b) => likeness(word, b) - likeness(word, a)).slice(0, 3);
}

function sortByLikeness(found, text) {
  const like = new Map(found.map((model) => [model, likeness(text.toLowerCase(), spaced(model))]));
  found.sort((a, b) => like.get(b) - like.get(a));
}

function spaced(model) {
  return model.repo_id.split("/")[1].toLowerCase().match(WORD).join(" ");
}

// The first of those that share a repo name.
function unlike(found) {
  const repos = new Map();
  for (const model of found) if (!repos.has(spaced(model))) repos.set(spaced(model), model);
  return [...repos.values()];
}

// How much of two texts stands in both in the same order: from 0 to 1.
function likeness(a, b) {
  let above = new Uint16Array(b.length + 1);
  for (const letter of a) {
    const row = new Uint16Array(b.length + 1);
    for (let at = 0; at < b.length; at++) {
      row[at + 1] = letter === b[at] ? above[at] + 1 : Math.max(above[at + 1], row[at]);
    }
    above = row;
  }
  return (2 * above[b.length]) / (a.length + b.length || 1);
}
