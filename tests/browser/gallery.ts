// A page of hints, drawn as the shipped hands draw them, and pictures of each. Owns what comes from files: findings of
// recorded pages, texts, and the script that draws.

import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";
import type { Locator, Page } from "playwright-core";
import { bestLanguage } from "../../extension/shared/texts/languages.ts";
import { initSync, review, type Context, type Finding, type FrameReview, type Tab } from "../../pkg/sparekey.js";
import type { GalleryLook, Shown } from "./gallery-look.ts";
import { cutOut } from "./pictures.ts";

/** Folder of the portal's sources, put in by the build. */
declare const PORTAL_FOLDER: string;

const TESTS = path.resolve(PORTAL_FOLDER, "..");
const LOCALES = path.resolve(TESTS, "../extension/_locales");

export interface Look {
  /** BCP 47 tag of the page that the hints are on. */
  readonly page: string;
  readonly theme: GalleryLook["theme"];
  readonly forcedColors: "active" | "none";
}

/** The language that somebody gets who wants this one. */
export async function languageFor(wanted: string): Promise<string> {
  return bestLanguage([wanted], await readdir(LOCALES));
}

/** Four hints side by side. */
const SIZE = { width: 2080, height: 800 };

export class Gallery {
  readonly #page: Page;

  private constructor(page: Page) {
    this.#page = page;
  }

  static async openIn(page: Page): Promise<Gallery> {
    await page.setViewportSize(SIZE);
    await page.setContent('<!doctype html><html style="scrollbar-width: none"><body></body></html>');
    await page.evaluate(await script());
    return new Gallery(page);
  }

  /** Draws as on a page of that look; gives back the language that the hints are in there. */
  async draw(shown: readonly Shown[], { page, theme, forcedColors }: Look): Promise<string> {
    const language = await languageFor(page);
    await this.#page.emulateMedia({ colorScheme: theme, forcedColors });
    await this.#page.mouse.move(0, 0);
    await this.#page.evaluate(
      ([all, how, words, fallback]) =>
        (window as unknown as { draw: (...of: unknown[]) => void }).draw(all, how, words, fallback),
      [shown, { page, language, theme } satisfies GalleryLook, await textsOf(language), await textsOf("en")] as const,
    );
    return language;
  }

  hint(id: string): Locator {
    return this.#page.locator(`[id="${id}"]`);
  }

  /** Draws this one otherwise. */
  async addStyles(id: string, styles: string): Promise<void> {
    await this.hint(id).evaluate((host, text) => {
      const added = new CSSStyleSheet();
      added.replaceSync(text);
      host.shadowRoot?.adoptedStyleSheets.push(added);
    }, styles);
  }

  async press(key: string): Promise<void> {
    await this.#page.keyboard.press(key);
  }

  /** What the pointer was on is drawn otherwise. */
  async leavePointer(): Promise<void> {
    await this.#page.mouse.move(0, 0);
  }

  /** A picture of each of these, cut out of one of all. */
  async pictures(ids: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
    await this.#page.evaluate(() => (window as unknown as { arrange: () => void }).arrange());
    const all = await this.#page.screenshot({ fullPage: true, caret: "hide" });
    const boxes = await this.#page.evaluate(
      (wanted) => {
        // What was pressed may have been scrolled to.
        window.scrollTo(0, 0);
        return wanted.map((id) => document.getElementById(id)?.getBoundingClientRect().toJSON() as DOMRect);
      },
      [...ids],
    );
    return new Map(cutOut(all, boxes).map((picture, at) => [ids[at] ?? "", picture]));
  }
}

async function script(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(TESTS, "browser/gallery-page.ts")],
    bundle: true,
    write: false,
    format: "iife",
    loader: { ".css": "text" },
  });
  return outputFiles[0]?.text ?? "";
}

async function textsOf(language: string): Promise<Record<string, string>> {
  const file = await readFile(path.join(LOCALES, language, "messages.json"), "utf8");
  return Object.fromEntries(
    Object.entries(JSON.parse(file) as Record<string, { message: string }>).map(([key, { message }]) => [key, message]),
  );
}

/** For each rule that a recorded page has, the findings of one spot; of a spot at which it speaks first, if there is one. */
export async function findingsOfRules(): Promise<ReadonlyMap<string, readonly Finding[]>> {
  initSync({ module: await readFile(path.resolve(TESTS, "../pkg/sparekey_bg.wasm")) });
  const folder = path.join(TESTS, "snapshots/recorded");
  const files = (await readdir(folder)).filter((name) => name.endsWith(".en.json")).sort();
  const found = new Map<string, readonly Finding[]>();
  for (const file of files) {
    const recording = JSON.parse(await readFile(path.join(folder, file), "utf8")) as { tab: Tab; context: Context };
    for (const frame of review(recording.tab, recording.context).frames) {
      for (const spot of bySpot(frame.findings)) {
        for (const [place, { rule }] of spot.entries()) {
          if (place === 0 ? found.get(rule)?.[0]?.rule !== rule : !found.has(rule)) found.set(rule, spot);
        }
      }
    }
  }
  return found;
}

/** What a frame would have to say if that were all that was found in it; the findings are those of one spot. */
export function reviewOf(findings: readonly Finding[]): FrameReview {
  const fixes = findings.flatMap(({ node, anchor, fix }) => (fix ? [{ node, anchor, fix }] : [])).slice(0, 1);
  return { id: 0, findings: [...findings], fixes };
}

function bySpot(findings: readonly Finding[]): Finding[][] {
  const spots = new Map<string, Finding[]>();
  for (const finding of findings) {
    const spot = `${finding.anchor} ${String(finding.node)}`;
    spots.set(spot, [...(spots.get(spot) ?? []), finding]);
  }
  return [...spots.values()];
}
