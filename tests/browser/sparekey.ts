// The built extension in a browser, and what a person sees and does with its hints. Owns the hints'
// markup as far as tests know it.

import path from "node:path";
import type { BrowserContext, Frame, Locator, Page, Worker } from "playwright-core";
import { startPortal, type Portal } from "../portal/server.ts";
import { startChromium, type ChromiumOptions } from "./support.ts";

/** Folder of the portal's sources, put in by the build. */
declare const PORTAL_FOLDER: string;

/** The little of the extension's own API that tests reach for, inside its worker. */
declare const chrome: {
  readonly storage: {
    readonly local: { clear(): Promise<void>; set(items: object): Promise<void> };
    readonly managed: { get(keys: null): Promise<object> };
  };
};

/** Folder of the unpacked extension for a browser. */
export function extensionFor(target: "chromium" | "firefox"): string {
  return path.resolve(PORTAL_FOLDER, "../../dist", target);
}

/** What the extension keeps in `storage.local`. */
export interface Choices {
  readonly defaultRegion?: string;
  readonly silencedRules?: readonly string[];
  readonly silencedPlaces?: Readonly<Record<string, number>>;
  readonly language?: string;
  readonly today?: string;
}

/** The day on which the tests look at the pages: 72 days before Microsoft's SMS and voice end. */
export const TODAY = "2026-11-21";

/** What an organisation has decided, as in `managed_schema.json`. */
export interface Decisions {
  readonly defaultRegion?: string;
  readonly allowedRegions?: readonly string[];
}

export interface Watched {
  readonly portal: Portal;
  readonly context: BrowserContext;
  page(address: string): Promise<Page>;
  /**
   * A page in a window of its own. Of several tabs in one window only the front one is drawn: the others
   * get no animation frames and see nothing come on screen.
   */
  window(): Promise<Page>;
  choose(choices: Choices): Promise<void>;
  worker(): Promise<Worker>;
  close(): Promise<void>;
}

/**
 * Chromium with the shipped extension, in front of the practice portal. Real policies are files of the
 * whole machine that only root may write, so decisions are put where the browser would answer them.
 */
export async function startWatched(
  options: ChromiumOptions & { readonly decisions?: Decisions } = {},
): Promise<Watched> {
  const portal = await startPortal();
  const { browser: context, close } = await startChromium(portal, { ...options, extension: extensionFor("chromium") });
  const worker = async (): Promise<Worker> => context.serviceWorkers().at(-1) ?? context.waitForEvent("serviceworker");
  const choose = async (choices: Choices): Promise<void> => {
    await (await worker()).evaluate(
      async (stored) => {
        await chrome.storage.local.clear();
        await chrome.storage.local.set(stored);
      },
      { today: TODAY, ...choices },
    );
  };
  await choose({});
  if (options.decisions !== undefined) {
    await (await worker()).evaluate((decisions) => {
      chrome.storage.managed.get = () => Promise.resolve(decisions);
    }, options.decisions);
  }
  return {
    portal,
    context,
    worker,
    choose,
    async page(address) {
      const page = await context.newPage();
      await page.goto(address);
      return page;
    },
    async window() {
      const opener = context.pages()[0] ?? (await context.newPage());
      const debug = await context.newCDPSession(opener);
      const opened = context.waitForEvent("page");
      await debug.send("Target.createTarget", { url: "about:blank", newWindow: true });
      const page = await opened;
      await debug.detach();
      return page;
    },
    async close() {
      await close();
      await portal.close();
    },
  };
}

/** What there is to say at one spot, as somebody reads it who opens its card. */
export interface SeenCard {
  /** Closed, its mark or strip alone is drawn. */
  readonly isOpen: boolean;
  /** The rules of its hints, the one in front first. */
  readonly rules: readonly string[];
  readonly severity: string;
  readonly title: string;
  readonly body: string;
  readonly language: string;
  /** Titles of the hints behind the first. */
  readonly others: readonly string[];
  /** What the field would hold after the fix. */
  readonly fix?: string;
}

const HOST = "sparekey-hints";

export function spotFor(frame: Page | Frame, rule: string): Locator {
  return frame.locator(`${HOST} .hint-root`).filter({ has: frame.locator(`[data-rule="${rule}"]`) });
}

export function cardFor(frame: Page | Frame, rule: string): Locator {
  return spotFor(frame, rule).locator(".card");
}

/** The mark of a field or choice; of a list the strip's button, or its mark where there is no room for a strip. */
export function handleFor(frame: Page | Frame, rule: string): Locator {
  return spotFor(frame, rule).locator(".mark:visible, .strip .details:visible");
}

/**
 * The line that says what was done and leads back, as it is under a pointer: its time stands still, so that it is not gone
 * before a slow machine has come to press it.
 */
export async function heldToast(frame: Page | Frame): Promise<Locator> {
  const toast = frame.locator(`${HOST} .undo-toast`);
  await toast.dispatchEvent("pointerenter");
  return toast;
}

/** What can be seen now, opened or not, in all frames of the page. */
export async function seenCards(page: Page): Promise<SeenCard[]> {
  const cards = await Promise.all(page.frames().map(cardsIn));
  return cards.flat();
}

async function cardsIn(frame: Frame): Promise<SeenCard[]> {
  return frame
    .locator(`${HOST} .hint-root[data-seen="yes"] .card`)
    .evaluateAll((elements) =>
      elements
        .filter((card) => card instanceof HTMLElement)
        .map((card) => {
          const root = card.closest<HTMLElement>(".hint-root");
          const text = (selector: string): string => card.querySelector(selector)?.textContent ?? "";
          const fix = card.querySelector(".number.after")?.textContent;
          return {
            rules: [...card.querySelectorAll<HTMLElement>("[data-rule]")].map(({ dataset }) => dataset["rule"] ?? ""),
            isOpen: !card.hidden,
            severity: root?.dataset["severity"] ?? "",
            title: text(".title"),
            body: text(".body"),
            language: root?.lang ?? "",
            others: [...card.querySelectorAll(".other .title")].map(({ textContent }) => textContent),
            ...(fix !== undefined && { fix }),
          };
        }),
    )
    .catch(() => []); // The frame has gone meanwhile.
}

/** The rules that speak now, once each, sorted. */
export async function speakingRules(page: Page): Promise<string[]> {
  const rules = (await seenCards(page)).flatMap((card) => card.rules);
  return [...new Set(rules)].sort();
}

/** As long as playwright waits for anything: no promise of ours, and a busy machine takes long over each look. */
const PATIENCE_MS = 30_000;

/** Waits until `holds`, and says what was seen instead if it never does. */
export async function eventually<T>(
  look: () => Promise<T>,
  holds: (seen: T) => boolean,
  within = PATIENCE_MS,
): Promise<T> {
  const deadline = Date.now() + within;
  for (;;) {
    const seen = await look();
    if (holds(seen)) return seen;
    if (Date.now() > deadline) throw new Error(`never happened; last seen: ${JSON.stringify(seen, null, 1)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The card whose hints include the rule's. */
export async function seenCard(page: Page, rule: string): Promise<SeenCard> {
  const cards = await eventually(
    () => seenCards(page),
    (seen) => seen.some((card) => card.rules.includes(rule)),
  );
  const card = cards.find((seen) => seen.rules.includes(rule));
  if (card === undefined) throw new Error(`no card of ${rule}`);
  return card;
}

/** The same once it is open: by the focus, or because it was just made. */
export async function openCard(page: Page, rule: string): Promise<SeenCard> {
  const cards = await eventually(
    () => seenCards(page),
    (seen) => seen.some(({ rules, isOpen }) => isOpen && rules.includes(rule)),
  );
  return (
    cards.find(({ rules, isOpen }) => isOpen && rules.includes(rule)) ??
    Promise.reject(new Error(`no open card of ${rule}`))
  );
}

/** Time enough for the eyes to look, the core to answer and the hands to draw, several times over. */
export async function settle(page: Page): Promise<void> {
  await page.waitForTimeout(1500);
}
