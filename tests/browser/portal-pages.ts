// Steps through the practice pages that the end-to-end tests share: to a frame, to a form. Owns no assertions.

import type { Frame, Locator, Page } from "playwright-core";
import { parseOptions, type Language } from "../portal/options.ts";
import { label } from "../portal/words.ts";
import { eventually } from "./sparekey.ts";

/** The frame whose element the selector finds, once its page has started. */
export async function frameOf(page: Page, selector: string): Promise<Frame> {
  const element = await page.waitForSelector(selector, { state: "attached" });
  const frame = await element.contentFrame();
  if (frame === null) throw new Error(`no frame: ${selector}`);
  await frame.waitForFunction(() => "__portal" in window);
  return frame;
}

/** The blade frame that the portal shows. */
export function bladeFrame(page: Page): Promise<Frame> {
  return frameOf(page, 'iframe.fxs-reactview-frame-active[name="UserAuthMethods.ReactView"]');
}

/** The frame in the shell's context pane. */
export function contextPaneFrame(page: Page): Promise<Frame> {
  return frameOf(page, '.fxs-contextpane-visible iframe[name="AddAuthMethod.ReactView"]');
}

/**
 * Opens a page, and holds back its timer with this many milliseconds, a number that no other timer of it has, until it
 * is released: waiting for a time instead would fail on a slow machine.
 */
export async function openHeldBack(page: Page, address: string, milliseconds: number): Promise<() => Promise<void>> {
  await page.addInitScript((late) => {
    const held: (() => void)[] = [];
    const wait = window.setTimeout.bind(window) as (what: () => void, after?: number, ...given: unknown[]) => number;
    const hold = (what: () => void, after?: number, ...given: unknown[]): number =>
      after === late ? held.push(what) * 0 : wait(what, after, ...given);
    Object.assign(window, { setTimeout: hold, held });
  }, milliseconds);
  await page.goto(address);
  return () =>
    page.evaluate(() => {
      const { held } = window as unknown as { held: (() => void)[] };
      if (held.length === 0) throw new Error("the page has put nothing off for so long");
      for (const what of held) what();
    });
}

/** On Security info: opens the picker and picks the card with this name, as in its test id. */
export async function pickMethod(page: Page, name: string, language: Language = "en"): Promise<void> {
  await page.getByText(label("action_add_method", language), { exact: true }).click();
  await page.getByTestId(`authmethod-picker-${name}`).click();
}

/** On Security info: goes to the step that asks for a phone number. */
export async function openPhoneStep(page: Page, language: Language = "en"): Promise<void> {
  await pickMethod(page, "mobilePhone", language);
  await page.getByTestId("reskin-step-next-button").waitFor();
}

/** On the blade: opens "Add authentication method"; the form is in the frame that is given back. */
export async function openAddForm(page: Page, blade: Frame, language: Language = "en"): Promise<Frame> {
  await blade.getByText(label("admin_action_add_method", language), { exact: true }).click();
  const query = new URL(page.url()).search;
  if (parseOptions(query).pane === "context-pane") return contextPaneFrame(page);
  await paneWithFocus(blade);
  return blade;
}

/** Waits until a pane has opened and taken the focus: until then it closes what is opened inside. */
export async function paneWithFocus(frame: Page | Frame): Promise<void> {
  await frame.waitForFunction(() =>
    [...document.querySelectorAll('[role="dialog"], [role="alertdialog"]')].some((pane) =>
      pane.contains(document.activeElement),
    ),
  );
}

/** In the form of "Add authentication method": chooses a method by its label. */
export async function chooseMethod(form: Frame, method: string, language: Language = "en"): Promise<void> {
  const combobox = form.getByRole("combobox", { name: label("admin_choose_method", language) });
  const option = form.getByRole("option", { name: method, exact: true });
  // A list that is opened before its frame has the focus may close again (seen on a busy machine).
  const isOffered = async (): Promise<boolean> => {
    if (await option.isVisible()) return true;
    if ((await combobox.getAttribute("aria-expanded")) !== "true") await combobox.click();
    return option.isVisible();
  };
  await eventually(isOffered, Boolean);
  await option.click();
}

/** From a user's page to the form with a method already chosen. */
export async function openAddFormFor(page: Page, method: "phone" | "email", language: Language = "en"): Promise<Frame> {
  const form = await openAddForm(page, await bladeFrame(page), language);
  await chooseMethod(
    form,
    label(method === "phone" ? "admin_method_phone_number" : "admin_method_email", language),
    language,
  );
  return form;
}

/** The form's phone number field. */
export function numberField(form: Frame): Locator {
  return form.getByPlaceholder("+1 4255551234");
}
