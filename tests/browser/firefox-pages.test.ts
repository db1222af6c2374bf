// The add-on's own pages in Firefox: the popup as Firefox opens it, the settings with their files, the report.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { By, type WebDriver } from "selenium-webdriver";
import type { ReportFile } from "../../pkg/sparekey.js";
import { securityInfo } from "../portal/catalog.ts";
import { FIXED, RULE } from "./add-number.ts";
import {
  choose,
  found,
  gone,
  openOwn,
  pressOurs,
  saved,
  seen,
  startDriven,
  typeNumber,
  type Driven,
} from "./firefox-driver.ts";
import { heardInPopup, isPopupOpen, openPopup, pressInPopup, willChoose } from "./firefox-window.ts";
import { eventually, TODAY } from "./sparekey.ts";
import { askedOutside } from "./support.ts";

let firefox: Driven;
let browser: WebDriver;
before(async () => {
  firefox = await startDriven();
  browser = firefox.browser;
});
after(() => firefox.close());

async function press(selector: string): Promise<void> {
  await (await found(browser, selector)).click();
}

async function shows(selector: string, wanted: string | RegExp): Promise<string> {
  const isWanted = (text: string): boolean => (typeof wanted === "string" ? text === wanted : wanted.test(text));
  return eventually(async () => (await found(browser, selector)).getText(), isWanted);
}

async function textsOf(selector: string): Promise<string[]> {
  return Promise.all((await browser.findElements(By.css(selector))).map((element) => element.getText()));
}

/** Switches to the tab at this address, once something has opened it. */
async function turnTo(address: RegExp): Promise<void> {
  const turn = async (): Promise<boolean> => {
    for (const handle of await browser.getAllWindowHandles()) {
      await browser.switchTo().window(handle);
      if (address.test(await browser.getCurrentUrl())) return true;
    }
    return false;
  };
  await eventually(turn, (isThere) => isThere);
}

/** Does something with the settings in another tab, and comes back. */
async function inSettings<T>(work: () => Promise<T>): Promise<T> {
  const here = await browser.getWindowHandle();
  await browser.switchTo().newWindow("tab");
  await openOwn(browser, "settings.html");
  const result = await work();
  await browser.close();
  await browser.switchTo().window(here);
  return result;
}

describe("in Firefox, the popup", () => {
  test("opens from the menu of extensions and says what the page in front shows, and leads to the settings", async () => {
    await choose(browser);
    await browser.get(securityInfo({ list: "phone-only" }));
    await seen(browser, "single-method");
    await openPopup(browser);
    const names = async (): Promise<string[]> => (await heardInPopup(browser)).map(({ name }) => name);
    const heard = await eventually(names, (all) => all.includes("Report this page…"));
    assert.ok(heard.includes("Security info"));
    assert.ok(heard.includes("Warning Only one way to sign in"));
    assert.ok(
      heard.some((name) => /^Phone Counts as MFA Ends in 72 days$/u.test(name)),
      heard.join("\n"),
    );
    await pressInPopup(browser, "Settings");
    await turnTo(/settings\.html$/u);
    await eventually(
      () => isPopupOpen(browser),
      (isOpen) => !isOpen,
    );
    await browser.close();
    await turnTo(/security-info/u);
  });
});

describe("in Firefox, the settings", () => {
  test("change the language of page and hints at once, and back", async () => {
    await choose(browser);
    await browser.get(securityInfo());
    const { title } = await seen(browser, "single-method");
    await inSettings(async () => {
      await shows("h1", "Sparekey settings");
      await press('#language option[value="ja"]');
      await shows("h1", "Sparekey の設定");
    });
    await seen(browser, "single-method", (card) => /[\u3040-\u30ff\u4e00-\u9fff]/u.test(card.title));
    await inSettings(async () => {
      await shows("h1", "Sparekey の設定");
      await press('#language option[value=""]');
      await shows("h1", "Sparekey settings");
    });
    await seen(browser, "single-method", (card) => card.title === title);
  });

  for (const [what, item, row] of [
    ["a page", 2, /^Security info\n.*until \d.*: 120 minutes left/u],
    ["a rule", 3, /^Texts and calls are coming to an end\n/u],
  ] as const) {
    test(`list ${what} that was silenced on the page, and show it again there`, async () => {
      await choose(browser);
      await browser.get(securityInfo({ list: "phone-only" }));
      await seen(browser, "phone-only");
      await pressOurs(browser, ".strip .details");
      await pressOurs(browser, ".silence");
      await pressOurs(browser, `.menu .item:nth-of-type(${String(item)})`);
      await gone(browser, "phone-only");
      await inSettings(async () => {
        await shows("#silences li", row);
        await press("#silences li button");
        await eventually(
          () => textsOf("#silences li"),
          (rows) => rows.length === 0,
        );
      });
      await seen(browser, "phone-only");
    });
  }

  test("show the keys of the command, and open Firefox's page for changing them", async () => {
    await choose(browser);
    await shows("#shortcut", "Alt+Shift+K");
    const here = await browser.getWindowHandle();
    await press("#change-shortcut");
    await turnTo(/^about:addons/u);
    await browser.close();
    await browser.switchTo().window(here);
  });

  test("are exported to a file and imported again after a confirmation of the changes", async () => {
    await choose(browser, { defaultRegion: "JP", language: "ja", silencedRules: ["single-method"] });
    await shows("h1", "Sparekey の設定");
    await press("#export");
    const { file } = await saved(firefox, "sparekey-settings.json");

    await choose(browser, { silencedRules: ["phone-only"] });
    await shows("h1", "Sparekey settings");
    await willChoose(browser, file);
    await press("#import");
    await shows("#import-heading", /./u);
    assert.deepEqual(await textsOf("#import-changes li"), [
      "Country of numbers without a country code: None → Japan",
      "Language: Automatic: as the page and the browser → 日本語",
      "Texts and calls are coming to an end: off → on",
      "Only one way to sign in: on → off",
    ]);
    await press("#import-apply");
    await shows("h1", "Sparekey の設定");
    await browser.get(securityInfo());
    await seen(browser, "phone-only");
    await gone(browser, "single-method");
  });
});

describe("in Firefox, the report", () => {
  test("is opened from the popup beside its page, shows its content, saves exactly that, and closes", async () => {
    await choose(browser, { defaultRegion: "JP" });
    const input = await typeNumber(browser, { list: "phone-and-email" });
    await seen(browser, RULE);
    const typed = (await input.getAttribute("value")) ?? assert.fail();
    await openPopup(browser);
    await pressInPopup(browser, "Report this page…");
    await turnTo(/report\.html\?tab=\d+$/u);
    const lines = await eventually(
      () => textsOf("#preview .line"),
      ({ length }) => length > 0,
    );
    const preview = lines.join("\n");
    assert.match(preview, /UserAuthMethods\.ReactView/u);
    assert.match(preview, /Add authentication method/u);
    await press("#save");
    await shows("#status", /./u);
    const { text } = await saved(firefox, `sparekey-user-methods-${TODAY}.json`);
    const { said, tab } = JSON.parse(text) as ReportFile;
    assert.equal(said.place, "user-methods");
    assert.ok(said.rules.includes(RULE), said.rules.join());
    assert.equal(lines.length, tab.frames.length + tab.frames.flatMap(({ snapshot }) => snapshot.nodes).length);
    for (const personal of [typed, FIXED.slice(-8), "example.com", "4255550100"]) {
      assert.ok(!text.includes(personal) && !preview.includes(personal), personal);
    }
    await press("#cancel");
    await eventually(
      () => browser.getAllWindowHandles(),
      (tabs) => tabs.length === 1,
    );
    await turnTo(/UserAuthMethods/u);
  });
});

describe("in Firefox, all of this", () => {
  test("asks for nothing but the practice pages", () => {
    assert.ok(firefox.portal.requests.length > 0);
    assert.deepEqual(askedOutside(firefox.portal), []);
  });
});
