"use strict";
// The search of these pages. What is typed stays on the page: it is not kept, put into the
// address or sent. The index beside this file was worked out when the pages were made.
(() => {
  const MOST = 20;
  const EXPANSIONS = 24;
  const SAME = 0.5;
  const PREFIX = 0.8;
  const KINDS = {
    "must-not": "You must not", must: "You must", tell: "Tell somebody", may: "You may",
    note: "Note", route: "Whom to tell", person: "Person",
  };
  const byId = (id) => document.getElementById(id);
  const field = byId("query");
  const index = handbookIndex;
  const stop = new Set(index.stop);
  const vocabulary = new Map(Object.entries(index.words));
  const sorted = [...vocabulary.keys()].sort();
  const same = new Map();
  for (const group of index.same) {
    for (const one of group) same.set(one, [...(same.get(one) || []), ...group]);
  }

  const fold = (word) =>
    word.normalize("NFKD").toLowerCase().replace(/\u2019/g, "'").replace(/'s$/, "")
      .replace(/[^\p{L}\p{N}]/gu, "");
  const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['\u2019][\p{L}\p{N}]+)*/gu;
  const wordsOf = (text) => (text.match(WORD) || []).map(fold).filter(Boolean);

  // How many letters have to change, at most `most`.
  function distance(one, other, most) {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    let above = Array.from({ length: other.length + 1 }, (_, i) => i);
    for (let i = 1; i <= one.length; i += 1) {
      const row = [i];
      for (let j = 1; j <= other.length; j += 1) {
        const swap = above[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1);
        row.push(Math.min(swap, above[j] + 1, row[j - 1] + 1));
      }
      if (Math.min(...row) > most) return most + 1;
      above = row;
    }
    return above[other.length];
  }

  function repaired(word) {
    const most = word.length >= 7 ? 2 : word.length >= 4 ? 1 : 0;
    let best = "";
    let least = most + 1;
    for (const known of most ? sorted : []) {
      const away = distance(word, known, Math.min(most, least - 1));
      if (away < least) [best, least] = [known, away];
    }
    return best;
  }

  function beginning(word) {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle] < word) low = middle + 1;
      else high = middle;
    }
    const found = [];
    while (found.length < EXPANSIONS && low < sorted.length && sorted[low].startsWith(word)) {
      found.push(sorted[low]);
      low += 1;
    }
    return found;
  }

  // The stems that a typed word may mean, each with its weight.
  function meanings(word, isLast) {
    const stems = new Map();
    const add = (stem, weight) => stems.set(stem, Math.max(weight, stems.get(stem) || 0));
    if (vocabulary.has(word)) add(vocabulary.get(word), 1);
    if (isLast) for (const longer of beginning(word)) add(vocabulary.get(longer), PREFIX);
    for (const [stem, weight] of [...stems]) {
      if (weight === 1) for (const other of same.get(stem) || []) add(other, SAME);
    }
    return stems;
  }

  function search(text) {
    const typed = wordsOf(text);
    const telling = typed.filter((word) => !stop.has(word));
    const words = telling.length ? telling : typed;
    const mended = [];
    const scores = new Map();
    const meant = new Set();
    words.forEach((word, place) => {
      let stems = meanings(word, place === words.length - 1 && !/\s$/.test(text));
      if (!stems.size) {
        const other = repaired(word);
        if (other) mended.push(other);
        stems = other ? meanings(other, false) : stems;
      }
      const best = new Map();
      for (const [stem, weight] of stems) {
        meant.add(stem);
        const row = index.postings[stem];
        for (let i = 0; i < row.length; i += 2) {
          best.set(row[i], Math.max(best.get(row[i]) || 0, row[i + 1] * weight));
        }
      }
      for (const [doc, score] of best) {
        const [sum, count] = scores.get(doc) || [0, 0];
        scores.set(doc, [sum + score, count + 1]);
      }
    });
    const hits = [...scores].map(([doc, [sum, count]]) => [doc, sum * (count / words.length)]);
    hits.sort((one, other) => other[1] - one[1] || one[0] - other[0]);
    return { hits: hits.slice(0, MOST).map((hit) => hit[0]), count: hits.length, meant, mended };
  }

  const isMeant = (word, meant) => meant.has(vocabulary.get(fold(word)));

  function excerpt(text, meant) {
    const places = [...text.matchAll(WORD)].filter((found) => isMeant(found[0], meant));
    const first = places.length ? places[0].index : 0;
    let start = Math.max(0, first - 60);
    if (start) start = text.indexOf(" ", start) + 1;
    let end = Math.min(text.length, start + 200);
    if (end < text.length) end = text.lastIndexOf(" ", end);
    const line = document.createElement("p");
    let at = start;
    if (start) line.append("… ");
    for (const found of places) {
      if (found.index < at || found.index + found[0].length > end) continue;
      line.append(text.slice(at, found.index));
      const mark = document.createElement("mark");
      mark.textContent = found[0];
      line.append(mark);
      at = found.index + found[0].length;
    }
    line.append(text.slice(at, end), end < text.length ? " …" : "");
    return line;
  }

  function row(doc, meant) {
    const [address, label, title, where, kind, text] = index.documents[doc];
    const item = document.createElement("li");
    const path = document.createElement("p");
    path.className = "path";
    path.textContent = where;
    const link = document.createElement("a");
    link.href = address;
    link.textContent = label ? `${label} ${title}` : title;
    item.append(path, link);
    if (KINDS[kind]) {
      const tag = document.createElement("span");
      tag.className = `kind ${kind}`;
      tag.textContent = KINDS[kind];
      item.append(" ", tag);
    }
    if (text) item.append(excerpt(text, meant));
    return item;
  }

  function show() {
    const text = field.value;
    const { hits, count, meant, mended } = search(text);
    byId("hits").replaceChildren(...hits.map((doc) => row(doc, meant)));
    const asked = wordsOf(text).length > 0;
    byId("nothing").hidden = !asked || hits.length > 0;
    let said = "";
    if (asked) {
      said = hits.length ? `${count} found` : "Nothing was found";
      if (count > MOST) said = `The best ${MOST} of ${count}`;
      if (mended.length) said += `. Showing what was found for: ${mended.join(", ")}`;
    }
    byId("found").textContent = said;
    document.body.classList.toggle("searched", asked);
  }

  // What the page does with it.
  byId("searching").hidden = false;
  byId("no-search").hidden = true;
  field.addEventListener("input", show);
  field.addEventListener("keydown", (event) => {
    const first = document.querySelector("#hits a");
    if (event.key === "Enter" && first) first.click();
    if (event.key === "ArrowDown" && first) {
      event.preventDefault();
      first.focus();
    }
  });
  byId("hits").addEventListener("keydown", (event) => {
    const links = [...document.querySelectorAll("#hits a")];
    const at = links.indexOf(document.activeElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key];
    if (next === undefined || at < 0) return;
    event.preventDefault();
    (next < 0 ? field : links[Math.min(next, links.length - 1)]).focus();
  });
  const asked = () => {
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch {
      return "";
    }
  };
  const begin = () => {
    if (!asked() || asked() === "main_text") return;
    field.value = asked();
    show();
  };
  if (location.pathname.endsWith("search.html")) {
    addEventListener("hashchange", begin);
    begin();
    field.focus();
  }
})();
