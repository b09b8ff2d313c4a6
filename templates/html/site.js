// Sorting and filtering; every page reads well without it. Nothing is asked of a network, and text is only ever set as text.
"use strict";
(() => {
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase().replace(/\s+/g, " ").trim();
  const plain = (text) => text.normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim();

  // Blank cells stay last in both directions; rows that tie keep the order of the ranking.
  const compare = (column, sign) => (one, other) => {
    const [a, b] = [one, other].map((row) => row.cells[column].dataset.v);
    if (a === "" || b === "") return (a === "") - (b === "");
    return sign * (Number(a) - Number(b));
  };

  const sortable = (table) => {
    const rows = [...table.tBodies].flatMap((body) => [...body.rows]);
    const homes = rows.map((row) => [row, row.parentNode]);
    const heads = [...table.tHead.rows[0].cells];
    const said = document.createElement("p");
    said.className = "hear";
    said.setAttribute("aria-live", "polite");
    table.after(said);

    const sort = (head, column, name) => {
      const first = head.dataset.first || "ascending";
      const back = first === "ascending" ? "descending" : "ascending";
      const way = head.getAttribute("aria-sort") === first ? back : first;
      heads.forEach((each) => each.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", way);
      const found = rows.filter((row) => !("head" in row.dataset));
      const home = column === 0 && way === "ascending";
      if (home) {
        homes.forEach(([row, body]) => { row.classList.remove("gone"); body.append(row); });
      } else {
        found.sort(compare(column, way === "ascending" ? 1 : -1));
        rows.filter((row) => "head" in row.dataset).forEach((row) => row.classList.add("gone"));
        table.tBodies[0].append(...found);
      }
      said.textContent = `Đã sắp theo ${name}, ${way === "ascending" ? "tăng dần" : "giảm dần"}`;
    };

    heads.forEach((head, column) => {
      if ("fixed" in head.dataset) return;
      const button = document.createElement("button");
      button.type = "button";
      // Browsers leave buttons out where a head is printed again on the next sheet: the words stand there as well.
      const paper = document.createElement("span");
      paper.className = "paper";
      paper.setAttribute("aria-hidden", "true");
      paper.textContent = head.textContent;
      button.append(...head.childNodes);
      button.addEventListener("click", () => sort(head, column, paper.textContent));
      head.append(button, paper);
    });
  };

  const filterable = (form) => {
    const table = document.getElementById(form.dataset.for);
    const rows = [...table.tBodies].flatMap((body) => [...body.rows]);
    const units = rows.filter((row) => !("head" in row.dataset)).map((row) => {
      const name = row.querySelector("th").textContent;
      const cell = row.querySelector("td.class");
      return { row, plain: plain(name), fold: fold(name), class: cell ? cell.textContent.trim() : "",
        marks: (row.dataset.marks || "").split(" ").filter(Boolean) };
    });
    const noun = form.querySelector("output").dataset.noun || "đơn vị";
    const run = () => {
      const { text, class: classes, mark } = form.elements;
      // Who types tones means them; who types none finds every tone.
      const typed = plain(text.value), loose = fold(text.value) === typed;
      let shown = 0;
      units.forEach((unit) => {
        const fits = (loose ? unit.fold : unit.plain).includes(typed)
          && (!classes || !classes.value || unit.class === classes.value || (unit.class === "" && classes.value === "Chưa xếp loại"))
          && (!mark || !mark.value || (mark.value === "-" ? !unit.marks.length : unit.marks.includes(mark.value)));
        unit.row.hidden = !fits;
        shown += fits;
      });
      rows.filter((row) => "head" in row.dataset).forEach((head) => {
        head.hidden = ![...head.parentNode.rows].some((row) => row !== head && !row.hidden);
      });
      form.querySelector("output").textContent = shown === units.length ? `${shown} ${noun}` : `Hiện ${shown} trên ${units.length} ${noun}`;
    };
    form.addEventListener("input", run);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("keydown", (event) => {
      if (event.key === "Escape") { form.reset(); run(); }
    });
    form.hidden = false;
    run();
  };

  const states = (bar) => {
    const leaves = [...document.querySelectorAll(".leaf")];
    const show = (state) => {
      leaves.forEach((leaf) => { leaf.hidden = state !== "" && !leaf.dataset.states.split(" ").includes(state); });
      document.querySelectorAll(".block, .part").forEach((part) => { part.hidden = !part.querySelector(".leaf:not([hidden])"); });
      bar.querySelectorAll("button").forEach((button) => button.setAttribute("aria-pressed", String(button.dataset.state === state)));
      bar.querySelector("output").textContent = `Hiện ${leaves.filter((leaf) => !leaf.hidden).length} trên ${leaves.length} tiêu chí`;
    };
    bar.querySelectorAll("button").forEach((button) => button.addEventListener("click", () => show(button.dataset.state)));
    // A link to a criterion that is filtered out shows it again.
    window.addEventListener("hashchange", () => {
      const goal = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (goal && goal.closest("[hidden]")) { show(""); goal.scrollIntoView(); }
    });
    bar.hidden = false;
  };

  // A table that scrolls sideways must be reachable by keyboard.
  const scrollable = (box) => {
    if (box.tabIndex >= 0) return;
    const look = () => {
      if (box.scrollWidth > box.clientWidth + 1) box.tabIndex = 0; else box.removeAttribute("tabindex");
    };
    look();
    window.addEventListener("resize", look);
  };

  document.querySelectorAll("table[data-sort]").forEach(sortable);
  document.querySelectorAll("form.filter").forEach(filterable);
  document.querySelectorAll(".states").forEach(states);
  document.querySelectorAll(".scroll").forEach(scrollable);
})();
