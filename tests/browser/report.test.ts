// "Report this page": what is shown before a file is saved, and that the file contains nothing personal.

import assert from "node:assert/strict";
import { copyFile, mkdir, readFile } from "node:fs/promises";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import type * as Core from "../../pkg/sparekey.js";
import type { ReportFile } from "../../pkg/sparekey.js";
import { ALL_USERS, SAMPLE_USER, securityInfo, userMethods } from "../portal/catalog.ts";
import {
  clippedTexts,
  openPopup,
  openReport,
  openSettings,
  squeezedTexts,
  tabOf,
  writeLongWords,
} from "./own-pages.ts";
import { numberField, openAddFormFor } from "./portal-pages.ts";
import { eventually, seenCard, settle, speakingRules, startWatched, TODAY, type Watched } from "./sparekey.ts";
import { extensionOrigin } from "./support.ts";

/** Folder of the portal's sources, put in by the build. */
declare const PORTAL_FOLDER: string;

/** The little of the extension's own API that is asked inside its pages. */
declare const chrome: {
  readonly tabs: {
    get(id: number): Promise<{ readonly index: number }>;
    getCurrent(): Promise<{ readonly index: number; readonly openerTabId?: number }>;
  };
  readonly runtime: { sendMessage: () => Promise<never> };
};

const ROOT = path.resolve(PORTAL_FOLDER, "../..");

/** Generated names count from here, so that a kept file is the same each time. */
const STEADY = { seed: 100 } as const;

/** Where the files are also kept, as a source of test cases. */
const KEPT = process.env["SPAREKEY_REPORTS"];

/** Personal data that the practice pages and the tests contain, in lower case. */
const PERSONAL = [
  "robin",
  "sam sample",
  "kim",
  "example.com",
  "contoso",
  SAMPLE_USER,
  "4255550100",
  "425",
  "0100",
  "9012345678",
  "5678",
  "yamada",
  "山田",
];

let sparekey: Watched;
before(async () => {
  sparekey = await startWatched();
  await sparekey.choose({ defaultRegion: "JP" });
});
after(() => sparekey.close());

interface Saved {
  readonly name: string;
  readonly file: string;
  readonly text: string;
  readonly report: ReportFile;
}

async function save(report: Page): Promise<Saved> {
  const downloaded = report.waitForEvent("download");
  await report.locator("#save").click();
  const download = await downloaded;
  const name = download.suggestedFilename();
  const file = await download.path();
  const text = await readFile(file, "utf8");
  return { name, file, text, report: JSON.parse(text) as ReportFile };
}

async function keep({ file }: Saved, as: string): Promise<void> {
  if (KEPT === undefined) return;
  await mkdir(KEPT, { recursive: true });
  await copyFile(file, path.join(KEPT, as));
}

/** What the shipped core says about a saved page, outside of any browser. */
async function review({
  tab,
  context,
}: ReportFile): Promise<{ readonly place: string | undefined; readonly rules: readonly string[] }> {
  const core = (await import(pathToFileURL(path.join(ROOT, "pkg/sparekey.js")).href)) as typeof Core;
  core.initSync({ module: await readFile(path.join(ROOT, "pkg/sparekey_bg.wasm")) });
  const { place, frames } = core.review(tab, context);
  const findings = frames.flatMap((frame) => frame.findings).filter(({ anchor }) => anchor !== "field");
  return { place, rules: [...new Set(findings.map(({ rule }) => rule))].sort() };
}

function assertNothingPersonal(text: string): void {
  const lower = text.toLowerCase();
  for (const word of PERSONAL) assert.ok(!lower.includes(word.toLowerCase()), word);
}

/** Replaces all texts of the page by ones that are not in the lexicon, as if Microsoft had changed every word. */
async function renameEverything(page: Page): Promise<void> {
  await page.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode() !== null) {
      const text = texts.currentNode;
      text.nodeValue = (text.nodeValue ?? "").replaceAll(/\p{L}{3,}/gu, (word) => `${word}ung`);
    }
    for (const element of document.querySelectorAll("[aria-label], [title]")) {
      element.removeAttribute("aria-label");
      element.removeAttribute("title");
    }
  });
}

describe("a report", () => {
  test("on a user's methods shows and saves the page with all personal data masked", async () => {
    const page = await sparekey.page(userMethods({ list: "phone-and-email", ...STEADY }));
    const form = await openAddFormFor(page, "phone");
    await numberField(form).fill("+81 09012345678");
    await seenCard(page, "trunk-zero");
    const spoken = await speakingRules(page);
    const report = await openReport(sparekey, page);
    const preview = await report.locator("#preview").innerText();
    assert.match(preview, /UserAuthMethods\.ReactView/u);
    assert.match(preview, /Add authentication method/u);
    assertNothingPersonal(preview);
    const masked = await report.locator("#preview .masked").allInnerTexts();
    assert.ok(
      masked.some((text) => /^\+(\d)\1 \1{11}$/u.test(text)),
      "the typed number, in form only",
    );
    assert.ok(
      masked.some((text) => text.startsWith("Aaaaa")),
      "the name",
    );

    const saved = await save(report);
    assert.equal(saved.name, `sparekey-user-methods-${TODAY}.json`);
    assertNothingPersonal(saved.text);
    assert.doesNotMatch(saved.text, /\d\d:\d\d|"JP"/u, "no time of day, no region");
    for (const rule of spoken) assert.ok(saved.report.said.rules.includes(rule), rule);
    assert.ok(saved.report.said.rules.includes("trunk-zero"));
    const again = await review(saved.report);
    assert.deepEqual(again, { place: "user-methods", rules: saved.report.expected.rules });
    assert.ok(again.rules.length > 0);
    await keep(saved, "user-methods-typing-a-number.en.json");
    await report.close();
    await page.close();
  });

  test("on a page that is not understood is made as well, and says so", async () => {
    const page = await sparekey.page(securityInfo({ list: "phone-and-email", testids: "off", ...STEADY }));
    await seenCard(page, "single-method");
    await renameEverything(page);
    await eventually(
      () => speakingRules(page),
      (rules) => rules.length === 0,
    );
    const report = await openReport(sparekey, page);
    assert.match(await report.locator("#summary").innerText(), /nothing/u);
    const saved = await save(report);
    assertNothingPersonal(saved.text);
    assert.equal(saved.report.said.place, "security-info");
    assert.deepEqual(saved.report.said.rules, []);
    assert.deepEqual(saved.report.said.methods, []);
    assert.ok(saved.report.tab.frames.flatMap(({ snapshot }) => snapshot.nodes).length > 20, "its structure is there");
    await keep(saved, "security-info-in-unknown-words.en.json");
    await report.close();
    await page.close();
  });

  test("contains the page as it was when the report was opened, and saves nothing that was not shown", async () => {
    const page = await sparekey.page(securityInfo({ lng: "ja", list: "authenticator-only", ...STEADY }));
    await seenCard(page, "single-method");
    const report = await openReport(sparekey, page);
    const lines = await report.locator("#preview .line").count();
    await page.evaluate(() => {
      document.body.append("Taro Yamada 090-1234-5678");
    });
    await settle(page);
    const saved = await save(report);
    const { frames } = saved.report.tab;
    assert.equal(lines, frames.length + frames.flatMap(({ snapshot }) => snapshot.nodes).length);
    assertNothingPersonal(saved.text);
    await keep(saved, "security-info-authenticator.ja.json");
    await report.close();
    await page.close();
  });

  test("gets the same review outside of the browser as the page inside", async () => {
    const page = await sparekey.page(userMethods({ list: "two-phones", lng: "ja" }));
    await seenCard(page, "phone-only");
    const report = await openReport(sparekey, page);
    const saved = await save(report);
    const { rules } = await review(saved.report);
    assert.deepEqual(rules, saved.report.expected.rules);
    assert.deepEqual(rules, saved.report.said.rules, "nothing was typed, so nothing depends on digits");
    assert.ok(rules.includes("phone-only"));
    await report.close();
    await page.close();
  });
});

describe("in a window of 320 px", () => {
  for (const language of ["de", "ja"]) {
    test(`popup, report and settings have room for their words, in ${language} and with longer ones`, async () => {
      await sparekey.choose({ defaultRegion: "JP", language, silencedRules: ["stale-authenticator"] });
      const page = await sparekey.page(userMethods({ list: "phone-and-email" }));
      await seenCard(page, "single-method");
      const pages = [await openPopup(sparekey, page), await openReport(sparekey, page), await openSettings(sparekey)];
      await pages[0]?.locator("#methods li").first().waitFor();
      for (const own of pages) {
        await own.setViewportSize({ width: 320, height: 640 });
        assert.deepEqual([await squeezedTexts(own), await clippedTexts(own)], [[], []], own.url());
        await writeLongWords(own);
        assert.deepEqual(
          [await squeezedTexts(own), await clippedTexts(own)],
          [[], []],
          `${own.url()}, with long words`,
        );
        await own.close();
      }
      await page.close();
      await sparekey.choose({ defaultRegion: "JP" });
    });
  }
});

describe("the report page", () => {
  test("on a page that is not watched has nothing to save, and says so", async () => {
    const page = await sparekey.page(ALL_USERS);
    const report = await openReport(sparekey, page);
    assert.match(await report.locator("#nothing").innerText(), /nothing to report.*reload it/u);
    assert.equal(await report.locator("#save").isVisible(), false);
    await report.close();
    await page.close();
  });

  test("shows the rules' names in the reader's language, with the ids that the file has", async () => {
    await sparekey.choose({ language: "ja", silencedRules: ["phone-only"] });
    const page = await sparekey.page(securityInfo({ list: "phone-only" }));
    await seenCard(page, "single-method");
    const report = await openReport(sparekey, page);
    const facts = await report.locator("#summary").innerText();
    assert.match(facts, /サインイン方法が 1\u{a0}つだけです\s+single-method/u);
    assert.match(facts, /終了します\s+phone-only/u);
    await report.close();
    await page.close();
    await sparekey.choose({ defaultRegion: "JP" });
  });

  test("works by keyboard: the preview scrolls, Save saves, Close closes the tab", async () => {
    const page = await sparekey.page(userMethods());
    await seenCard(page, "single-method");
    const report = await openReport(sparekey, page);
    const focused = (): Promise<string | undefined> => report.evaluate(() => document.activeElement?.id);
    await report.keyboard.press("Tab");
    assert.equal(await focused(), "preview");
    await report.keyboard.press("End");
    await eventually(
      () => report.evaluate(() => document.activeElement?.scrollTop ?? 0),
      (top) => top > 0,
    );
    await report.keyboard.press("Tab");
    assert.equal(await focused(), "save");
    const downloaded = report.waitForEvent("download");
    await report.keyboard.press("Enter");
    await downloaded;
    await eventually(
      () => report.locator("#status").innerText(),
      (text) => text !== "",
    );
    await report.keyboard.press("Tab");
    assert.equal(await focused(), "cancel");
    const closed = report.waitForEvent("close");
    // The tab may be closed before the key is released.
    await report.keyboard.press("Enter").catch(() => undefined);
    await closed;
    await page.close();
  });

  test("is opened from the popup, beside the page", async () => {
    const page = await sparekey.page(securityInfo());
    await seenCard(page, "single-method");
    const tab = await tabOf(sparekey, page);
    const popup = await openPopup(sparekey, page);
    const opened = sparekey.context.waitForEvent("page");
    await popup.locator("#report").click();
    const report = await opened;
    await report.waitForURL(
      (address) => address.pathname === "/report.html" && address.searchParams.get("tab") === String(tab),
    );
    const [one, other] = await report.evaluate(
      async (watched) => [await chrome.tabs.get(watched), await chrome.tabs.getCurrent()] as const,
      tab,
    );
    assert.deepEqual([other.openerTabId, other.index], [tab, one.index + 1]);
    await report.close();
    await page.close();
  });

  test("says that there is nothing if the background ended before it answered", async () => {
    const report = await sparekey.context.newPage();
    await report.addInitScript(() => {
      chrome.runtime.sendMessage = () =>
        Promise.reject(new Error("the message port closed before a response was received"));
    });
    await report.goto(`${await extensionOrigin(sparekey.context)}/report.html?tab=1`);
    await report.locator("main:not([aria-busy])").waitFor();
    assert.match(await report.locator("#nothing").innerText(), /nothing to report/u);
    await report.close();
  });
});
