// What Firefox draws around a page, and a page can reach only through it: the keyboard's way in, the popup,
// the question for a file. Owns what is known of Firefox's own window; asserts nothing but that it is there.

import assert from "node:assert/strict";
import { By, Key, type WebDriver } from "selenium-webdriver";
import firefox from "selenium-webdriver/firefox.js";
import { ADDON_ID, found, press } from "./firefox-driver.ts";
import { eventually } from "./sparekey.ts";

/** Does something in Firefox's own window. */
async function aroundThePage<T>(browser: WebDriver, work: () => Promise<T>): Promise<T> {
  const driver = browser as firefox.Driver;
  await driver.setContext(firefox.Context.CHROME);
  try {
    return await work();
  } finally {
    await driver.setContext(firefox.Context.CONTENT);
  }
}

/**
 * Presses keys as the keyboard does, one stroke after the other: Firefox takes its own and the add-ons'
 * shortcuts out, and hands the rest to the page. (WebDriver's keys in a page come in behind that.)
 */
export async function pressKeys(browser: WebDriver, ...strokes: readonly (readonly string[])[]): Promise<void> {
  await aroundThePage(browser, async () => {
    for (const stroke of strokes) {
      const actions = browser.actions();
      for (const key of stroke) actions.keyDown(key);
      for (const key of stroke.toReversed()) actions.keyUp(key);
      await actions.perform();
    }
  });
}

/** The keys of the manifest's `open-hint`. */
export const COMMAND: readonly string[] = [Key.ALT, Key.SHIFT, "K"];

/** Opens the popup from where Firefox puts its button: the menu of extensions. */
export async function openPopup(browser: WebDriver): Promise<void> {
  await aroundThePage(browser, async () => {
    await press(browser, By.css("#unified-extensions-button"));
    await press(browser, By.css(`[data-extensionid="${ADDON_ID}"] .unified-extensions-item-action-button`));
    await found(browser, ".webextension-popup-browser");
  });
}

export async function isPopupOpen(browser: WebDriver): Promise<boolean> {
  return aroundThePage(
    browser,
    async () => (await browser.findElements(By.css(".webextension-popup-browser"))).length > 0,
  );
}

interface Accessible {
  readonly name: string | null;
  readonly role: number;
  readonly firstChild: Accessible | null;
  readonly nextSibling: Accessible | null;
  getState(state: { value?: number }, extra: object): void;
}

interface Accessibility {
  getAccessibleFor(element: Element | null): Accessible | null;
  getStringRole(role: number): string;
}

/** Of Firefox's own, as far as it is used here. */
declare const Cc: Readonly<Record<string, { getService(kind: unknown): Accessibility }>>;
declare const Ci: Readonly<Record<string, unknown>>;

export interface HeardInPopup {
  readonly role: string;
  readonly name: string;
  readonly hasFocus: boolean;
}

/**
 * What a screen reader gets of the popup, in order: WebDriver itself can read no popup. Each control
 * once, and each piece of text.
 */
export async function heardInPopup(browser: WebDriver): Promise<readonly HeardInPopup[]> {
  return aroundThePage(browser, () =>
    browser.executeScript<HeardInPopup[]>(() => {
      const FOCUSED = 4; // nsIAccessibleStates.STATE_FOCUSED
      // Kept by the window: the service ends with the last who has it, and tells nothing while it starts.
      const kept = window as { heardByTest?: Accessibility | undefined };
      kept.heardByTest ??= Cc["@mozilla.org/accessibilityService;1"]?.getService(Ci["nsIAccessibilityService"]);
      const service = kept.heardByTest;
      const heard: HeardInPopup[] = [];
      const listen = (at: Accessible): void => {
        const state = { value: 0 };
        at.getState(state, {});
        heard.push({
          role: service?.getStringRole(at.role) ?? "",
          name: at.name ?? "",
          hasFocus: (state.value & FOCUSED) !== 0,
        });
        for (let child = at.firstChild; child !== null; child = child.nextSibling) listen(child);
      };
      const popup = service?.getAccessibleFor(document.querySelector(".webextension-popup-browser"));
      if (popup) listen(popup);
      return heard;
    }),
  );
}

/** Goes through the open popup by Tab, and presses the button with this name. */
export async function pressInPopup(browser: WebDriver, name: string): Promise<void> {
  const isIt = ({ role, name: heard }: HeardInPopup): boolean => role === "pushbutton" && heard === name;
  await eventually(
    () => heardInPopup(browser),
    (all) => all.some(isIt),
  );
  const focused = async (): Promise<number> => (await heardInPopup(browser)).findLastIndex(({ hasFocus }) => hasFocus);
  let at = await focused();
  // The first Tab may only bring the keys into the popup.
  for (let presses = 0; presses < 30; presses += 1) {
    const before = at;
    await pressKeys(browser, [Key.TAB]);
    // The popup is in a process of its own, and what is told of it is a moment old.
    at = await eventually(focused, (now) => now >= 0 && now !== before);
    const control = (await heardInPopup(browser))[at];
    if (control !== undefined && isIt(control)) return pressKeys(browser, [Key.ENTER]);
  }
  assert.fail(`Tab never came to ${name}`);
}

/**
 * When Firefox next asks for a file, it gets this one: what it asks with is a window of the system, which
 * no test can press. Holds until Firefox ends.
 */
export async function willChoose(browser: WebDriver, file: string): Promise<void> {
  await aroundThePage(browser, () => browser.executeScript(CHOOSES, file));
}

/** As text: its names are those of Firefox's own interfaces, of which there are no types here. */
const CHOOSES = `
  const file = Cc['@mozilla.org/file/local;1'].createInstance(Ci.nsIFile);
  file.initWithPath(arguments[0]);
  const picker = {
    QueryInterface: ChromeUtils.generateQI(['nsIFilePicker']),
    init() {}, appendFilters() {}, appendFilter() {}, appendRawFilter() {},
    open: (asked) => Services.tm.dispatchToMainThread(() => asked.done(Ci.nsIFilePicker.returnOK)),
    file,
  };
  // Kept by the window, or it would be gone before it is asked.
  window.chosenByTest = { createInstance: (kind) => picker.QueryInterface(kind) };
  Components.manager.QueryInterface(Ci.nsIComponentRegistrar)
    .registerFactory(Services.uuid.generateUUID(), '', '@mozilla.org/filepicker;1', window.chosenByTest);`;
