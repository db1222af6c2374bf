// The extension's own pages as somebody opens them: the popup over a tab, the report on it, the settings. Owns how they
// are opened, how they are looked at in every theme, and how the background behind them is put to sleep.

import { setTimeout as sleep } from "node:timers/promises";
import axe from "axe-core";
import type { Frame, Page } from "playwright-core";
import { eventually, type Watched } from "./sparekey.ts";
import { extensionOrigin } from "./support.ts";

declare const chrome: {
  readonly tabs: { query(which: object): Promise<readonly { readonly id: number }[]> };
};

/** The size of a popup; browsers fit its height to what it says, up to 600. */
const POPUP_SIZE = { width: 380, height: 600 };

/** The id of the tab that shows the page, as the extension knows it. */
export async function tabOf(sparekey: Watched, page: Page): Promise<number> {
  await page.bringToFront();
  const [tab] = await (await sparekey.worker()).evaluate(() =>
    chrome.tabs.query({ active: true, lastFocusedWindow: true }),
  );
  if (tab === undefined) throw new Error("no tab is in front");
  return tab.id;
}

/** The popup as a page of its own, with the tab that it is about in its address. */
export async function openPopup(sparekey: Watched, page: Page): Promise<Page> {
  const tab = await tabOf(sparekey, page);
  const popup = await sparekey.context.newPage();
  await popup.setViewportSize(POPUP_SIZE);
  await popup.goto(`${await extensionOrigin(sparekey.context)}/popup.html?tab=${String(tab)}`);
  return popup;
}

export async function openSettings(sparekey: Watched): Promise<Page> {
  const settings = await sparekey.context.newPage();
  await settings.goto(`${await extensionOrigin(sparekey.context)}/settings.html`);
  await settings.locator("#about dd").first().waitFor();
  return settings;
}

/** The report page on the tab that shows the page. */
export async function openReport(sparekey: Watched, page: Page): Promise<Page> {
  const tab = await tabOf(sparekey, page);
  const report = await sparekey.page(`${await extensionOrigin(sparekey.context)}/report.html?tab=${String(tab)}`);
  await report.locator("main:not([aria-busy])").waitFor();
  return report;
}

/** Ends the background worker, as the browser does after half a minute without events. */
export async function endWorker(sparekey: Watched, page: Page): Promise<void> {
  const session = await sparekey.context.newCDPSession(page);
  const running = async (): Promise<string[]> => {
    const { targetInfos } = await session.send("Target.getTargets");
    return targetInfos.filter(({ type }) => type === "service_worker").map(({ targetId }) => targetId);
  };
  const targets = await running();
  if (targets.length === 0) return;
  const worker = await sparekey.worker();
  await worker.evaluate(() => Object.assign(globalThis, { isToEnd: true }));
  for (const targetId of targets) await session.send("Target.closeTarget", { targetId });
  // An open popup starts the next worker at once, which has the same target id: it is recognized by what it does not
  // remember.
  const isAnother = (): Promise<boolean> => worker.evaluate(() => !("isToEnd" in globalThis)).catch(() => false);
  await eventually(
    async () => (await running()).length === 0 || Promise.race([isAnother(), sleep(500, false)]),
    Boolean,
  );
}

export const THEMES = {
  light: { colorScheme: "light", forcedColors: "none" },
  dark: { colorScheme: "dark", forcedColors: "none" },
  forced: { colorScheme: "dark", forcedColors: "active" },
} as const;

/** Accessibility faults of the page as axe finds them; there should be none. */
export function accessibilityFaults(page: Page): Promise<string[]> {
  return accessibilityFaultsIn(page, "html");
}

/** The same of one element and what is in it, open shadow roots too. */
export async function accessibilityFaultsIn(frame: Page | Frame, selector: string): Promise<string[]> {
  // The page's own security policy allows no script element.
  await frame.evaluate(axe.source);
  return frame.evaluate(async (within) => {
    const { violations, passes } = await (globalThis as unknown as { axe: typeof axe }).axe.run(within);
    if (passes.length === 0) return [`there was nothing to look at in ${within}`];
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ""}`),
    );
  }, selector);
}

/** The faults of a page in every theme, from left to right and from right to left. */
export async function faultsInEveryTheme(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const [name, theme] of Object.entries(THEMES)) {
    await page.emulateMedia(theme);
    for (const direction of ["ltr", "rtl"]) {
      // No right-to-left language has texts yet.
      await page.evaluate((dir) => document.documentElement.setAttribute("dir", dir), direction);
      faults.push(...(await accessibilityFaults(page)).map((fault) => `${name}, ${direction}: ${fault}`));
      faults.push(...(await clippedTexts(page)).map((text) => `${name}, ${direction}: clipped: ${text}`));
    }
  }
  await page.evaluate(() => document.documentElement.setAttribute("dir", "ltr"));
  await page.emulateMedia(THEMES.light);
  return faults;
}

/** Replaces every text by words that are as long as German ones get, some of which cannot be hyphenated. */
export async function writeLongWords(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.documentElement.lang = "de";
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
      const length = text.nodeValue?.trim().length ?? 0;
      if (length > 1)
        text.nodeValue = "Mehrfaktorauthentifizierungsmethodenregistrierung ".repeat(Math.ceil(length / 40));
    }
  });
}

/** Elements that extend beyond the sides of the window. */
export async function clippedTexts(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.body.querySelectorAll<HTMLElement>("*")]
      .filter(
        (element) =>
          element.checkVisibility({ visibilityProperty: true }) && element.closest(".visually-hidden") === null,
      )
      .filter((element) => {
        const { left, right, width } = element.getBoundingClientRect();
        return width > 0 && (left < -0.5 || right > document.documentElement.clientWidth + 0.5);
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  );
}

/** In a narrower column, a line contains only the beginning of a word. In widths of the text's own "em". */
const NARROWEST_COLUMN = 6;

/** Texts that wrap though their column is too narrow to be read. */
export async function squeezedTexts(page: Page): Promise<string[]> {
  return page.evaluate((narrowest) => {
    const squeezed: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
      let column = text.parentElement;
      while (column !== null && getComputedStyle(column).display === "inline") column = column.parentElement;
      if (
        column === null ||
        column.closest(".visually-hidden") !== null ||
        !column.checkVisibility({ visibilityProperty: true })
      )
        continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
      const { fontSize, paddingLeft, paddingRight } = getComputedStyle(column);
      const width =
        (column.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight)) /
        Number.parseFloat(fontSize);
      if (lines.size > 1 && width < narrowest)
        squeezed.push(`${width.toFixed(1)} em: ${column.outerHTML.slice(0, 120)}`);
    }
    return squeezed;
  }, NARROWEST_COLUMN);
}
