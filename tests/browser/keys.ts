// Operates a page without a pointer, by keys, and by reading where the focus is. Owns how the focus is found, and moves
// it by keys only.

import type { ElementHandle, Frame, JSHandle, Page } from "playwright-core";
import { eventually } from "./sparekey.ts";

/** The focused element, in whichever frame and open shadow root it is. */
export interface Focused {
  readonly frame: Page | Frame;
  /** Another one for each element of the frame's document. */
  readonly number: number;
  readonly tag: string;
  readonly role: string;
  /** Without the glyphs of icon fonts. */
  readonly text: string;
  readonly placeholder: string;
  /** It is a control of a hint. */
  readonly isOurs: boolean;
}

/** No person would press Tab more often. */
const MOST_TABS = 60;
const LONGEST_MOVE_MS = 2000;

export async function focused(page: Page): Promise<Focused> {
  let frame: Page | Frame = page;
  for (;;) {
    const handle: JSHandle<Element | null> = await frame.evaluateHandle(() => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      return at;
    });
    const element: ElementHandle | null = handle.asElement();
    const inner: Frame | null = (await element?.contentFrame()) ?? null;
    if (inner === null) {
      const seen = await handle.evaluate((at) => {
        const scope = window as { tabbedTo?: (Element | null)[] };
        scope.tabbedTo ??= [];
        const numbered = scope.tabbedTo;
        if (!numbered.includes(at)) numbered.push(at);
        return {
          number: numbered.indexOf(at),
          tag: at?.localName ?? "",
          role: at?.getAttribute("role") ?? "",
          text: (at?.getAttribute("aria-label") ?? at?.textContent ?? "")
            .replace(/[\uE000-\uF8FF]/gu, "")
            .trim()
            .slice(0, 80),
          placeholder: at?.getAttribute("placeholder") ?? "",
          isOurs: at?.getRootNode() instanceof ShadowRoot,
        };
      });
      return { frame, ...seen };
    }
    frame = inner;
  }
}

/** Between frames the focus is moved by the browser, and may not have arrived yet when the key has been handled. */
async function moved(page: Page, { frame, number }: Focused): Promise<void> {
  const hasArrived = (now: Focused): boolean =>
    (now.frame !== frame || now.number !== number) && (now.frame === page || now.tag !== "body");
  // A key that moves nothing counts as well.
  await eventually(() => focused(page), hasArrived, LONGEST_MOVE_MS).catch(() => undefined);
}

/** Presses Tab (or another key) until the focus is where it is wanted. */
export async function tabTo(page: Page, isThere: (at: Focused) => boolean, key = "Tab"): Promise<Focused> {
  const way: string[] = [];
  for (let press = 0; press < MOST_TABS; press += 1) {
    const at = await focused(page);
    if (isThere(at)) return at;
    way.push(`${at.tag} "${at.text}"`);
    await page.keyboard.press(key);
    await moved(page, at);
  }
  throw new Error(`${key} never came there; on the way: ${way.join(", ")}`);
}

/** Counts events that only a pointer causes, in every document that the page opens from now on. */
export async function countPointers(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const seen = { pointers: 0 };
    Object.assign(window, { seen });
    for (const kind of ["pointerdown", "mousedown", "touchstart"]) {
      addEventListener(kind, () => (seen.pointers += 1), { capture: true });
    }
  });
  return async () => {
    const counts = page
      .frames()
      .map((frame) =>
        frame.evaluate(() => (window as unknown as { seen?: { pointers: number } }).seen?.pointers ?? 0).catch(() => 0),
      );
    return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
  };
}
