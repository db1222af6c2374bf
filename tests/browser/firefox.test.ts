// The promises in Firefox, with the add-on as it is built for it: what hints say on a page, and every way of answering
// them.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Key, type WebDriver, type WebElement } from "selenium-webdriver";
import { securityInfo } from "../portal/catalog.ts";
import { label } from "../portal/words.ts";
import { FIXED, RULE, TYPED } from "./add-number.ts";
import {
  cards,
  choose,
  chooseMethod,
  found,
  gone,
  hasFocus,
  holdNote,
  openBlade,
  ours,
  press,
  pressOurs,
  seen,
  startDriven,
  typeNumber,
  withText,
  type Driven,
} from "./firefox-driver.ts";
import { COMMAND, pressKeys } from "./firefox-window.ts";
import { eventually } from "./sparekey.ts";
import { askedOutside } from "./support.ts";

let firefox: Driven;
let browser: WebDriver;
before(async () => {
  firefox = await startDriven();
  browser = firefox.browser;
  await choose(browser, { defaultRegion: "JP" });
});
after(() => firefox.close());

/** Waits until the field holds this. */
async function holds(input: WebElement, text: string): Promise<void> {
  await eventually(
    () => input.getAttribute("value"),
    (value) => value === text,
  );
}

const pageHolds = (): Promise<string> => browser.executeScript<string>(() => window.__portal.entered?.phoneNumber);

/** The number that is typed, and its card open. */
async function withNumber(options: Parameters<typeof typeNumber>[1] = {}): Promise<WebElement> {
  const input = await typeNumber(browser, options);
  const { fix } = await seen(browser, RULE, ({ isOpen }) => isOpen);
  assert.equal(fix, FIXED);
  return input;
}

describe("Firefox", () => {
  test("a list with one phone is single-method and phone-only, under the page's own CSP", async () => {
    await browser.get(securityInfo({ list: "phone-only" }));
    await seen(browser, "single-method");
    await seen(browser, "phone-only");
  });

  test("a number is corrected by one click in the panel, and Ctrl+Z undoes that", async () => {
    const input = await withNumber({ lng: "ja" });
    await pressOurs(browser, ".fix");
    await holds(input, FIXED);
    assert.equal(await pageHolds(), FIXED);
    assert.ok(await hasFocus(browser, input));
    await browser.actions().keyDown(Key.CONTROL).sendKeys("z").keyUp(Key.CONTROL).perform();
    await holds(input, TYPED);
  });

  for (const pane of ["v8-panel", "v9-dialog", "native-dialog", "native-popover"] as const) {
    test(`Undo restores what was typed, in the field and in the page's own state, in the ${pane}`, async () => {
      const input = await withNumber({ pane, field: pane === "v9-dialog" ? "v9" : "v8" });
      await pressOurs(browser, ".fix");
      await holdNote(browser);
      await holds(input, FIXED);
      await pressOurs(browser, ".undo-toast .undo");
      await holds(input, TYPED);
      assert.equal(await pageHolds(), TYPED);
      assert.ok(await hasFocus(browser, input));
      assert.equal(
        await browser.executeScript(() =>
          document.querySelector("sparekey-hints")?.shadowRoot?.querySelector(".undo-toast"),
        ),
        null,
      );
    });
  }

  for (const [level, item] of [
    ["here", 1],
    ["of the page", 2],
    ["of the rule", 3],
  ] as const) {
    test(`silence ${level} holds, and is undone`, async () => {
      await withNumber();
      await pressOurs(browser, ".silence");
      await pressOurs(browser, `.menu .item:nth-of-type(${String(item)})`);
      await holdNote(browser);
      await gone(browser, RULE);
      await pressOurs(browser, ".undo-toast .undo");
      await seen(browser, RULE);
    });
  }

  test("the command opens the hint of the focused field and applies its fix, and keys go through the card from the field", async () => {
    const input = await withNumber();
    await browser.executeScript(
      (field: Element) => field.addEventListener("blur", () => field.setAttribute("data-left", "")),
      input,
    );
    const selected = async (): Promise<string | null> => (await ours(browser, "[data-selected]")).getAttribute("class");
    await pressKeys(browser, [Key.ESCAPE]);
    await seen(browser, RULE, ({ isOpen }) => !isOpen);

    await pressKeys(browser, COMMAND);
    await seen(browser, RULE, ({ isOpen }) => isOpen);
    await eventually(selected, (names) => names === "fix");
    await pressKeys(browser, [Key.ARROW_DOWN]);
    await eventually(selected, (names) => names === "plain why");
    await pressKeys(browser, [Key.ENTER]);
    await ours(browser, ".reasons");
    await pressKeys(browser, [Key.ESCAPE]);
    await seen(browser, RULE, ({ isOpen }) => !isOpen);
    assert.equal(await input.getAttribute("value"), TYPED);

    await pressKeys(browser, COMMAND);
    await eventually(selected, (names) => names === "fix");
    await pressKeys(browser, COMMAND);
    await holdNote(browser);
    await holds(input, FIXED);
    await pressKeys(browser, COMMAND);
    await eventually(selected, (names) => names === "plain undo");
    await pressKeys(browser, COMMAND);
    await holds(input, TYPED);
    assert.equal(await input.getAttribute("data-left"), null, "the focus never left the field");
  });

  test("a message for the user is copied completely from the portal's frame, and that is announced", async () => {
    await openBlade(browser, { list: "phone-only" });
    await press(browser, withText("button", label("admin_action_require_reregister", "en")));
    await seen(browser, "reregister-effect", ({ isOpen }) => isOpen);
    const message = await browser.executeScript<string>(
      (element: Element) => element.textContent,
      await ours(browser, ".message"),
    );
    const spoken = (): Promise<string> =>
      browser.executeScript<string>(
        () => document.querySelector("sparekey-hints")?.shadowRoot?.querySelector('[role="status"]')?.textContent ?? "",
      );
    // The verdict is announced in the same region, at the latest a second after the press.
    const { title } = await seen(browser, "reregister-effect");
    await eventually(spoken, (announced) => announced.includes(title));
    await pressOurs(browser, ".copy");
    await eventually(
      async () => (await ours(browser, ".copy")).getText(),
      (text) => text === "Copied",
    );
    assert.equal(await spoken(), "Copied");

    await browser.switchTo().defaultContent();
    await browser.get(securityInfo({ list: "spare-keys" }));
    await browser.executeScript(() =>
      document.body.prepend(Object.assign(document.createElement("textarea"), { id: "pasted" })),
    );
    const pasted = await found(browser, "#pasted");
    await pasted.click();
    await pressKeys(browser, [Key.CONTROL, "v"]);
    await eventually(
      () => pasted.getAttribute("value"),
      (text) => text === message,
    );
  });

  test("Email picked by an admin gives the warning", async () => {
    await openBlade(browser, { list: "passkey-and-authenticator" });
    await chooseMethod(browser, "email");
    await seen(browser, "email-is-not-mfa");
  });

  test("nothing but the practice pages was asked for", async () => {
    assert.ok((await cards(browser)).length > 0, "there is somebody who could have asked");
    assert.deepEqual(askedOutside(firefox.portal), []);
  });
});
