// The built add-on in Firefox, and the steps through its pages and the practice pages there. Owns what WebDriver needs
// for them; asserts only that they can be done. What Firefox draws around a page is in `firefox-window.ts`.

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { By, type WebDriver, type WebElement } from "selenium-webdriver";
import { userMethods } from "../portal/catalog.ts";
import type { Options } from "../portal/options.ts";
import { startPortal, type Portal } from "../portal/server.ts";
import { label } from "../portal/words.ts";
import { TYPED } from "./add-number.ts";
import { eventually, extensionFor, TODAY, type Choices, type SeenCard } from "./sparekey.ts";
import { FIREFOX_ADDON_ORIGIN, startFirefox } from "./support.ts";

/** The little of the add-on's own API that is used inside its pages. */
declare const chrome: {
  readonly storage: { readonly local: { clear(): Promise<void>; set(items: object): Promise<void> } };
};

/** As in the manifest; with it the add-on's own pages have an address that is known. */
export const ADDON_ID = "sparekey@sparekey.example";

export interface Driven {
  readonly portal: Portal;
  readonly browser: WebDriver;
  /** Where Firefox puts what is saved. */
  readonly downloads: string;
  close(): Promise<void>;
}

export async function startDriven(): Promise<Driven> {
  const portal = await startPortal();
  const downloads = await mkdtemp(path.join(tmpdir(), "sparekey-downloads-"));
  const { browser, close } = await startFirefox(portal, {
    extension: extensionFor("firefox"),
    addonId: ADDON_ID,
    downloads,
  });
  return {
    portal,
    browser,
    downloads,
    async close() {
      await close();
      await portal.close();
      await rm(downloads, { recursive: true, force: true });
    },
  };
}

export async function found(browser: WebDriver, selector: string): Promise<WebElement> {
  const [first] = await eventually(
    () => browser.findElements(By.css(selector)),
    (elements) => elements.length > 0,
  );
  return first ?? assert.fail(selector);
}

/** Presses an element as soon as it can be pressed: panes, and what is over them, move while they open. */
export async function press(browser: WebDriver, what: By): Promise<void> {
  const pressed = async (): Promise<boolean> => {
    const [first] = await browser.findElements(what);
    if (first === undefined) return false;
    return first.click().then(
      () => true,
      () => false,
    );
  };
  await eventually(pressed, (isPressed) => isPressed);
}

/** Icons are private-use characters, so the text is only part of the content. */
export function withText(role: "button" | "option", text: string): By {
  const selector = role === "button" ? "button" : '*[@role="option"]';
  return By.xpath(`//${selector}[contains(normalize-space(.), "${text}")]`);
}

/** The visible elements of hints in this frame that match. */
export async function ours(browser: WebDriver, selector: string): Promise<WebElement> {
  const look = (): Promise<WebElement | null> =>
    browser.executeScript<WebElement | null>((wanted: string) => {
      const all = document.querySelector("sparekey-hints")?.shadowRoot?.querySelectorAll(wanted) ?? [];
      return [...all].find((element) => element.checkVisibility({ visibilityProperty: true })) ?? null;
    }, selector);
  return (await eventually(look, (element) => element !== null)) ?? assert.fail(selector);
}

/**
 * An element counts as being at rest after this many readings of the same place, 50 ms apart: longer than a card that
 * follows its field takes to settle.
 */
const LOOKS_AT_REST = 6;

/** As a person does it: moves the pointer to an element that is at rest, and presses whatever is there. */
export async function pressOurs(browser: WebDriver, selector: string): Promise<void> {
  let before = "";
  let looks = 0;
  const atRest = async (): Promise<WebElement | undefined> => {
    const element = await ours(browser, selector);
    // The element has been replaced meanwhile; it is looked for again.
    const now = JSON.stringify(await element.getRect().catch(() => undefined));
    looks = now === before ? looks + 1 : 0;
    before = now;
    return looks >= LOOKS_AT_REST ? element : undefined;
  };
  const element = await eventually(atRest, (found) => found !== undefined);
  await browser
    .actions()
    .move({ origin: element ?? assert.fail(selector) })
    .click()
    .perform();
}

/** Stops the time of the undo toast, as a pointer on it does: it would be gone before a slow machine comes to it. */
export async function holdNote(browser: WebDriver): Promise<void> {
  const toast = await ours(browser, ".undo-toast");
  await browser.executeScript((line: Element) => line.dispatchEvent(new PointerEvent("pointerenter")), toast);
}

type Seen = Pick<SeenCard, "rules" | "title" | "fix" | "isOpen">;

/** The cards in this frame, open or not. */
export async function cards(browser: WebDriver): Promise<Seen[]> {
  return browser.executeScript<Seen[]>(() =>
    [
      ...(document
        .querySelector("sparekey-hints")
        ?.shadowRoot?.querySelectorAll<HTMLElement>('.hint-root[data-seen="yes"] .card') ?? []),
    ].map((card) => ({
      rules: [...card.querySelectorAll<HTMLElement>("[data-rule]")].map(({ dataset }) => dataset["rule"] ?? ""),
      isOpen: !card.hidden,
      title: card.querySelector(".title")?.textContent ?? "",
      fix: card.querySelector(".number.after")?.textContent ?? "",
    })),
  );
}

/** Waits for the rule's card, and until it is as expected. */
export async function seen(
  browser: WebDriver,
  rule: string,
  isWanted: (card: Seen) => boolean = () => true,
): Promise<Seen> {
  const isIt = (card: Seen): boolean => card.rules.includes(rule) && isWanted(card);
  const all = await eventually(
    () => cards(browser),
    (now) => now.some(isIt),
  );
  return all.find(isIt) ?? assert.fail(rule);
}

export async function gone(browser: WebDriver, rule: string): Promise<void> {
  await eventually(
    () => cards(browser),
    (now) => now.every(({ rules }) => !rules.includes(rule)),
  );
}

/** Opens a user's methods in the portal; the next steps are in the blade's frame. */
export async function openBlade(browser: WebDriver, options: Partial<Options> = {}): Promise<void> {
  await browser.switchTo().defaultContent();
  // From another document, since Firefox returns from a step within the portal before the portal is done.
  await browser.get("about:blank");
  await browser.get(userMethods(options));
  await browser.switchTo().frame(await found(browser, "iframe.fxs-reactview-frame-active"));
}

/** In the blade: opens the form of another method and chooses this one. */
export async function chooseMethod(
  browser: WebDriver,
  method: "phone_number" | "email",
  language: Options["lng"] = "en",
): Promise<void> {
  await press(browser, withText("button", label("admin_action_add_method", language)));
  await press(browser, By.css('[role="dialog"] [role="combobox"]'));
  await press(browser, withText("option", label(`admin_method_${method}`, language)));
}

/** From the start to a number in the admin's form, just typed. */
export async function typeNumber(browser: WebDriver, options: Partial<Options> = {}): Promise<WebElement> {
  await openBlade(browser, options);
  await chooseMethod(browser, "phone_number", options.lng);
  const input = await found(browser, 'input[placeholder="+1 4255551234"]');
  await input.sendKeys(TYPED);
  return input;
}

export async function hasFocus(browser: WebDriver, element: WebElement): Promise<boolean> {
  return browser.executeScript<boolean>((one: Element) => one === document.activeElement, element);
}

/** The content of the saved file with this name, once it is complete. */
export async function saved(
  { downloads }: Driven,
  name: string,
): Promise<{ readonly file: string; readonly text: string }> {
  const file = path.join(downloads, name);
  // Until then Firefox keeps an empty file with this name, and writes into another one beside it.
  const text = await eventually(
    () => readFile(file, "utf8").catch(() => ""),
    (written) => written !== "",
  );
  return { file, text };
}

/** A page of the add-on in this tab. */
export async function openOwn(browser: WebDriver, page: string): Promise<void> {
  await browser.get(`${FIREFOX_ADDON_ORIGIN}/${page}`);
}

/** Sets what is stored, and the day of the tests; leaves the settings in this tab. */
export async function choose(browser: WebDriver, choices: Choices = {}): Promise<void> {
  await browser.switchTo().defaultContent();
  await openOwn(browser, "settings.html");
  await found(browser, "#about dd");
  await browser.executeScript(
    async (stored: object) => {
      await chrome.storage.local.clear();
      await chrome.storage.local.set(stored);
    },
    { today: TODAY, ...choices },
  );
}
