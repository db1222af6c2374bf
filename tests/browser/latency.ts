// Measures how long a hint takes: from the last key that is typed into the number field of the Entra pane to the frame
// in which its card is drawn, with the background awake and asleep. Writes one JSON document to the standard output,
// with the popup's times in it. Owns how these moments are taken; `cargo xtask bench hints` sums them up.

import { parseArgs } from "node:util";
import type { Frame, Locator, Page } from "playwright-core";
import { PAUSE_MS } from "../../extension/content/eyes/changes.ts";
import { userMethods } from "../portal/catalog.ts";
import { numberField, openAddFormFor } from "./portal-pages.ts";
import { endWorker } from "./own-pages.ts";
import { popupSamples } from "./popup-latency.ts";
import { eventually, seenCard, speakingRules, startWatched, type Watched } from "./sparekey.ts";

/** Milliseconds, each since the last key. */
interface Sample {
  /** The page got the event of the key, after the browser's own processing. */
  readonly keyHandled: number;
  /** The card was in the document, in its place. */
  readonly cardPlaced: number;
  /** The frame with the card was handed over for display. */
  readonly drawn: number;
}

/** The number after the last key, in turns, so that another card has to be drawn each time. */
const LAST_KEYS = ["8", "7"] as const;
const ALL_BUT_LAST = "090-1234-567";

/** Waits for the next card that was not there at the key. */
function watchNext(): Promise<Sample> {
  return new Promise((resolve) => {
    const root = (): ShadowRoot | null => document.querySelector("sparekey-hints")?.shadowRoot ?? null;
    let key: number | undefined;
    let keyHandled = 0;
    let placed: number | undefined;
    // The event's own time is that of the keyboard, before the page's other listeners ran.
    addEventListener(
      "keydown",
      (event) => {
        key = event.timeStamp;
        keyHandled = performance.now() - event.timeStamp;
      },
      { capture: true, once: true },
    );
    const isDrawn = (): boolean => {
      const number = document.querySelector<HTMLInputElement>('input[placeholder="+1 4255551234"]')?.value ?? "";
      const card = root()?.querySelector<HTMLElement>('.hint-root[data-seen="yes"] .card:not([hidden]) .number.before');
      return (
        number !== "" && card?.textContent === number && (card.checkVisibility({ visibilityProperty: true }) ?? false)
      );
    };
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () =>
      resolve({ keyHandled, cardPlaced: (placed ?? NaN) - (key ?? NaN), drawn: performance.now() - (key ?? NaN) });
    const look = (): void => {
      if (key === undefined || !isDrawn()) {
        requestAnimationFrame(look);
        return;
      }
      placed ??= performance.now();
      // This runs after style, layout and paint of this frame.
      port2.postMessage(undefined);
    };
    requestAnimationFrame(look);
    // More exact than frames: when the hands had written the card.
    const observer = new MutationObserver(() => {
      if (placed === undefined && key !== undefined && isDrawn()) {
        placed = performance.now();
        observer.disconnect();
      }
    });
    const whole = { childList: true, subtree: true, attributes: true } as const;
    observer.observe(document.documentElement, { childList: true });
    const opened = root();
    if (opened) observer.observe(opened, whole);
    new MutationObserver((_, host) => {
      const made = root();
      if (!made) return;
      observer.observe(made, whole);
      host.disconnect();
    }).observe(document.documentElement, { childList: true });
  });
}

interface Opened {
  readonly page: Page;
  readonly form: Frame;
  readonly input: Locator;
}

async function open(sparekey: Watched): Promise<Opened> {
  const page = await sparekey.page(userMethods({ list: "passkey-and-authenticator" }));
  const form = await openAddFormFor(page, "phone");
  const input = numberField(form);
  await input.click();
  await input.pressSequentially(`${ALL_BUT_LAST}8`, { delay: 20 });
  await seenCard(page, "country-code-missing");
  return { page, form, input };
}

async function sample(
  { page, form, input }: Opened,
  round: number,
  beforeLastKey: () => Promise<void>,
): Promise<Sample> {
  await input.press("Backspace");
  // With one digit less it is no number yet: there is another card, or none.
  await eventually(
    () => speakingRules(page),
    (rules) => !rules.includes("country-code-missing") || rules.includes("wrong-length"),
    1000,
  ).catch(() => undefined);
  // So that no earlier work is still running.
  await page.waitForTimeout(400);
  await beforeLastKey();
  const measured = form.evaluate(watchNext);
  await form.evaluate(() => new Promise(requestAnimationFrame));
  await page.keyboard.press(LAST_KEYS[round % LAST_KEYS.length] ?? "8");
  return measured;
}

const { values } = parseArgs({
  options: {
    awake: { type: "string", default: "200" },
    asleep: { type: "string", default: "40" },
    popups: { type: "string", default: "40" },
  },
});
const sparekey = await startWatched();
try {
  await sparekey.choose({ defaultRegion: "JP" });
  const opened = await open(sparekey);
  const rounds = async (count: number, before: () => Promise<void>): Promise<Sample[]> => {
    const samples: Sample[] = [];
    for (let round = 0; round < count; round += 1) samples.push(await sample(opened, round, before));
    return samples;
  };
  // The first few runs compile the code of the later ones.
  await rounds(3, () => Promise.resolve());
  const awake = await rounds(Number(values.awake), () => Promise.resolve());
  const asleep = await rounds(Number(values.asleep), () => endWorker(sparekey, opened.page));
  const popups = Number(values.popups);
  const popup = await popupSamples(sparekey, { awake: popups, asleep: popups });
  const version = sparekey.context.browser()?.version() ?? (await opened.page.evaluate(() => navigator.userAgent));
  console.log(JSON.stringify({ version, pause: PAUSE_MS, awake, asleep, popup }));
} finally {
  await sparekey.close();
}
