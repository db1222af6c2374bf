// What Firefox draws around a page: keyboard input, the popup, the file dialog. Owns the knowledge about Firefox's own
// window; asserts only that things are there.

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
 * Presses keys as the keyboard does, one after the other: Firefox handles its own and the add-ons' shortcuts, and
 * passes the rest on to the page. (WebDriver's keys go to the page directly.)
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

/** Opens the popup by its button, which Firefox puts into the menu of extensions. */
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

/** Firefox's own interfaces, as far as they are used here. */
declare const Cc: Readonly<Record<string, { getService(kind: unknown): Accessibility }>>;
declare const Ci: Readonly<Record<string, unknown>>;

export interface HeardInPopup {
  readonly role: string;
  readonly name: string;
  readonly hasFocus: boolean;
}

/**
 * What a screen reader gets of the popup, in order, each control and each piece of text once. WebDriver itself cannot
 * read a popup.
 */
export async function heardInPopup(browser: WebDriver): Promise<readonly HeardInPopup[]> {
  return aroundThePage(browser, () =>
    browser.executeScript<HeardInPopup[]>(() => {
      const FOCUSED = 4; // nsIAccessibleStates.STATE_FOCUSED
      // Kept in the window: the service ends with its last reference, and reports nothing while it starts.
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
  // The first Tab may only bring the focus into the popup.
  for (let presses = 0; presses < 30; presses += 1) {
    const before = at;
    await pressKeys(browser, [Key.TAB]);
    // The popup is in another process, so what is known about it is a moment old.
    at = await eventually(focused, (now) => now >= 0 && now !== before);
    const control = (await heardInPopup(browser))[at];
    if (control !== undefined && isIt(control)) return pressKeys(browser, [Key.ENTER]);
  }
  assert.fail(`Tab never came to ${name}`);
}

/**
 * The next file dialog of Firefox returns this file: it is a window of the system, which no test can operate. Holds
 * until Firefox ends.
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
  // Kept in the window; otherwise it would be collected before it is asked.
  window.chosenByTest = { createInstance: (kind) => picker.QueryInterface(kind) };
  Components.manager.QueryInterface(Ci.nsIComponentRegistrar)
    .registerFactory(Services.uuid.generateUUID(), '', '@mozilla.org/filepicker;1', window.chosenByTest);`;
