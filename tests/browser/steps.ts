// Executes on the practice pages the steps that the table of expectations names. Owns where everything is found;
// asserts nothing.

import type { Frame, Locator, Page } from "playwright-core";
import { PAGES, type OpenedPage, type Step } from "../portal/expectations.ts";
import { ABOUT, ADD_A_PROOF } from "../portal/personal-words.ts";
import { parseOptions, type Language, type Options } from "../portal/options.ts";
import type { MethodKind } from "../portal/registrations.ts";
import { adminMethodName, label, userMethodName, type Wording } from "../portal/words.ts";
import { bladeFrame, contextPaneFrame, frameOf, openAddForm, paneWithFocus } from "./portal-pages.ts";

type Place = NonNullable<(typeof PAGES)[keyof typeof PAGES]["place"]>;

/** Where a page's steps are executed, in its language and with its switches. */
interface Stage {
  readonly page: Page;
  readonly place: Place;
  readonly language: Language;
  readonly options: Options;
  readonly wording: Wording;
  /** The page itself, or the blade's frame. */
  readonly frame: Page | Frame;
}

/** Waits until the page shows what it is about, and returns where that is. */
async function stageOf(page: Page, { expectation, language }: OpenedPage): Promise<Stage | undefined> {
  const { place } = PAGES[expectation.page];
  if (place === null) return undefined;
  const options = parseOptions(new URL(page.url()).search);
  const wording: Wording = options.generation === "current" ? "newer" : "older";
  const stage = { page, place, language, options, wording };
  switch (place) {
    case "user-methods": {
      const frame = await bladeFrame(page);
      await frame.getByText(label("admin_section_usable_methods", language)).first().waitFor();
      return { ...stage, frame };
    }
    case "per-user-mfa":
    case "registration-report": {
      const module = place === "per-user-mfa" ? "MultifactorAuthenticationConfig" : "UserRegistrationDetails";
      const frame = await frameOf(page, `iframe.fxs-reactview-frame-active[name="${module}.ReactView"]`);
      await frame.getByRole("gridcell").first().waitFor();
      return { ...stage, frame };
    }
    default:
      await page.locator('h1, h2, [role="heading"]').first().waitFor();
      return { ...stage, frame: page };
  }
}

/** A v8 dialog has no box of its own, so it is never visible. */
async function dialogIn(frame: Page | Frame): Promise<void> {
  await frame.getByRole("dialog").or(frame.getByRole("alertdialog")).first().waitFor({ state: "attached" });
}

/** Command bars put commands without room behind a button. */
async function pressCommand(frame: Page | Frame, name: string): Promise<void> {
  const command = frame.getByRole("menuitem", { name, exact: true }).and(frame.locator(":visible"));
  await frame.getByRole("menubar").getByRole("menuitem").first().waitFor();
  if ((await command.count()) === 0) await frame.getByRole("menuitem", { name: "More commands" }).click();
  await command.click();
}

/** Chooses from a drop-down, and waits until that has given the focus back. */
async function choose(frame: Page | Frame, combobox: Locator, name: string): Promise<void> {
  const option = frame.getByRole("option", { name, exact: true });
  await combobox.click();
  await option.click();
  await option.waitFor({ state: "hidden" });
}

/** Types key by key, as a person does who watches the result. */
async function typeInto(field: Locator, text: string): Promise<void> {
  await field.fill("");
  await field.pressSequentially(text, { delay: 5 });
}

async function openPicker({ page, place, language, wording }: Stage): Promise<void> {
  if (place === "register") {
    const newest = wording === "newer" && language === "en";
    await page.getByText(newest ? "Other options" : label("link_other_method", language, wording)).click();
  } else {
    await page.getByText(label("action_add_method", language, wording), { exact: true }).click();
  }
}

async function pick(stage: Stage, method: MethodKind): Promise<void> {
  const { page, language, wording } = stage;
  await openPicker(stage);
  const name = userMethodName(method, language, wording);
  await paneWithFocus(page);
  const dialog = page.getByRole("dialog");
  if (wording === "newer") {
    await dialog.getByText(name, { exact: true }).click();
    return;
  }
  await choose(page, dialog.getByRole("combobox"), name);
}

async function add(stage: Stage, method: MethodKind): Promise<void> {
  const { page, place, language } = stage;
  switch (place) {
    case "user-methods": {
      const form = await openAddForm(page, await bladeFrame(page), language);
      const combobox = form.getByRole("combobox", { name: label("admin_choose_method", language) });
      await choose(form, combobox, adminMethodName(method, language));
      return;
    }
    case "legacy-proofup":
      await page.locator("#contact").selectOption(method);
      return;
    case "personal":
      if (stage.options.personal === "fluent") {
        await page.getByText(ADD_A_PROOF, { exact: true }).click();
        await paneWithFocus(page);
        const dialog = page.getByRole("dialog");
        if (method !== "email") await dialog.getByRole("button", { name: "More choices" }).click();
        await dialog.getByRole("button", { name: method === "email" ? ABOUT.email : ABOUT.phone }).click();
        return;
      }
      await page.locator("#iProofOptions").selectOption(method === "email" ? "Email" : "Phone");
      return;
    default:
      await pick(stage, method);
  }
}

async function formFrame({ page, options }: Stage): Promise<Page | Frame> {
  return options.pane === "context-pane" ? contextPaneFrame(page) : bladeFrame(page);
}

async function numberField(stage: Stage): Promise<Locator> {
  const { page, place, language } = stage;
  switch (place) {
    case "user-methods":
      return (await formFrame(stage)).getByPlaceholder("+1 4255551234");
    case "legacy-proofup":
      return page.locator('input[name="number"], input[name="phone"]').first();
    case "personal":
      return page.locator(
        stage.options.personal === "fluent" ? '[role="dialog"] input[type="tel"]' : "#DisplayPhoneNumber",
      );
    default:
      return page.getByRole("textbox", { name: label("admin_method_phone_number", language) }).last();
  }
}

async function chooseCountry({ page, place, language, options }: Stage, country: string): Promise<void> {
  if (options.personal === "fluent") await choose(page, page.getByRole("dialog").getByRole("combobox"), country);
  else if (place === "legacy-proofup")
    await page.locator('select[name$="country"]').first().selectOption({ label: country });
  else if (place === "personal") await page.locator("#DisplayPhoneCountryISO").selectOption({ label: country });
  else {
    await choose(page, page.getByRole("combobox", { name: label("field_country", language) }), country);
  }
}

/** The steps from a chosen method to the end of adding it. */
async function finish(stage: Stage): Promise<void> {
  const { page, place, language } = stage;
  if (place === "user-methods") {
    const form = await formFrame(stage);
    await form.getByRole("button", { name: label("action_add", language), exact: true }).click();
    await stage.frame.locator(".ms-MessageBar").waitFor();
    return;
  }
  const code = page.getByRole("textbox", { name: "Enter code" });
  while (!(await code.isVisible())) await page.getByRole("button", { name: "Next", exact: true }).click();
  await code.fill("123456");
  await page.getByRole("button", { name: "Next", exact: true }).click();
  await page.getByRole("button", { name: "Done", exact: true }).waitFor();
}

async function remove({ page, frame, place, language, options }: Stage, nth: number): Promise<void> {
  const word = label("action_delete", language);
  switch (place) {
    case "user-methods":
      await frame.getByRole("button", { name: "More actions" }).nth(nth).click();
      await frame.getByRole("menuitem", { name: word }).click();
      break;
    case "personal": {
      if (options.personal === "fluent") {
        await page.locator(".fui-AccordionHeader__button").nth(nth).click();
        await page.getByRole("button", { name: language === "en" ? "Remove" : word, exact: true }).click();
        break;
      }
      const proof = page.locator(".proof").nth(nth);
      await proof.locator(".head").click();
      await proof.locator(".remove").click();
      break;
    }
    default:
      await page.getByRole("button", { name: word, exact: true }).nth(nth).click();
  }
  await dialogIn(frame);
}

async function set(
  { frame, place, language }: Stage,
  to: "enabled" | "disabled" | "enforced" | "settings",
): Promise<void> {
  if (place === "legacy-per-user-mfa") {
    await frame.locator(to === "settings" ? "#manage" : `.step[data-makes="${to}"]`).click();
  } else {
    const commands = {
      enabled: label("peruser_action_enable_mfa", language),
      disabled: "Disable MFA",
      enforced: label("peruser_action_enforce_mfa", language),
      settings: label("peruser_user_mfa_settings", language),
    } as const;
    await pressCommand(frame, commands[to]);
  }
  await dialogIn(frame);
}

async function perform(stage: Stage, step: Step): Promise<void> {
  const { page, frame, place, language } = stage;
  switch (step.does) {
    case "add":
      return add(stage, step.method);
    case "delete":
      return remove(stage, step.nth);
    case "finish":
      return finish(stage);
    case "choose-country":
      return chooseCountry(stage, step.country);
    case "set":
      return set(stage, step.to);
    case "choose-phone-type": {
      const form = await formFrame(stage);
      return choose(form, form.getByRole("combobox", { name: "Phone type" }), step.type);
    }
    case "type":
      return typeInto(await numberField(stage), step.text);
    case "change-default":
      await page
        .getByRole("button", { name: label("action_change", language), exact: true })
        .first()
        .click();
      await dialogIn(page);
      return;
    case "press":
      await pressCommand(frame, label(step.command, language));
      await dialogIn(frame);
      return;
    case "confirm":
      if (place === "legacy-per-user-mfa") {
        await frame.getByRole("dialog").locator(".accept").click();
        await frame.getByText("Updates successful").waitFor();
        return;
      }
      // Its label is the action's on one page and "OK" on the others.
      await frame.locator(".ms-Dialog-action .ms-Button--primary").click();
      await frame.getByRole("alertdialog").waitFor({ state: "detached" });
      return;
    case "select":
      if (place === "legacy-per-user-mfa") await frame.getByRole("checkbox", { name: step.user }).check();
      else await frame.getByRole("row").filter({ hasText: step.user }).getByText(step.user).click();
      return;
    case "tick":
      // The box itself may be drawn by its label alone.
      await frame.getByText(label(step.box, language), { exact: true }).click();
      return;
    case "sort":
      if (place === "legacy-per-user-mfa") await frame.locator(".sort").first().click();
      else await frame.getByRole("columnheader", { name: "Name", exact: true }).first().click();
      return;
    case "search":
      await (place === "legacy-per-user-mfa" ? frame.locator("#search") : frame.getByRole("searchbox")).fill(step.text);
      return;
    case "ask-recovery-code":
      await page.getByRole("button", { name: "Generate a new code" }).click();
      return;
    case "have-none":
      await page.locator("#iProofNone").check();
  }
}

/** Executes the steps of the table on a page that has just been opened. */
export async function takeSteps(page: Page, opened: OpenedPage): Promise<void> {
  const stage = await stageOf(page, opened);
  if (stage === undefined) return;
  for (const step of opened.expectation.steps ?? []) await perform(stage, step);
}
