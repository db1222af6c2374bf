// Hints, their states, hints on their pages, and the extension's own pages, compared with pictures of them that were
// looked at. Owns which pictures there are: each holds something that no other does. The words of every rule, and every
// language, are held by other tests. `SPAREKEY_REWRITE=1` makes the pictures anew.

import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import type { Locator, Page } from "playwright-core";
import type { Finding } from "../../pkg/sparekey.js";
import { FOREIGN, securityInfo, userMethods } from "../portal/catalog.ts";
import { parseOptions, type Language, type Options } from "../portal/options.ts";
import { findingsOfRules, Gallery, languageFor, type Look, reviewOf } from "./gallery.ts";
import { FORMS, type Shown } from "./gallery-look.ts";
import { openPopup, openReport, openSettings, THEMES } from "./own-pages.ts";
import { differenceFrom, differenceFromKept, KEPT } from "./pictures.ts";
import { SKIPPED, STEADY } from "./pictures-fonts.ts";
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

declare const chrome: {
  readonly storage: {
    readonly managed: { get(keys: null): Promise<object> };
    readonly onChanged: { dispatch(changes: object, area: string): void };
  };
};

/** Rules whose hints have between them every severity, a mark and a strip, a fix, a message, and hints behind the first. */
const OF_EACH_SEVERITY = ["country-code-missing", "deleting-last", "tell-the-user", "phone-only"] as const;

/** The same, and what their numbers have not: a blank that comes, wide digits that go. */
const OF_EVERY_KIND = [...OF_EACH_SEVERITY, "space-after-country-code", "fullwidth-digits"] as const;

interface PicturedLook extends Look {
  readonly name: string;
  /** Rules whose hints are pictured in it. */
  readonly hints: readonly string[];
  readonly states: readonly string[];
  readonly scenes: readonly string[];
}

/** What somebody does to a hint, and how it is then. */
interface State {
  readonly name: string;
  readonly rule: string;
  readonly form?: Shown["form"];
  readonly isDone?: true;
  act?(host: Locator): Promise<void>;
}

async function press(host: Locator, control: string): Promise<void> {
  await host.locator(control).click();
  await gallery.leavePointer();
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
      await gallery.press("Tab");
    },
  },
  ...FORMS.map((form) => ({ name: form, rule: "country-code-missing", form })),
];

const LOOKS: readonly PicturedLook[] = [
  {
    name: "light",
    page: "en",
    theme: "light",
    forcedColors: "none",
    hints: OF_EVERY_KIND,
    states: STATES.map(({ name }) => name),
    scenes: ["field", "choice", "list"],
  },
  {
    name: "dark",
    page: "en",
    theme: "dark",
    forcedColors: "none",
    hints: OF_EACH_SEVERITY,
    states: [],
    scenes: ["choice"],
  },
  {
    name: "forced",
    page: "en",
    theme: "light",
    forcedColors: "active",
    hints: OF_EACH_SEVERITY,
    // What has borders of its own.
    states: ["focus", "menu", "note"],
    scenes: ["list"],
  },
  {
    name: "ja",
    page: "ja",
    theme: "light",
    forcedColors: "none",
    hints: ["country-code-missing", "phone-only", "tell-the-user"],
    states: [],
    scenes: [],
  },
  // The longest words; one title is cut off.
  {
    name: "de",
    page: "de",
    theme: "light",
    forcedColors: "none",
    hints: ["country-code-missing", "phone-only"],
    states: [],
    scenes: [],
  },
  // A language without texts, from right to left: hints are the English ones, and look like those of an English page.
  {
    name: "ar",
    page: "ar",
    theme: "light",
    forcedColors: "none",
    hints: OF_EVERY_KIND,
    states: [],
    scenes: ["field"],
  },
];

let sparekey: Watched;
let gallery: Gallery;
before(async () => {
  if (SKIPPED !== false) return;
  sparekey = await startWatched({ raster: STEADY });
  gallery = await Gallery.openIn(await sparekey.context.newPage());
});
after(() => sparekey?.close());

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

/** None of the pictures differs. */
function assertSame(differences: readonly (string | undefined)[]): void {
  assert.deepEqual(
    differences.filter((difference) => difference !== undefined),
    [],
  );
}

describe("the picture of a hint", { skip: SKIPPED }, () => {
  let findings: ReadonlyMap<string, readonly Finding[]>;
  const shownAs = (id: string, rule: string): Shown => {
    const found = findings.get(rule);
    assert.ok(found, `no recorded page has ${rule}`);
    return { id, review: reviewOf(found) };
  };
  before(async () => {
    findings = await findingsOfRules();
  });

  for (const look of LOOKS) {
    test(`is as it was, in ${look.name}`, async () => {
      const language = await gallery.draw(
        look.hints.map((rule) => shownAs(rule, rule)),
        look,
      );
      const differences: (string | undefined)[] = [];
      for (const [rule, taken] of await gallery.pictures(look.hints)) {
        const name = `hint.${rule}.${look.name}`;
        differences.push(
          language === look.page
            ? await differenceFrom(name, taken)
            : await differenceFromKept(`hint.${rule}.light`, taken, name),
        );
      }
      assertSame(differences);
    });
  }

  for (const look of LOOKS.filter(({ states }) => states.length > 0)) {
    test(`is as it was, of its states, in ${look.name}`, async () => {
      const states = STATES.filter(({ name }) => look.states.includes(name));
      await gallery.draw(
        states.map(({ name, rule, form, isDone }) => ({
          ...shownAs(name, rule),
          ...(form && { form }),
          ...(isDone && { isDone }),
        })),
        look,
      );
      for (const { name, act } of states) await act?.(gallery.hint(name));
      const differences: (string | undefined)[] = [];
      for (const [name, taken] of await gallery.pictures(look.states)) {
        differences.push(await differenceFrom(`state.${name}.${look.name}`, taken));
      }
      assertSame(differences);
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

describe("the picture of a page with a hint on it", { skip: SKIPPED }, () => {
  before(() => sparekey.choose({ defaultRegion: "JP" }));

  for (const look of LOOKS.filter(({ scenes }) => scenes.length > 0)) {
    test(`is as it was, in ${look.name}`, async () => {
      const differences: (string | undefined)[] = [];
      for (const { name, address, act } of SCENES.filter(({ name }) => look.scenes.includes(name))) {
        const page = await sparekey.context.newPage();
        await page.setViewportSize(WINDOW);
        await page.emulateMedia({ colorScheme: look.theme, forcedColors: look.forcedColors });
        await page.goto(address(look));
        await act(page, pageLanguage(look.page));
        await page.mouse.move(0, WINDOW.height - 1);
        const taken = await atRest(page, () => hasStood(page));
        differences.push(await differenceFrom(`page.${name}.${look.name}`, taken));
        await page.close();
      }
      assertSame(differences);
    });
  }
});

type OwnPage = "popup" | "report" | "settings";

interface OwnLook {
  readonly name: string;
  readonly theme: (typeof THEMES)[keyof typeof THEMES];
  /** What the reader wants; where there are no texts in it, they get English, laid out as English. */
  readonly wanted: string;
  readonly pages: readonly OwnPage[];
}

const LIGHT: OwnLook = { name: "light", theme: THEMES.light, wanted: "en", pages: ["popup", "report", "settings"] };

const OWN_LOOKS: readonly OwnLook[] = [
  LIGHT,
  { name: "dark", theme: THEMES.dark, wanted: "en", pages: ["popup", "settings"] },
  // All three pages have their buttons, lists and borders from one style sheet.
  { name: "forced", theme: THEMES.forced, wanted: "en", pages: ["popup"] },
  { name: "ja", theme: THEMES.light, wanted: "ja", pages: ["popup", "report", "settings"] },
  { name: "ar", theme: THEMES.light, wanted: "ar", pages: ["popup", "report"] },
];

/** Of the report, which fills its window; wide enough for its columns, with a scroll bar as well. */
const REPORT_SIZE = { width: 900, height: 1300 } as const;
/** Down to the first rules: each further one looks the same. */
const SETTINGS_SIZE = { width: 720, height: 1400 } as const;
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
  await page.close();
  return language === wanted
    ? differenceFrom(`${name}.${look}`, taken)
    : differenceFromKept(`${name}.light`, taken, `${name}.${look}`);
}

describe("the picture of the extension’s own page", { skip: SKIPPED }, () => {
  for (const look of OWN_LOOKS) {
    test(`is as it was, in ${look.name}`, async () => {
      await sparekey.choose({ language: look.wanted, silencedRules: ["trunk-zero"] });
      const page = await sparekey.page(securityInfo({ list: "phone-only", seed: 100 }));
      await seenCard(page, "phone-only");
      const differenceOf: Readonly<Record<OwnPage, () => Promise<string | undefined>>> = {
        async popup() {
          const popup = await openPopup(sparekey, page);
          await popup.locator("#findings li").first().waitFor();
          return differenceOfOwn(popup, "popup", look, POPUP_WIDTH);
        },
        async report() {
          const report = await openReport(sparekey, page);
          await report.setViewportSize(REPORT_SIZE);
          return differenceOfOwn(report, "report", look);
        },
        async settings() {
          const settings = await openSettings(sparekey);
          await settings.setViewportSize(SETTINGS_SIZE);
          return differenceOfOwn(settings, "settings", look);
        },
      };
      const differences: (string | undefined)[] = [];
      for (const pictured of look.pages) differences.push(await differenceOf[pictured]());
      await page.close();
      assertSame(differences);
    });
  }
});

/** What the popup says where it has no hint to tell of. */
interface PopupState {
  readonly name: string;
  readonly address: string;
  readonly choices?: Choices;
  /** The organization's. */
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

describe("the picture of the popup", { skip: SKIPPED }, () => {
  test("is as it was where it tells of no hint", async () => {
    const differences: (string | undefined)[] = [];
    for (const { name, address, choices = {}, policy = {}, isThere } of POPUP_STATES) {
      await sparekey.choose({ ...choices, language: LIGHT.wanted });
      await decide(policy);
      const page = await sparekey.page(address);
      const popup = await openPopup(sparekey, page);
      await popup.locator(isThere).first().waitFor();
      await stopClock(popup);
      differences.push(await differenceOfOwn(popup, `popup-${name}`, LIGHT, POPUP_WIDTH));
      await page.close();
    }
    await decide({});
    assertSame(differences);
  });
});

test("no picture is kept that nothing is compared with", async () => {
  const pictures: string[] = [];
  for (const { name, page, hints, states, scenes } of LOOKS) {
    const hasTexts = (await languageFor(page)) === page;
    pictures.push(
      ...(hasTexts ? hints.map((rule) => `hint.${rule}.${name}`) : []),
      ...states.map((state) => `state.${state}.${name}`),
      ...scenes.map((scene) => `page.${scene}.${name}`),
    );
  }
  for (const { name, wanted, pages } of OWN_LOOKS) {
    if ((await languageFor(wanted)) === wanted) pictures.push(...pages.map((page) => `${page}.${name}`));
  }
  pictures.push(...POPUP_STATES.map((state) => `popup-${state.name}.${LIGHT.name}`));
  assert.deepEqual((await readdir(KEPT)).sort(), pictures.map((name) => `${name}.png`).sort());
});
