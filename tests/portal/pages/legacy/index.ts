// The one script of the two pages from before the Entra admin center: it shows and hides what the
// server has written.

import { parseOptions } from "../../options.ts";
import { stateLabels } from "../../server-pages/legacy-users.ts";
import { observe, observeSubmitted } from "../observed.ts";
import type { MfaState } from "../../users.ts";

function found<T extends HTMLElement>(selector: string, kind: new () => T): T {
  const element = document.querySelector(selector);
  if (!(element instanceof kind)) throw new Error(`not on this page: ${selector}`);
  return element;
}

function all(selector: string, within: ParentNode = document): HTMLElement[] {
  return [...within.querySelectorAll<HTMLElement>(selector)];
}

function isState(value: string | undefined): value is MfaState {
  return value === "disabled" || value === "enabled" || value === "enforced";
}

function usersPage(table: HTMLElement): void {
  const labels = stateLabels(parseOptions(location.search).lng);
  const rows = all("tbody tr[data-user]", table);
  const none = found("#none", HTMLElement);
  const side = found("#side", HTMLElement);
  const status = found("#status", HTMLSelectElement);
  const search = found("#search", HTMLInputElement);
  let sorted = false;

  const selected = (): HTMLElement[] =>
    rows.filter((row) => !row.hidden && row.querySelector<HTMLInputElement>("input")?.checked === true);
  const report = (): void => {
    observe({ states: Object.fromEntries(rows.map(({ dataset }) => [dataset["user"] ?? "", dataset["state"] ?? ""])) });
  };
  const show = (): void => {
    const sought = search.value.trim().toLowerCase();
    const filtered = sought !== "" || status.value !== "";
    const lost = table.dataset["thousands"] === "yes" && sorted && !filtered;
    for (const row of rows) {
      const matches =
        (status.value === "" || row.dataset["state"] === status.value) &&
        (row.textContent ?? "").toLowerCase().includes(sought);
      row.hidden = lost || !matches;
    }
    none.hidden = rows.some(({ hidden }) => !hidden);
    const chosen = selected();
    side.hidden = chosen.length === 0;
    found("#selected", HTMLElement).textContent =
      chosen.length === 1 ? (chosen[0]?.children[1]?.textContent ?? "") : `${String(chosen.length)} selected`;
  };

  for (const control of [status, search]) control.addEventListener("input", show);
  table.addEventListener("change", show);
  for (const link of all(".sort")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      sorted = true;
      const column = Number(link.dataset["column"]);
      const text = (row: HTMLElement): string => row.children[column]?.textContent ?? "";
      table.querySelector("tbody")?.append(...rows.toSorted((a, b) => text(a).localeCompare(text(b))));
      show();
    });
  }

  const open = (id: string): void => {
    found(id, HTMLElement).hidden = false;
    document.querySelector<HTMLElement>(`${id} input`)?.focus();
  };
  let makes: MfaState | undefined;
  for (const step of all(".step")) {
    step.addEventListener("click", (event) => {
      event.preventDefault();
      makes = isState(step.dataset["makes"]) ? step.dataset["makes"] : undefined;
      if (makes !== undefined) open(`#about-${makes}`);
    });
  }
  found("#manage", HTMLElement).addEventListener("click", (event) => {
    event.preventDefault();
    makes = undefined;
    open("#about-settings");
  });
  for (const cover of all(".cover")) {
    cover.querySelector(".cancel")?.addEventListener("click", () => {
      cover.hidden = true;
    });
    cover.querySelector(".accept")?.addEventListener("click", () => {
      cover.hidden = true;
      for (const row of makes === undefined ? [] : selected()) {
        if (makes === undefined) continue;
        row.dataset["state"] = makes;
        const state = row.querySelector(".state");
        if (state !== null) state.textContent = labels[makes];
      }
      report();
      open("#updated");
    });
  }
  report();
}

function proofupPage(form: HTMLFormElement): void {
  const contact = document.querySelector<HTMLSelectElement>("#contact");
  const number = document.querySelector<HTMLInputElement>('input[name="number"]');
  const sections = all("section", form);
  const entered = () => ({
    form: contact?.value ?? "options",
    country: form.querySelector<HTMLSelectElement>('select[name="country"]')?.value ?? "",
    phoneNumber: (number ?? form.querySelector<HTMLInputElement>('input[name="phone"]'))?.value ?? "",
  });
  const report = (): void => {
    observe({ entered: entered() });
    const phone = contact === null || contact.value !== "authenticator";
    for (const part of all("#number-of, #method", form)) part.hidden = !phone;
    const method = document.querySelector<HTMLElement>("#method");
    if (method !== null && contact?.value === "office-phone") method.hidden = true;
  };
  form.addEventListener("input", report);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    observeSubmitted(entered());
    const at = sections.findIndex(({ hidden }) => !hidden);
    sections.forEach((section, index) => {
      section.hidden = index !== Math.min(at + 1, sections.length - 1);
    });
  });
  report();
}

const table = document.querySelector<HTMLElement>("table#users");
if (table !== null) usersPage(table);
else proofupPage(found("#aspnetForm", HTMLFormElement));
