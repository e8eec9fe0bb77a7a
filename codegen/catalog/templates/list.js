"use strict";
// The list as it stands in the page: what is shown of it, and the way through it by keyboard.

const FACETS = ["family", "size", "quant", "modality", "uploader"];

const rows = [...document.querySelectorAll("#list li")].map((node) => {
  const section = node.closest("section");
  return { node, article: node.closest("article"), section, ...node.dataset, family: section.dataset.family };
});
// What a link may call a row by. A name or path that is in use is not a retired one any more.
const byName = new Map();
for (const row of [...rows.filter((row) => row.gone), ...rows.filter((row) => !row.gone)]) {
  byName.set(row.node.id || row.gone, row).set(textOf(row, ".path"), row);
}

function textOf(row, selector) {
  return row.node.querySelector(selector).textContent;
}

// The text that a row is searched by, made when it is first needed.
function textFor(row) {
  row.text ??= spellings(
    [textOf(row, ".path"), textOf(row, ".constant")],
    row.dotted,
    [
      textOf(row, ".what"),
      row.modality ?? "",
      row.node.querySelector(".hub")?.dataset.is ?? "",
      row.node.querySelector(".why")?.textContent ?? "",
      row.article.querySelector("h3").firstChild.textContent,
      row.article.querySelector(".summary")?.textContent ?? "",
      row.section.querySelector("h2 a").textContent,
    ],
  );
  return row.text;
}

// Show the rows that meet the text and the choices; give back how many models and retired names
// those are, and for each facet how many models every value of it would leave.
function show(text, choices) {
  const words = tests(text);
  const counts = Object.fromEntries(FACETS.map((facet) => [facet, new Map()]));
  const wanted = FACETS.filter((facet) => choices[facet]);
  let shown = 0;
  let retired = 0;
  for (const row of rows) {
    const missed = wanted.filter((facet) => row[facet] !== choices[facet]);
    const meets = missed.length < 2 && words.every((word) => word.test(textFor(row)));
    row.shown = meets && !missed.length;
    row.node.hidden = !row.shown;
    if (!meets) continue;
    if (row.gone) {
      retired += row.shown;
      continue;
    }
    shown += row.shown;
    for (const facet of missed.length ? missed : FACETS) {
      counts[facet].set(row[facet], (counts[facet].get(row[facet]) ?? 0) + 1);
    }
  }
  fold();
  return { shown, retired, counts };
}

// Hide what has no row left, and say how many variants of a model are not shown.
function fold() {
  const parts = new Map();
  for (const { article, section, shown } of rows) {
    for (const part of [article, section]) {
      const [all, left] = parts.get(part) ?? [0, 0];
      parts.set(part, [all + 1, left + shown]);
    }
  }
  for (const [part, [all, left]] of parts) {
    part.hidden = !left;
    const more = part.matches("article") && part.querySelector(".more");
    if (!more || !left) continue;
    part.style.setProperty("--n", left);
    more.hidden = all === left;
    more.textContent = all === left ? "" : `${all - left} more variant${all - left > 1 ? "s" : ""}`;
  }
}

// One stop of the Tab key for all rows; arrows go on from there.
let stop = null;

function moveStop(to) {
  if (stop) stop.tabIndex = -1;
  stop = to;
  if (to) to.tabIndex = 0;
}

function stopsOf(row) {
  return [...row.node.querySelectorAll("a, button")];
}

// Where the arrows begin: the constant of the first row that is shown.
function firstStop() {
  const row = rows.find((row) => row.shown && stopsOf(row).length);
  return row ? (row.node.querySelector("button.constant") ?? stopsOf(row)[0]) : null;
}

// Where an arrow key leads from a place in a row: within the row, or to the same place of the next
// row that has one; null at the ends.
function next(from, key) {
  const node = from.closest("li");
  const step = key === "ArrowDown" || key === "ArrowRight" ? 1 : -1;
  if (key === "ArrowLeft" || key === "ArrowRight") {
    const stops = [...node.querySelectorAll("a, button")];
    return stops[stops.indexOf(from) + step] ?? null;
  }
  for (let at = rows.findIndex((row) => row.node === node) + step; rows[at]; at += step) {
    const stops = rows[at].shown ? stopsOf(rows[at]) : [];
    if (!stops.length) continue;
    return stops.find((stop) => stop.classList[0] === from.classList[0]) ?? stops[0];
  }
  return null;
}
