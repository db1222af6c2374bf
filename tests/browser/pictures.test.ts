// Every hint, its states, hints on their pages, and the extension's own pages, compared with pictures of
// them that were looked at. Owns which pictures there are; `SPAREKEY_REWRITE=1` makes them anew.

import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { after, before, describe, test, type TestContext } from "node:test";
import { build } from "esbuild";
import type { Locator, Page } from "playwright-core";
import rules from "../../extension/generated/rules.json" with { type: "json" };
import { bestLanguage } from "../../extension/shared/texts/languages.ts";
import { initSync, review, type Context, type Finding, type Tab } from "../../pkg/sparekey.js";
import { FOREIGN, securityInfo, userMethods } from "../portal/catalogue.ts";
import { parseOptions, type Language, type Options } from "../portal/options.ts";
import { FORMS, type GalleryLook, type Shown } from "./gallery-look.ts";
import { openPopup, openSettings, tabOf, THEMES } from "./own-pages.ts";
import { cutOut, differenceFrom, differenceFromKept, KEPT, whyNotComparable } from "./pictures.ts";
import { numberField, openAddFormFor } from "./portal-pages.ts";
import {
  eventually,
  handleFor,
  openCard,
  seenCard,
  seenCards,
  startWatched,
  type Choices,
  type Watched,
} from "./sparekey.ts";
import { extensionOrigin } from "./support.ts";

declare const chrome: {
  readonly storage: {
    readonly managed: { get(keys: null): Promise<object> };
    readonly onChanged: { dispatch(changes: object, area: string): void };
  };
};

/** Folder of the portal's sources, put in by the build. */
declare const PORTAL_FOLDER: string;

const TESTS = path.resolve(PORTAL_FOLDER, "..");
const EXTENSION = path.resolve(TESTS, "../extension");

/** An organisation that admits numbers of the United States alone: no practice page decides that. */
const ONLY_US = { snapshot: "user-methods-number-hyphens.en.json", policy: { allowedRegions: ["US"] } };

interface Look {
  readonly name: string;
  /** BCP 47 tag of the page that the hints are on. */
  readonly page: string;
  readonly theme: GalleryLook["theme"];
  readonly forcedColors: "active" | "none";
}

const LOOKS: readonly Look[] = [
  { name: "light", page: "en", theme: "light", forcedColors: "none" },
  { name: "dark", page: "en", theme: "dark", forcedColors: "none" },
  { name: "forced", page: "en", theme: "light", forcedColors: "active" },
  { name: "ja", page: "ja", theme: "light", forcedColors: "none" },
  { name: "de", page: "de", theme: "light", forcedColors: "none" },
  { name: "ar", page: "ar", theme: "light", forcedColors: "none" },
];

/** Whether states are pictured in it, which differ from each other in the same way in all looks. */
function isOfStates({ name }: { readonly name: string }): boolean {
  return name === "light" || name === "forced";
}

/** Whether whole pages are pictured in it. */
function isOfPages({ name }: Look): boolean {
  return ["light", "dark", "forced", "ar"].includes(name);
}

/** The language that somebody gets who wants this one. */
async function languageFor(wanted: string): Promise<string> {
  return bestLanguage([wanted], await readdir(path.join(EXTENSION, "_locales")));
}

let sparekey: Watched;
let gallery: Page;
let notComparable: string | undefined;
before(async () => {
  sparekey = await startWatched({ steady: true });
  gallery = await sparekey.context.newPage();
  notComparable = await whyNotComparable(gallery);
  if (notComparable !== undefined) console.warn(`NO PICTURE IS COMPARED: ${notComparable}`);
});
after(() => sparekey.close());

/** Whether the test can go on. */
function isComparable(t: TestContext): boolean {
  if (notComparable === undefined) return true;
  t.skip(notComparable);
  return false;
}

interface Recording {
  readonly context: Context;
  readonly tab: Tab;
}

async function recorded(file: string): Promise<Recording> {
  return JSON.parse(await readFile(path.join(TESTS, "snapshots/recorded", file), "utf8")) as Recording;
}

/** For each rule one spot of a recorded page at which it speaks first, where there is such a page. */
async function everyHint(): Promise<Map<string, Finding[]>> {
  initSync({ module: await readFile(path.resolve(TESTS, "../pkg/sparekey_bg.wasm")) });
  const files = (await readdir(path.join(TESTS, "snapshots/recorded")))
    .filter((name) => name.endsWith(".en.json"))
    .sort();
  const hints = new Map<string, Finding[]>();
  const add = ({ tab, context }: Recording): void => {
    for (const frame of review(tab, context).frames) {
      for (const spot of bySpot(frame.findings)) {
        for (const [place, { rule }] of spot.entries()) {
          if (place === 0 ? hints.get(rule)?.[0]?.rule !== rule : !hints.has(rule)) hints.set(rule, spot);
        }
      }
    }
  };
  for (const file of files) add(await recorded(file));
  const { tab, context } = await recorded(ONLY_US.snapshot);
  add({ tab, context: { ...context, policy: ONLY_US.policy } });
  return hints;
}

function bySpot(findings: readonly Finding[]): Finding[][] {
  const spots = new Map<string, Finding[]>();
  for (const finding of findings) {
    const spot = `${finding.anchor} ${String(finding.node)}`;
    spots.set(spot, [...(spots.get(spot) ?? []), finding]);
  }
  return [...spots.values()];
}

async function textsOf(language: string): Promise<Record<string, string>> {
  const file = await readFile(path.join(EXTENSION, "_locales", language, "messages.json"), "utf8");
  return Object.fromEntries(
    Object.entries(JSON.parse(file) as Record<string, { message: string }>).map(([key, { message }]) => [key, message]),
  );
}

async function galleryScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(TESTS, "browser/gallery-page.ts")],
    bundle: true,
    write: false,
    format: "iife",
    loader: { ".css": "text" },
  });
  return outputFiles[0]?.text ?? "";
}

/** Draws in the gallery as on a page of that look; gives back the language that the hints are in there. */
async function drawInGallery(shown: readonly Shown[], { page, theme, forcedColors }: Look): Promise<string> {
  const language = await languageFor(page);
  await gallery.emulateMedia({ colorScheme: theme, forcedColors });
  await gallery.mouse.move(0, 0);
  await gallery.evaluate(
    ([all, how, words, fallback]) =>
      (window as unknown as { draw: (...of: unknown[]) => void }).draw(all, how, words, fallback),
    [shown, { page, language, theme } satisfies GalleryLook, await textsOf(language), await textsOf("en")] as const,
  );
  return language;
}

function inGallery(id: string): Locator {
  return gallery.locator(`[id="${id}"]`);
}

/** A picture of each of these, cut out of one of all. */
async function picturesInGallery(ids: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
  await gallery.evaluate(() => (window as unknown as { arrange: () => void }).arrange());
  const all = await gallery.screenshot({ fullPage: true, caret: "hide" });
  const boxes = await gallery.evaluate(
    (wanted) => {
      // What was pressed may have been scrolled to.
      window.scrollTo(0, 0);
      return wanted.map((id) => document.getElementById(id)?.getBoundingClientRect().toJSON() as DOMRect);
    },
    [...ids],
  );
  return new Map(cutOut(all, boxes).map((picture, at) => [ids[at] ?? "", picture]));
}

/** A picture of the page once it is at rest, and as is wanted: drawn anew, it looked the same. */
async function atRest(page: Page, isWanted: () => Promise<boolean> = () => Promise.resolve(true)): Promise<Buffer> {
  let last: Buffer = Buffer.alloc(0);
  await eventually(
    async () => {
      const [before, isAsWanted] = [last, await isWanted()];
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
      last = await page.screenshot({ animations: "disabled", caret: "hide" });
      return { isAsWanted, isSame: last.equals(before) };
    },
    ({ isAsWanted, isSame }) => isAsWanted && isSame,
    20_000,
  );
  return last;
}

/** What somebody does to a hint, and how it is then. */
interface State {
  readonly name: string;
  readonly rule: string;
  readonly form?: Shown["form"];
  readonly isDone?: true;
  act?(host: Locator): Promise<void>;
}

async function press(host: Locator, ...controls: readonly string[]): Promise<void> {
  for (const control of controls) await host.locator(control).click();
  await gallery.mouse.move(0, 0);
}

const STATES: readonly State[] = [
  { name: "why", rule: "country-code-missing", act: (host) => press(host, ".why") },
  { name: "why-of-two", rule: "phone-only", act: (host) => press(host, ".why") },
  { name: "menu", rule: "country-code-missing", act: (host) => press(host, ".silence") },
  { name: "menu-of-two", rule: "phone-only", act: (host) => press(host, ".silence") },
  { name: "note", rule: "country-code-missing", isDone: true },
  {
    name: "focus",
    rule: "country-code-missing",
    // A ring is drawn for keys alone.
    act: async (host) => {
      await host.locator(".close").focus();
      await gallery.keyboard.press("Tab");
    },
  },
  ...FORMS.map((form) => ({ name: form, rule: "country-code-missing", form })),
];

describe("the picture of a hint", () => {
  let hints: Map<string, Finding[]>;
  const shownAs = (id: string, rule: string): Shown => {
    const findings = hints.get(rule) ?? [];
    const fixes = findings.flatMap(({ node, anchor, fix }) => (fix ? [{ node, anchor, fix }] : []));
    return { id, review: { id: 0, findings, fixes } };
  };
  before(async () => {
    hints = await everyHint();
    // Four hints side by side.
    await gallery.setViewportSize({ width: 2080, height: 800 });
    await gallery.setContent('<!doctype html><html style="scrollbar-width: none"><body></body></html>');
    await gallery.evaluate(await galleryScript());
  });

  test("is there for every rule", () => {
    assert.deepEqual(
      rules.map(({ id }) => id).filter((id) => !hints.has(id)),
      [],
    );
  });

  for (const look of LOOKS) {
    test(`is as it was, of every rule, in ${look.name}`, async (t) => {
      if (!isComparable(t)) return;
      const names = rules.map(({ id }) => id);
      const language = await drawInGallery(
        names.map((id) => shownAs(id, id)),
        look,
      );
      // On a page in a language without texts, the hints are the English ones, and look like those of an English page.
      const isItself = language === look.page;
      const differences: (string | undefined)[] = [];
      for (const [id, taken] of await picturesInGallery(names)) {
        const name = `hint.${id}.${look.name}`;
        differences.push(
          isItself ? await differenceFrom(name, taken) : await differenceFromKept(`hint.${id}.light`, taken, name),
        );
      }
      assert.deepEqual(
        differences.filter((difference) => difference !== undefined),
        [],
      );
    });
  }

  for (const look of LOOKS.filter(isOfStates)) {
    test(`is as it was, of every state, in ${look.name}`, async (t) => {
      if (!isComparable(t)) return;
      await drawInGallery(
        STATES.map(({ name, rule, form, isDone }) => ({
          ...shownAs(name, rule),
          ...(form && { form }),
          ...(isDone && { isDone }),
        })),
        look,
      );
      for (const { name, act } of STATES) await act?.(inGallery(name));
      const differences: (string | undefined)[] = [];
      for (const [name, taken] of await picturesInGallery(STATES.map((state) => state.name))) {
        differences.push(await differenceFrom(`state.${name}.${look.name}`, taken));
      }
      assert.deepEqual(
        differences.filter((difference) => difference !== undefined),
        [],
      );
    });
  }
});

/** What is shown of a page with hints on it. */
const WINDOW = { width: 960, height: 640 } as const;

/** A hint where it stands: beside what it is about. */
interface Scene {
  readonly name: string;
  address(look: Look): string;
  act(page: Page, language: Language): Promise<unknown>;
}

const SCENES: readonly Scene[] = [
  {
    name: "field",
    address: (look) =>
      userMethods({ ...sceneOptions(look), list: "passkey-and-authenticator", pane: "v9-drawer", field: "v9" }),
    async act(page, language) {
      const field = numberField(await openAddFormFor(page, "phone", language));
      await field.click();
      await field.pressSequentially("090-1234-5678");
      return openCard(page, "country-code-missing");
    },
  },
  {
    name: "choice",
    address: (look) => userMethods({ ...sceneOptions(look), list: "passkey-and-authenticator" }),
    async act(page, language) {
      await openAddFormFor(page, "email", language);
      return openCard(page, "email-is-not-mfa");
    },
  },
  {
    name: "list",
    address: (look) => securityInfo({ ...sceneOptions(look), list: "phone-only" }),
    async act(page) {
      await seenCard(page, "phone-only");
      await handleFor(page, "phone-only").click();
      return openCard(page, "phone-only");
    },
  },
];

/** Generated names count from here, so that the page is the same each time. */
function sceneOptions({ page, theme }: Look): Partial<Options> {
  return { lng: pageLanguage(page), theme, seed: 100 };
}

function pageLanguage(tag: string): Language {
  return parseOptions(`?lng=${tag}`).lng;
}

/** Longer than the hands wait after the last movement before they choose places anew. */
const STILL_MS = 400;

/** Whether the card is open, and has had the time to find its place. */
async function hasStood(page: Page): Promise<boolean> {
  await page.waitForTimeout(STILL_MS);
  return (await seenCards(page)).some(({ isOpen }) => isOpen);
}

describe("the picture of a page with a hint on it", () => {
  before(() => sparekey.choose({ defaultRegion: "JP" }));

  for (const look of LOOKS.filter(isOfPages)) {
    test(`is as it was, in ${look.name}`, async (t) => {
      if (!isComparable(t)) return;
      const differences: string[] = [];
      for (const { name, address, act } of SCENES) {
        const page = await sparekey.context.newPage();
        await page.setViewportSize(WINDOW);
        await page.emulateMedia({ colorScheme: look.theme, forcedColors: look.forcedColors });
        await page.goto(address(look));
        await act(page, pageLanguage(look.page));
        await page.mouse.move(0, WINDOW.height - 1);
        const difference = await differenceFrom(`page.${name}.${look.name}`, await atRest(page, () => hasStood(page)));
        if (difference !== undefined) differences.push(difference);
        await page.close();
      }
      assert.deepEqual(differences, []);
    });
  }
});

interface OwnLook {
  readonly name: string;
  readonly theme: (typeof THEMES)[keyof typeof THEMES];
  /** What the reader wants; where there are no texts in it, they get English, laid out as English. */
  readonly wanted: string;
}

const OWN_LOOKS: readonly OwnLook[] = [
  { name: "light", theme: THEMES.light, wanted: "en" },
  { name: "dark", theme: THEMES.dark, wanted: "en" },
  { name: "forced", theme: THEMES.forced, wanted: "en" },
  { name: "ja", theme: THEMES.light, wanted: "ja" },
  { name: "de", theme: THEMES.light, wanted: "de" },
  { name: "ar", theme: THEMES.light, wanted: "ar" },
];

/** Of the report, which fills its window; wide enough for its columns, with a scroll bar as well. */
const REPORT_SIZE = { width: 900, height: 1300 } as const;
const SETTINGS_WIDTH = 720;
/** The head of the settings; the README shows it. */
const IN_README = { name: "settings", look: "light", size: { width: 720, height: 640 } } as const;
const POPUP_WIDTH = 380;

/** The window as high as what is in it, as browsers make it for a popup: nothing scrolls. */
async function fitted(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 200 });
  await page.setViewportSize({
    width,
    height: await page.evaluate(() => Math.ceil(document.body.getBoundingClientRect().bottom)),
  });
}

/** How the page differs in that look, from its head to its foot. */
async function differenceOfOwn(
  page: Page,
  name: string,
  { theme, wanted, name: look }: OwnLook,
  width?: number,
): Promise<string | undefined> {
  await page.emulateMedia(theme);
  const language = await languageFor(wanted);
  await eventually(
    () => page.evaluate(() => document.documentElement.lang),
    (lang) => lang === language,
  );
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  if (width !== undefined) await fitted(page, width);
  const taken = await atRest(page);
  return language === wanted
    ? differenceFrom(`${name}.${look}`, taken)
    : differenceFromKept(`${name}.light`, taken, `${name}.${look}`);
}

describe("the picture of the extension’s own page", () => {
  for (const look of OWN_LOOKS) {
    test(`is as it was, in ${look.name}`, async (t) => {
      if (!isComparable(t)) return;
      await sparekey.choose({ language: look.wanted, silencedRules: ["trunk-zero"] });
      const differences: (string | undefined)[] = [];
      const page = await sparekey.page(securityInfo({ list: "phone-only", seed: 100 }));
      await seenCard(page, "phone-only");
      const popup = await openPopup(sparekey, page);
      await popup.locator("#findings li").first().waitFor();
      differences.push(await differenceOfOwn(popup, "popup", look, POPUP_WIDTH));
      await popup.close();

      const report = await sparekey.page(
        `${await extensionOrigin(sparekey.context)}/report.html?tab=${String(await tabOf(sparekey, page))}`,
      );
      await report.setViewportSize(REPORT_SIZE);
      await report.locator("main:not([aria-busy])").waitFor();
      differences.push(await differenceOfOwn(report, "report", look));
      await report.close();
      await page.close();

      const settings = await openSettings(sparekey);
      differences.push(await differenceOfOwn(settings, "settings-whole", look, SETTINGS_WIDTH));
      if (look.name === IN_README.look) {
        await settings.setViewportSize(IN_README.size);
        differences.push(await differenceOfOwn(settings, IN_README.name, look));
      }
      await settings.close();
      assert.deepEqual(
        differences.filter((difference) => difference !== undefined),
        [],
      );
    });
  }
});

/** What the popup says where it has no hint to tell of. */
interface PopupState {
  readonly name: string;
  readonly address: string;
  readonly choices?: Choices;
  /** The organisation's. */
  readonly policy?: object;
  /** By which one sees that it says so. */
  readonly isThere: string;
}

const HOUR_MS = 3_600_000;

const POPUP_STATES: readonly PopupState[] = [
  { name: "unknown-page", address: FOREIGN, isThere: "#place:not(:empty)" },
  { name: "waiting", address: securityInfo({ late: 10_000 }), isThere: "#place:not(:empty)" },
  { name: "nothing-found", address: securityInfo({ list: "spare-keys" }), isThere: "#methods li" },
  {
    name: "silenced-rules",
    address: securityInfo(),
    choices: { silencedRules: ["single-method", "phone-only"] },
    isThere: "#silenced-rules li",
  },
  {
    name: "silenced-page",
    address: securityInfo(),
    choices: { silencedPlaces: { "security-info": Date.now() + HOUR_MS } },
    isThere: "#methods li",
  },
  { name: "switched-off", address: securityInfo(), policy: { switchedOff: true }, isThere: "#methods li" },
];

async function decide(policy: object): Promise<void> {
  await (await sparekey.worker()).evaluate((decided) => {
    chrome.storage.managed.get = () => Promise.resolve(decided);
    chrome.storage.onChanged.dispatch({}, "managed");
  }, policy);
}

/** The hour until which something is silenced is another each time. */
async function stopClock(popup: Page): Promise<void> {
  await popup.locator("#status").evaluate((status) => {
    status.textContent = status.textContent.replace(/\d{1,2}:\d{2}(?:\s[AP]M)?/u, "12:00");
  });
}

describe("the picture of the popup", () => {
  for (const look of OWN_LOOKS.filter(isOfStates)) {
    test(`is as it was where it tells of no hint, in ${look.name}`, async (t) => {
      if (!isComparable(t)) return;
      const differences: (string | undefined)[] = [];
      for (const { name, address, choices = {}, policy = {}, isThere } of POPUP_STATES) {
        await sparekey.choose({ ...choices, language: look.wanted });
        await decide(policy);
        const page = await sparekey.page(address);
        const popup = await openPopup(sparekey, page);
        await popup.locator(isThere).first().waitFor();
        await stopClock(popup);
        differences.push(await differenceOfOwn(popup, `popup-${name}`, look, POPUP_WIDTH));
        await popup.close();
        await page.close();
      }
      await decide({});
      assert.deepEqual(
        differences.filter((difference) => difference !== undefined),
        [],
      );
    });
  }
});

test("no picture is kept that nothing is compared with", async () => {
  const looksWithTexts = async <L extends { readonly name: string }>(
    looks: readonly L[],
    wanted: (look: L) => string,
  ): Promise<string[]> => {
    const own = await Promise.all(
      looks.map(async (look) => ((await languageFor(wanted(look))) === wanted(look) ? [look.name] : [])),
    );
    return own.flat();
  };
  const pictures = (names: readonly string[], looks: readonly string[]): string[] =>
    names.flatMap((name) => looks.map((look) => `${name}.${look}.png`));
  const states = LOOKS.filter(isOfStates).map(({ name }) => name);
  const wanted = [
    "made-with.json",
    "probe.png",
    ...pictures(
      rules.map(({ id }) => `hint.${id}`),
      await looksWithTexts(LOOKS, ({ page }) => page),
    ),
    ...pictures(
      STATES.map(({ name }) => `state.${name}`),
      states,
    ),
    ...pictures(
      SCENES.map(({ name }) => `page.${name}`),
      LOOKS.filter(isOfPages).map(({ name }) => name),
    ),
    ...pictures([IN_README.name], [IN_README.look]),
    ...pictures(["popup", "report", "settings-whole"], await looksWithTexts(OWN_LOOKS, (look) => look.wanted)),
    ...pictures(
      POPUP_STATES.map(({ name }) => `popup-${name}`),
      states,
    ),
  ];
  assert.deepEqual((await readdir(KEPT)).sort(), wanted.sort());
});
