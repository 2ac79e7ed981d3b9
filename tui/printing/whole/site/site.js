"use strict";
// Shows one part of the page at a time, searches, and writes a part as it was at another date. All text of the model
// is set as text, never as markup.
(() => {
  const byId = (id) => document.getElementById(id);
  const data = JSON.parse(byId("_data").textContent);
  const articles = [...document.querySelectorAll("article")];
  const sections = [...document.querySelectorAll("main > section")].filter((each) => each.id !== "_entities");
  const everything = byId("_entities");
  const cited = [...byId("_cited").querySelectorAll("li")];
  const names = articles.map((each) => each.querySelector("h3").firstChild.textContent.trim());
  const places = new Map(articles.map((each, place) => [each.id, place]));
  const latest = data.dates.length;
  const select = byId("_date");
  const title = document.title;
  let chosen = latest;

  const make = (tag, text, attributes = {}) => {
    const element = document.createElement(tag);
    if (text) element.textContent = text;
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  };

  // The lines of a part: in the page, and at a date.
  const ROLES = ["row", "title", "subtitle", "text", "field", "heading", "relation", "note", "address"];
  const GROUPS = { LI: "ul", DIV: "dl" };
  const kept = new Map();
  const holder = (part) => (part.tagName === "ARTICLE" ? part : part.querySelector("div") ?? part);
  const linesIn = (place) =>
    [...place.children].flatMap((each) => (each.tagName === "UL" || each.tagName === "DL" ? [...each.children] : [each]));
  const rowsIn = (place) =>
    [...place.querySelectorAll("li > span")].map((row) => {
      let depth = -1;
      for (let at = row; at !== place; at = at.parentElement) depth += at.tagName === "UL";
      return [row, depth];
    });

  const linked = (element, text, place) => {
    if (!place) return element.append(text);
    const name = names[place - 1];
    const link = make("a", text.startsWith("\u0001") ? name : text.split(" \u00b7 ")[0], { href: `#${ids(place)}` });
    element.append(link, text.startsWith("\u0001") ? text.slice(1) : text.slice(text.split(" \u00b7 ")[0].length));
    return element;
  };
  const ids = (place) => articles[place - 1].id;
  const made = ([role, indent, coded, place, notes, label], rank) => {
    const [start, end] = coded.split("\u0002");
    const text = end === undefined ? start : `${start} \u00b7 ${data.ends[end]}`;
    const kind = ROLES[role];
    const words = data.ends[label ?? 0];
    const tags = { title: `h${rank}`, heading: `h${rank + 1}`, field: "div", relation: "li", note: "li", address: "li" };
    const element = make(kind === "row" ? "span" : tags[kind] ?? "p");
    const body = kind === "field" ? make("dd") : element;
    if (kind === "field") element.append(make("dt", words), body);
    linked(body, text, place);
    if (kind === "row" && words) body.append(" ", make("small", `(${words})`));
    if (notes?.length) body.append(" ", make("sup", notes.join(", ")));
    const classes = [kind === "note" || kind === "subtitle" ? kind[0] : "", kind !== "row" && indent > 1 ? `i${Math.min(indent, 4)}` : ""];
    if (classes.some(Boolean)) element.className = classes.filter(Boolean).join(" ");
    return [element, indent];
  };

  const holds = (mask, date) => {
    for (let at = 0; at < mask.length; at += 2) if (mask[at] <= date && date <= mask[at + 1]) return true;
    return false;
  };
  const linesAt = (code, lines, date, rank) => {
    const found = [];
    let next = 0;
    for (const token of code.split(" ")) {
      const [, mask, sign, number] = token.match(/^(\d+)([-*]?)(\d*)$/);
      const stands = holds(data.masks[mask], date);
      if (sign === "-") {
        if (stands) found.push(made(data.extra[number], rank));
        continue;
      }
      for (let left = sign ? Number(number) : 1; left; left -= 1, next += 1) if (stands) found.push(lines[next]);
    }
    return found;
  };
  // Of what a line cites, the documents of by then; all of them where every one is later.
  const citing = (element, date) => {
    const copy = element.cloneNode(true);
    const last = data.dates[date][2];
    for (const sup of copy.querySelectorAll("sup")) {
      const numbers = sup.textContent.split(", ");
      const known = numbers.filter((each) => data.cited[each - 1] <= last);
      sup.textContent = (known.length ? known : numbers).join(", ");
    }
    return copy;
  };
  const grouped = (elements) => {
    const found = [];
    for (const element of elements) {
      const tag = GROUPS[element.tagName];
      if (!tag) found.push(element);
      else if (found.at(-1)?.tagName.toLowerCase() === tag) found.at(-1).append(element);
      else {
        found.push(make(tag));
        found.at(-1).append(element);
      }
    }
    return found;
  };
  const OPEN = 2;
  const fold = (item, below, isOpen) => {
    const button = make("button", "", { type: "button", "aria-label": `Below ${item.querySelector("span").textContent}` });
    const set = (open) => {
      button.setAttribute("aria-expanded", String(open));
      button.textContent = open ? "\u25be" : "\u25b8";
      below.hidden = !open;
    };
    button.addEventListener("click", () => set(below.hidden));
    set(isOpen);
    item.prepend(button);
  };
  const nested = (rows) => {
    const top = make("ul");
    const lists = [top];
    rows.forEach(([row, depth], place) => {
      lists.length = Math.min(lists.length, depth + 1);
      const item = make("li");
      item.append(row);
      lists.at(-1).append(item);
      if ((rows[place + 1]?.[1] ?? 0) > depth) {
        const below = make("ul");
        item.append(below);
        fold(item, below, depth < OPEN);
        lists.push(below);
      }
    });
    return rows.length ? [top] : [];
  };

  const write = (part, date) => {
    const place = holder(part);
    const isTree = part.id === "_tree";
    if (!kept.has(part.id)) {
      kept.set(part.id, [[...place.childNodes], isTree ? rowsIn(place) : linesIn(place).map((each) => [each, 0])]);
    }
    const [nodes, lines] = kept.get(part.id);
    const code = data.parts[part.id];
    if (isTree && (date === latest || code === undefined)) return place.replaceChildren(...nested(lines));
    if (date === latest || code === undefined) return place.replaceChildren(...nodes);
    const found = linesAt(code, lines, date, part.tagName === "ARTICLE" || part.querySelector("h4") ? 3 : 2).map(([each, depth]) => [citing(each, date), depth]);
    place.replaceChildren(...(isTree ? nested(found) : grouped(found.map(([each]) => each))));
  };

  // What is cited, below the part that cites it.
  const sources = (part, date) => {
    const numbers = new Set([...part.querySelectorAll("sup")].flatMap((each) => each.textContent.split(", ").map(Number)));
    if (!numbers.size || part.id === "_cited") return null;
    const found = make("aside", "", { class: "cited" });
    const list = make("ol");
    for (const number of [...numbers].sort((one, other) => one - other)) {
      const item = cited[number - 1].cloneNode(true);
      item.value = number;
      if (date !== latest && data.cited[number - 1] > data.dates[date][2]) item.append(", later than the day shown");
      list.append(item);
    }
    found.append(make(part.tagName === "ARTICLE" ? "h4" : "h3", "Sources"), list);
    return found;
  };

  const show = (isFirst) => {
    const [, anchor, date] = decodeURIComponent(location.hash).match(/^#?([^@]*)@?(.*)$/);
    if (anchor === "_content") return byId("_content").focus();
    if (date) {
      const number = data.dates.findIndex((each) => each[0] === date);
      chosen = number < 0 ? latest : number;
    }
    const part = byId(anchor)?.closest("article, main > section") ?? byId("_tree");
    select.value = String(chosen);
    for (const each of document.querySelectorAll(".on, .cited, .stamp")) {
      if (each.classList.contains("on")) each.classList.remove("on");
      else each.remove();
    }
    write(part, chosen);
    part.classList.add("on");
    everything.classList.toggle("on", part.tagName === "ARTICLE");
    let heading = part.querySelector("h2, h3");
    if (!heading) {
      heading = make("h3", names[places.get(part.id)]);
      part.prepend(heading);
    }
    const name = heading.firstChild.textContent.trim();
    const link = `#${part.id}${chosen === latest ? "" : `@${data.dates[chosen][0]}`}`;
    const stamp = make("p", "", { class: "stamp" });
    if (chosen !== latest) stamp.append(`As of ${data.dates[chosen][1]}. `);
    stamp.append(make("a", "Link to this page", { href: link }));
    heading.after(stamp);
    const list = sources(part, chosen);
    if (list) part.append(list);
    document.title = part.id === "_tree" ? title : `${name} \u00b7 ${title}`;
    if (location.hash !== link && (location.hash || chosen !== latest)) history.replaceState(null, "", link);
    if (isFirst) return;
    heading.tabIndex = -1;
    heading.focus();
    window.scrollTo(0, 0);
  };

  // Search.
  const folded = (text) =>
    text
      .replace(/(\d),(?=\d{3}(?!\d))/g, "$1")
      .replace(/(\d)\.(?=\d)/g, "$1point")
      .replace(/&/g, " and ")
      .normalize("NFKD")
      .replace(/[\u0300-\u036f'\u2019]/g, "")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .replace(/z/g, "s")
      .trim();
  const stem = (word) => (word.length > 3 ? word.replace(/ies$/, "y").replace(/([^s])s$/, "$1") : word);
  const SMALL = new Set(["of", "the", "and", "for", "in", "a", "to", "on", "at", "by", "with", "is", "who", "what"]);
  const OPENING = /^(nhs|the) /;
  // Names are read in slices while nothing else is to be done, in the order in which hits are listed; a key that comes
  // before all are read is answered from what is read within a moment, and once more at the end.
  const SLICE = 8;
  const MOMENT = 12;
  const position = [];
  data.search.order.forEach((place, at) => (position[place] = at));
  const index = { texts: [], words: new Map(), stems: new Map(), vocabulary: [], whole: false };
  const ended = new Set(data.search.ended);
  const records = new Set(data.search.records);
  const take = (place) => {
    const { texts, words } = index;
    const [others = "", codes = ""] = data.search.found[place].split("\n");
    const text = folded(names[place]);
    const named = others ? others.split("|") : [];
    const coded = [folded(articles[place].id), ...(codes ? codes.split("|") : [])];
    const add = (written, level) => {
      for (const word of written.split(" ")) {
        if (!words.has(word)) words.set(word, new Map());
        const bearers = words.get(word);
        if (!(bearers.get(place) <= level)) bearers.set(place, level);
      }
    };
    add(text, 0);
    for (const each of [...named, ...coded]) add(each, 1);
    add(data.search.around[place], 2);
    const initials = text.split(" ").filter((word) => !SMALL.has(word)).map((word) => word[0]).join("");
    const bare = text.replace(OPENING, "");
    texts.push({ place, text, bare, named: [...named, ...named.map((each) => each.replace(OPENING, ""))], coded, initials });
  };
  const read = (until) => {
    const { texts, words, stems } = index;
    while (texts.length < names.length && performance.now() < until) take(data.search.order[texts.length]);
    if (index.whole || texts.length < names.length) return index.whole;
    for (const word of words.keys()) {
      const key = stem(word);
      if (stems.has(key)) stems.get(key).push(word);
      else stems.set(key, [word]);
    }
    index.vocabulary = [...words.keys()].sort();
    return (index.whole = true);
  };
  const near = (one, other) => {
    if (Math.abs(one.length - other.length) > 1 || one === other) return one === other;
    let at = 0;
    while (at < one.length && one[at] === other[at]) at += 1;
    const left = one.slice(at);
    const right = other.slice(at);
    return (
      left.slice(1) === right.slice(1) || left.slice(1) === right || left === right.slice(1) ||
      (left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2))
    );
  };
  const bearing = (word, isLast) => {
    const { words, stems, vocabulary } = index;
    const alike = [...(words.has(word) ? [word] : []), ...(stems.get(stem(word)) ?? [])];
    if (isLast && word.length > 1) {
      let low = 0;
      let high = vocabulary.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (vocabulary[middle] < word) low = middle + 1;
        else high = middle;
      }
      for (; low < vocabulary.length && vocabulary[low].startsWith(word); low += 1) alike.push(vocabulary[low]);
    }
    const found = new Map();
    for (const each of alike) {
      for (const [place, level] of words.get(each)) found.set(place, Math.min(found.get(place) ?? 9, level));
    }
    return found;
  };
  // Adds what a text finds, best first: a code, a name, another name, initials, the beginning of a name, all its words.
  const rank = (text, least, scores, isGuess = false) => {
    const add = (place, score) => {
      const found = least + score + (records.has(place) ? RECORDS : 0);
      if (!(scores.get(place) <= found)) scores.set(place, found);
    };
    const joined = text.replaceAll(" ", "");
    for (const each of index.texts) {
      const { place, bare } = each;
      if (isGuess) {
        if (each.text.startsWith(text) || bare.startsWith(text)) add(place, 4);
      } else if (each.coded.includes(text)) add(place, 0);
      else if (each.text === text || bare === text) add(place, 1);
      else if (each.named.includes(text)) add(place, text.includes(" ") || text.length > 6 ? 2 : 0);
      else if (joined.length > 1 && each.initials === joined) add(place, 3);
      else if (each.text.startsWith(text) || bare.startsWith(text)) add(place, 4);
    }
    (data.search.plain[text.split(" ").map(stem).join(" ")] ?? []).forEach((place, at) => add(place, 4.5 + at / 100));
    const asked = text.split(" ").filter((word) => !SMALL.has(word));
    let all = null;
    (asked.length ? asked : text.split(" ")).forEach((word, at, words) => {
      const found = bearing(word, at === words.length - 1);
      const both = new Map();
      for (const [place, level] of found) {
        if (!all) both.set(place, level);
        else if (all.has(place)) both.set(place, Math.max(all.get(place), level));
      }
      all = both;
    });
    for (const [place, level] of all) add(place, 5 + level);
  };
  const MOST_LIKELY = 4;
  const SPELT = 20;
  const RECORDS = 8;
  const search = (written) => {
    const text = folded(written);
    if (!text) return [];
    const { vocabulary } = index;
    const scores = new Map();
    rank(text, 0, scores);
    if (!scores.size) {
      const words = text.split(" ");
      const wrong = words.findIndex((word, at) => word.length > 3 && !SMALL.has(word) && !bearing(word, at === words.length - 1).size);
      const likely = wrong < 0 ? [] : vocabulary.filter((each) => near(each, words[wrong])).slice(0, MOST_LIKELY);
      for (const each of likely) rank(words.with(wrong, each).join(" "), SPELT, scores, true);
    }
    return [...scores.keys()].sort(
      (one, other) =>
        scores.get(one) - scores.get(other) || ended.has(one) - ended.has(other) || position[one] - position[other],
    );
  };

  const query = byId("_query");
  const hits = byId("_hits");
  const count = byId("_count");
  const MOST = 10;
  const answer = () => {
    const found = search(query.value);
    hits.replaceChildren(
      ...found.slice(0, MOST).map((place) => {
        const item = make("li");
        const words = articles[place].querySelector("p")?.textContent ?? "";
        item.append(make("a", names[place], { href: `#${articles[place].id}` }), " ", make("small", words));
        return item;
      }),
    );
    const soFar = index.whole ? "" : " so far";
    const more = found.length > MOST ? `${found.length} found${soFar}, the first ${MOST} shown` : `${found.length} found${soFar}`;
    const nothing = index.whole ? "Nothing here has these words" : "Still reading the names";
    count.textContent = query.value.trim() ? (found.length ? more : nothing) : "";
  };
  query.addEventListener("input", () => {
    read(performance.now() + MOMENT);
    answer();
  });
  byId("_search").addEventListener("submit", (event) => {
    event.preventDefault();
    hits.querySelector("a")?.click();
  });
  const clear = () => {
    query.value = "";
    answer();
  };
  hits.addEventListener("click", clear);
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && document.activeElement !== query && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      query.focus();
    } else if (event.key === "Escape") clear();
    else if (event.key === "ArrowDown" && document.activeElement === query) hits.querySelector("a")?.focus();
  });

  select.append(make("option", "latest", { value: String(latest) }));
  for (let at = latest - 1; at >= 0; at -= 1) {
    const [, words, , why] = data.dates[at];
    select.append(make("option", why ? `${words}: ${why}` : words, { value: String(at) }));
  }
  select.addEventListener("change", () => {
    chosen = Number(select.value);
    const [, anchor] = location.hash.match(/^#?([^@]*)/);
    history.pushState(null, "", `#${anchor || "_tree"}`);
    show(true);
  });
  window.addEventListener("hashchange", () => show(false));
  byId("_search").hidden = byId("_when").hidden = false;
  document.body.classList.add("one");
  show(true);
  const later = window.requestIdleCallback ?? setTimeout;
  const readOn = () => {
    if (index.whole) return;
    if (!read(performance.now() + SLICE)) later(readOn);
    else if (query.value && document.activeElement === query) answer();
  };
  later(readOn); // before anyone types, so that the first answer need not wait for it
})();
