"use strict";
// What somebody types, and whether it means a model: any letter case, any separators, words in any
// order. As in Models.find, two numbers stay two: "3.1 8b" is not "31.8b", and "1b" is not "11b".

// Lower-case letters and digits, with a bar where a separator keeps two numbers apart.
function form(text) {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/(\d)[^\p{L}\p{N}]+(?=\d)/gu, "$1|")
    .replace(/[^\p{L}\p{N}|]/gu, "");
}

// One test for each word: whether it stands in a form without cutting through a number.
function tests(text) {
  return text
    .split(/\s+/u)
    .filter(Boolean)
    .map((word) => {
      const wanted = form(word).replaceAll("|", "\\|");
      const before = /^\d/.test(wanted) ? "(?<!\\d)" : "";
      const after = /\d$/.test(wanted) ? "(?!\\d)" : "";
      // Of a word without letters or digits nothing is left to look for, and nothing has it.
      return wanted ? new RegExp(before + wanted + after, "u") : /(?!)/;
    });
}

// Everything that may be typed for something called by these texts, of which the first ones may be
// written without the dot of the version: "llama31".
function spellings(names, dotted, others) {
  const dotless = dotted ? names.map((name) => name.replace(dotted, dotted.replaceAll(".", ""))) : [];
  return [...names, ...dotless, ...others].map(form).join("\n");
}
