"use strict";
// Whether a model matches what somebody types, and how well. All of the page's matching is here.

// Read a search. The words match in any letter case, any order and with any separators, but a word
// never cuts a number: "3.1 8b" is not "31.8b", and "1b" is not "11b".
function query(text) {
  return text
    .split(/\s+/u)
    .filter(Boolean)
    .map((word) => {
      const wanted = normal(word).replaceAll("|", "\\|");
      const before = /^\d/.test(wanted) ? "(?<!\\d)" : "";
      const after = /\d$/.test(wanted) ? "(?!\\d)" : "";
      // A word without letters or digits matches nothing.
      return wanted ? new RegExp(before + wanted + after, "u") : /(?!)/;
    });
}

// How well a model matches: 0 is best; null if it does not match.
function rank(query, model) {
  prepare(model);
  return query.every((word) => word.test(model.text)) ? 0 : null;
}

// Make what `rank` needs of a model, once; the page does so before the first key.
function prepare(model) {
  model.text ??= searchText(model);
}

// Everything that a model can be found by, a line each. In names, the dot of the version is optional.
function searchText({ constant, repo_id, version, others }) {
  const names = `Models.${constant}\n${repo_id}`;
  const dotless = version?.includes(".")
    ? `\n${names.replaceAll(version, version.replaceAll(".", ""))}`
    : "";
  return normal(`${names}${dotless}\n${others}`);
}

// Lower-case letters and digits, with a bar for a separator between two digits.
function normal(text) {
  const folded = text.normalize("NFKD").toLowerCase();
  return /^[\n -~]*$/.test(folded) // which is quicker to go through
    ? folded.replace(/(\d)[^a-z0-9\n]+(?=\d)/g, "$1|").replace(/[^a-z0-9|\n]+/g, "")
    : folded.replace(/(\d)[^\p{L}\p{N}\n]+(?=\d)/gu, "$1|").replace(/[^\p{L}\p{N}|\n]+/gu, "");
}
