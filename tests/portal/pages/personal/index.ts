// The one script of a personal account's pages: it shows and hides what the server has written.

import { parseOptions } from "../../options.ts";
import { PROOF_LISTS } from "../../proofs.ts";
import { observe, observeSubmitted } from "../observed.ts";

function byId<T extends HTMLElement>(id: string, kind: new () => T): T | undefined {
  const element = document.getElementById(id);
  return element instanceof kind ? element : undefined;
}

function managePage(list: HTMLElement): void {
  const proofs = PROOF_LISTS[parseOptions(location.search).proofs];
  const rows = [...list.querySelectorAll<HTMLElement>(".proof")];
  const removing = byId("removing", HTMLElement);
  let asked: HTMLElement | undefined;
  const report = (): void => {
    observe({
      proofs: rows
        .filter(({ isConnected }) => isConnected)
        .map(({ dataset }) => proofs[Number(dataset["proof"])]?.kind ?? ""),
    });
  };
  for (const row of rows) {
    const head = row.querySelector(".head");
    const more = row.querySelector<HTMLElement>(".more");
    head?.addEventListener("click", () => {
      if (more === null) return;
      more.hidden = !more.hidden;
      head.setAttribute("aria-expanded", String(!more.hidden));
    });
    row.querySelector(".remove")?.addEventListener("click", () => {
      asked = row;
      const what = byId("removing-what", HTMLElement);
      if (what !== undefined) what.textContent = head?.textContent ?? "";
      if (removing !== undefined) removing.hidden = false;
    });
  }
  const close = (): void => {
    asked = undefined;
    if (removing !== undefined) removing.hidden = true;
  };
  byId("removing-no", HTMLElement)?.addEventListener("click", close);
  byId("removing-yes", HTMLElement)?.addEventListener("click", () => {
    asked?.remove();
    close();
    report();
  });
  const adder = byId("AddProofLink", HTMLButtonElement);
  adder?.addEventListener("click", () => {
    location.assign(adder.dataset["address"] ?? "/proofs/Add");
  });
  byId("RecoveryCodeLink", HTMLElement)?.addEventListener("click", () => {
    const code = byId("RecoveryCode", HTMLElement);
    if (code !== undefined) code.textContent = "PRACT-ICEPR-ACTIC-EPRAC-TICE0";
  });
  report();
}

function addPage(form: HTMLFormElement): void {
  const kind = byId("iProofOptions", HTMLSelectElement);
  const country = byId("DisplayPhoneCountryISO", HTMLSelectElement);
  const phoneNumber = byId("DisplayPhoneNumber", HTMLInputElement);
  const email = byId("EmailAddress", HTMLInputElement);
  const show = (): void => {
    const phone = kind?.value === "Phone";
    byId("iPhonePart", HTMLElement)?.toggleAttribute("hidden", !phone);
    byId("iEmailPart", HTMLElement)?.toggleAttribute("hidden", phone);
    observe({ entered: entered() });
  };
  const entered = () => ({
    form: kind?.value ?? "",
    country: country?.value ?? "",
    phoneNumber: phoneNumber?.value ?? "",
    email: email?.value ?? "",
  });
  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    observeSubmitted(entered());
    location.assign(`/proofs/Verify${location.search}`);
  });
  show();
}

function verifyPage(form: HTMLFormElement): void {
  const boxes = [...form.querySelectorAll<HTMLInputElement>(".boxes input")];
  boxes.forEach((box, index) => {
    box.addEventListener("input", () => {
      if (box.value !== "") boxes[index + 1]?.focus();
    });
  });
  const none = byId("iProofNone", HTMLInputElement);
  form.addEventListener("change", () => {
    byId("iReplace", HTMLElement)?.toggleAttribute("hidden", none?.checked !== true);
    byId("iEnterCode", HTMLElement)?.toggleAttribute("hidden", none?.checked === true);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    location.assign(`/proofs/Manage${location.search}`);
  });
}

const list = document.getElementById("Proofs");
if (list !== null) managePage(list);
const adding = byId("frmAddProof", HTMLFormElement);
if (adding !== undefined) addPage(adding);
const verifying = byId("frmVerifyProof", HTMLFormElement);
if (verifying !== undefined) verifyPage(verifying);
