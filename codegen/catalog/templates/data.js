"use strict";
// The catalog as objects, and which of it a search, filters and an order leave.

const DATA = JSON.parse(document.getElementById("data").textContent);
const DAYS = DATA.days;
const FILTERS = [...document.querySelectorAll("#filters select")].map((select) => select.name);
// What people say for what they want a model to do; as in the `_names` module of the package.
const OF_MODALITY = {
  code: "code coder coding",
  embedding: "embedding embed",
  image: "image diffusion",
  speech: "speech audio voice",
  video: "video",
  vision: "vision vl vlm multimodal",
};
const SORTS = { "": null, name: byName, size: bySize, newest: byDate, downloads: byDownloads };

const families = DATA.families.map((family) => ({ ...family, key: family.name, groups: [], retired: null }));
const groups = [];
const models = [];
// What a link may call an item: a constant, a path or the name of a family.
const byLink = new Map();
read(DATA);

function read({ groups: all, models: columns, retired }) {
  const names = Object.keys(columns);
  let at = 0;
  all.forEach((entry, number) => {
    const group = { ...entry, key: `g${number}`, family: families[entry.family], models: [] };
    for (const end = at + entry.count; at < end; at++) {
      group.models.push(toModel(Object.fromEntries(names.map((name) => [name, columns[name][at]])), group));
    }
    group.downloads = sum(group.models.map((model) => model.latest));
    group.created = group.models.map((model) => model.created).filter(Boolean).sort()[0] ?? "";
    group.family.groups.push(group);
    groups.push(group);
    models.push(...group.models);
  });
  for (const entry of retired) {
    const family = families[entry.family];
    family.retired ??= { key: `r${entry.family}`, family, title: "Retired names", models: [], isRetired: true };
    const others = `retired ${entry.why} ${family.title}`;
    const uploader = entry.repo_id.split("/")[0];
    family.retired.models.push({ ...entry, isRetired: true, group: family.retired, family: family.name, uploader, others });
  }
  for (const family of families) for (const gone of family.retired?.models ?? []) link(gone);
  models.forEach(link); // A name in use hides a retired one.
  for (const family of families) byLink.set(family.name, family);
}

function link(model) {
  byLink.set(model.constant, model).set(model.repo_id, model);
}

// A model with what is derived from it: the label, the values of the filters, the latest downloads.
function toModel(model, group) {
  const roles = { is_former: "former id", is_original: "original", is_mirror: "mirror" };
  const role = roles[Object.keys(roles).find((name) => model[name])] ?? "";
  const isPlain = model.quant === "NONE";
  model.group = group;
  model.label = isPlain ? role || "unquantized" : model.quant;
  model.isQuant = !isPlain;
  model.role = isPlain ? "" : role;
  model.family = group.family.name;
  model.uploader = model.repo_id.split("/")[0];
  model.gatedHow = model.gated;
  model.gated = model.verdict === "gated" || model.gatedHow ? "yes" : model.verdict === "ok" ? "no" : "";
  model.latest = model.downloads?.findLast((count) => count !== null) ?? null;
  model.size = (model.size ?? "").toLowerCase();
  model.others = `${model.quant.replaceAll("_", "-")} ${role === "original" ? role : ""}`;
  model.nearly = `${OF_MODALITY[model.modality] ?? ""} ${group.is_base ? "base" : ""} ${group.is_moe ? "moe" : ""}`;
  return model;
}

function sum(counts) {
  const known = counts.filter((count) => count !== null);
  return known.length ? known.reduce((total, count) => total + count) : null;
}

// What a state of the page shows: the items of the list, the numbers of models and retired names,
// and for each filter how many models each of its choices would leave.
function select({ q, sort, ...choices }) {
  const words = query(q, models);
  const wanted = FILTERS.filter((filter) => choices[filter]);
  const counts = Object.fromEntries(FILTERS.map((filter) => [filter, new Map()]));
  const isNarrowed = !words.isEmpty || wanted.length > 0;
  let shown = 0;
  for (const model of models) {
    model.rank = null;
    const missed = wanted.filter((filter) => model[filter] !== choices[filter]);
    if (missed.length > 1) continue;
    const fit = rank(words, model);
    if (fit === null) continue;
    for (const filter of missed.length ? missed : FILTERS) {
      counts[filter].set(model[filter], (counts[filter].get(model[filter]) ?? 0) + 1);
    }
    if (missed.length) continue;
    model.rank = fit;
    shown += 1;
  }
  const kept = groups.filter((group) => keep(group, isNarrowed));
  let retired = 0;
  for (const family of families) {
    for (const gone of family.retired?.models ?? []) {
      const fits = wanted.every((filter) => gone[filter] === choices[filter]);
      gone.rank = fits ? rank(words, gone) : null;
      retired += gone.rank !== null;
    }
    if (family.retired) keep(family.retired, !words.isEmpty);
  }
  return { items: arrange(kept, !words.isEmpty, SORTS[sort]), shown, retired, counts };
}

// Whether a group has a model to show. Sets which: those that match, the best first; of a group
// that nothing narrows, the first one.
function keep(group, isNarrowed) {
  const matching = group.models.filter((model) => model.rank !== null);
  if (isNarrowed) matching.sort((a, b) => a.rank - b.rank);
  group.matching = isNarrowed ? matching : group.isRetired ? [] : matching.slice(0, 1);
  group.rank = matching[0]?.rank ?? Infinity;
  group.isOpen = false;
  return matching.length > 0;
}

// The groups as a list of items: in families, or in an order across all of them.
function arrange(kept, isRanked, compare) {
  if (compare) return kept.toSorted(compare);
  const inFamily = new Map();
  for (const group of isRanked ? kept.toSorted((a, b) => a.rank - b.rank) : kept) {
    if (!inFamily.has(group.family)) inFamily.set(group.family, []);
    inFamily.get(group.family).push(group);
  }
  const order = isRanked ? [...inFamily.keys()] : families;
  const rest = families.filter((family) => !inFamily.has(family) && family.retired?.rank < Infinity);
  return [...order.filter((family) => inFamily.has(family)), ...rest].flatMap((family) => [
    family,
    ...(inFamily.get(family) ?? []),
    ...(family.retired?.rank < Infinity ? [family.retired] : []),
  ]);
}

function byName(a, b) {
  return a.title.localeCompare(b.title, "en", { numeric: true });
}

function bySize(a, b) {
  return (a.parameters ?? a.active ?? Infinity) - (b.parameters ?? b.active ?? Infinity);
}

function byDate(a, b) {
  return b.created < a.created ? -1 : b.created > a.created ? 1 : 0;
}

function byDownloads(a, b) {
  return (b.downloads ?? -1) - (a.downloads ?? -1);
}

// The rows of a group that are shown.
function rowsOf(group) {
  return group.isOpen ? group.models : group.matching;
}
