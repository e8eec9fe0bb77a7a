"use strict";
// The elements of an item of the list: a family's heading, or a model with the rows of its repos.

const [WIDTH, HEIGHT, MARGIN] = [88, 20, 2]; // of a chart, in pixels
const SVG = "http://www.w3.org/2000/svg";
const number = new Intl.NumberFormat("en");
const short = new Intl.NumberFormat("en", { notation: "compact", maximumSignificantDigits: 3 });

// An element; null children are left out.
function element(name, attributes, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value) node.setAttribute(key, value);
  node.append(...children.filter((child) => child !== null));
  return node;
}

function counted(n, what) {
  return `${number.format(n)} ${what}${n === 1 ? "" : "s"}`;
}

function draw(item) {
  const node = element("div", { class: "item" }, item.groups ? heading(item) : article(item));
  node.item = item;
  return node;
}

function heading(family) {
  const repos = family.groups.flatMap((group) => group.models);
  const originals = repos.filter((model) => model.is_original).length;
  const uploads = repos.filter((model) => !model.is_original && !model.is_mirror && !model.is_former).length;
  const parts = [counted(uploads, "upload"), ...(originals ? [counted(originals, "original")] : [])];
  return element(
    "h2",
    {},
    element("a", { href: `#family=${encodeURIComponent(family.name)}` }, family.title),
    element("small", {}, repos.length ? parts.join(", ") : ""),
  );
}

function article(group) {
  const rows = rowsOf(group);
  return element(
    "article",
    { class: group.isRetired ? "retired" : "" },
    element("h3", {}, group.title, ...badges(group), toggle(group, rows.length)),
    group.summary ? element("p", { class: "summary" }, group.summary) : null,
    rows.length ? element("ul", { "aria-label": group.title }, ...rows.map(row)) : null,
  );
}

function badges(group) {
  if (group.isRetired) return [];
  const kinds = [...new Set(group.models.map((model) => model.modality))];
  return [
    parameters(group),
    state.sort ? element("small", {}, group.family.title) : null,
    group.is_base ? element("small", { class: "fact" }, "base") : null,
    ...kinds.filter((kind) => kind && kind !== "text").map((kind) => element("small", { class: "fact" }, kind)),
    group.downloads === null
      ? null
      : element("small", { title: `Downloads in 30 days of all variants with a count: ${number.format(group.downloads)}` }, `${short.format(group.downloads)} downloads`),
  ];
}

function parameters({ parameters, active }) {
  const all = parameters ? `${size(parameters)} parameters` : "";
  const some = active && active !== parameters ? `${size(active)} active${all ? "" : " parameters"}` : "";
  return all || some ? element("small", {}, [all, some].filter(Boolean).join(", ")) : null;
}

function size(count) {
  const [unit, letter] = [[1e12, "T"], [1e9, "B"], [1e6, "M"], [1, ""]].find(([unit]) => count >= unit) ?? [1, ""];
  return `${Number((count / unit).toPrecision(4))}${letter}`;
}

// The button that shows or hides the rows that are not asked for.
function toggle(group, shown) {
  const more = group.models.length - group.matching.length;
  if (!more) return null;
  const what = group.isRetired ? counted(more, "name") : counted(more, "more variant").replace("more variant", group.matching.length ? "more variant" : "variant");
  const hidden = group.models.filter((model) => !group.matching.includes(model));
  const labels = group.isRetired ? "" : `: ${[...new Set(hidden.map((model) => model.label))].join(", ")}`;
  const text = group.isOpen ? "Show fewer" : what + labels;
  return element(
    "button",
    { type: "button", class: "more", "aria-expanded": String(group.isOpen), "aria-label": `${group.title}: ${text}` },
    text,
  );
}

function row(model) {
  return model.isRetired ? retiredRow(model) : modelRow(model);
}

function modelRow(model) {
  const [owner, name] = model.repo_id.split("/");
  const what = [model.role, model.modifier].filter(Boolean).map((text) => ` ${text}`);
  const link = `Link to ${model.constant}, ${[model.label, ...what].join("")}`;
  const label = element("span", { class: model.isQuant ? "quant" : "" }, model.label);
  const title = DATA.quants[model.quant];
  const node = element(
    "li",
    { "data-constant": model.constant, class: model === marked ? "marked" : "" },
    element("a", { class: "what", href: `#${model.constant}`, tabindex: "-1", title, "aria-label": link }, label, ...what),
    button("constant", "Models.", model.constant, "constant"),
    button("path", `${owner}/`, name, "path"),
    DAYS.length ? usage(model) : null,
    element("a", { class: "out", href: `https://huggingface.co/${encodeURI(model.repo_id)}`, tabindex: "-1", target: "_blank", rel: "noopener noreferrer", "aria-label": `${model.repo_id} on the Hub` }, "Hub"),
    facts(model),
  );
  node.model = model;
  return node;
}

function button(kind, soft, text) {
  const label = `Copy ${soft}${text}`;
  return element("button", { class: kind, type: "button", tabindex: "-1", title: `Copy the ${kind}`, "aria-label": label }, element("i", {}, soft), text);
}

// What the Hub reported, in a line; null if it reported nothing.
function facts(model) {
  const { verdict, checked, canonical, license, gatedHow, created, last_modified, context_length, likes } = model;
  const { revision, pipeline_tag, files } = model;
  const gate = { auto: "gated: accept the terms", manual: "gated: wait for approval" }[gatedHow];
  const parts = [
    verdict ? element("span", { class: "hub", "data-is": verdict }, verdict === "gated" && gate ? gate : verdict) : null,
    license,
    pipeline_tag,
    files ? `files: ${files}` : null,
    context_length ? `${number.format(context_length)} tokens of context` : null,
    created ? `created ${created}` : null,
    last_modified ? `last commit ${last_modified}` : null,
    revision ? `at ${revision.slice(0, 7)}` : null,
    typeof likes === "number" ? counted(likes, "like") : null,
    verdict ? `checked ${checked}` : null,
    canonical ? `now ${canonical}` : null,
  ].filter(Boolean);
  if (!parts.length) return null;
  return element("p", { class: "facts" }, ...parts.flatMap((part, at) => (at ? [" · ", part] : [part])));
}

function retiredRow(gone) {
  const { constant, repo_id, why, since, replacement } = gone;
  return element(
    "li",
    { class: gone === marked ? "marked" : "" },
    element("span", { class: "what" }, "retired"),
    element("span", { class: "constant" }, element("s", {}, `Models.${constant}`)),
    element("span", { class: "path" }, repo_id),
    element("span", { class: "why" }, `${why}, ${since}; `, ...(replacement ? ["use ", element("a", { href: `#${replacement}` }, `Models.${replacement}`)] : ["nothing replaces it"])),
  );
}

// The downloads of a model: a line from zero, so that its shape can be compared, and the latest.
function usage(model) {
  if (model.latest === null) return element("span", { class: "use" });
  const counts = model.downloads;
  const highest = Math.max(...counts.filter((count) => count !== null));
  const day = DAYS[counts.findLastIndex((count) => count !== null)];
  const first = DAYS[counts.findIndex((count) => count !== null)];
  const words = `${counted(model.latest, "download")} in the 30 days before ${day}`;
  const more = first === day ? "" : `; at most ${number.format(highest)} since ${first}`;
  const chart = document.createElementNS(SVG, "svg");
  chart.setAttribute("width", WIDTH);
  chart.setAttribute("height", HEIGHT);
  chart.setAttribute("aria-hidden", "true");
  chart.append(document.createElementNS(SVG, "path"));
  chart.firstChild.setAttribute("d", path(counts, highest));
  return element("span", { class: "use", title: words + more }, chart, element("span", {}, `${short.format(model.latest)} downloads`));
}

// The line, in the path language of SVG. It has a gap where there is no count.
function path(counts, highest) {
  const across = (WIDTH - 2 * MARGIN) / Math.max(counts.length - 1, 1);
  const up = (HEIGHT - 2 * MARGIN) / (highest || 1);
  let line = "";
  counts.forEach((count, at) => {
    if (count === null) return;
    const isStart = (counts[at - 1] ?? null) === null;
    const isAlone = isStart && (counts[at + 1] ?? null) === null;
    const x = (MARGIN + at * across).toFixed(1);
    const y = (HEIGHT - MARGIN - count * up).toFixed(1);
    line += `${isStart ? "M" : "L"}${x} ${y}${isAlone ? "h0" : ""}`;
  });
  return line;
}
