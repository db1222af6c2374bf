// Measures the toolbar's own popup, which browser drivers do not treat as a page: from its start to its first frame,
// and to the frame that shows what it says about the tab. Owns how it is opened and asked.

import type { CDPSession, Page } from "playwright-core";
import { securityInfo } from "../portal/catalog.ts";
import { endWorker, openSettings } from "./own-pages.ts";
import { eventually, seenCard, type Watched } from "./sparekey.ts";

declare const chrome: {
  readonly action: { openPopup(): Promise<void> };
};

/** Milliseconds since the browser started to load the popup's document. */
export interface PopupSample {
  readonly firstFrame: number;
  /** The longest text of the answer has been drawn, and the rest with it. */
  readonly answer: number;
}

/**
 * Opens the popup this often over a list of an app and a number on one phone; `before` puts the background into its
 * state.
 */
export async function popupSamples(
  sparekey: Watched,
  cases: { readonly awake: number; readonly asleep: number },
): Promise<{ awake: PopupSample[]; asleep: PopupSample[] }> {
  const page = await sparekey.page(securityInfo({ list: "authenticator-and-same-phone" }));
  await seenCard(page, "same-phone");
  // In a sleeping background something has to open it.
  const opener = await openSettings(sparekey);
  const rounds = async (count: number, before: () => Promise<void>): Promise<PopupSample[]> => {
    const samples: PopupSample[] = [];
    for (let round = 0; round < count; round += 1) {
      await page.bringToFront();
      await before();
      samples.push(await sample(page, opener));
    }
    return samples;
  };
  await rounds(2, () => Promise.resolve());
  return {
    awake: await rounds(cases.awake, () => Promise.resolve()),
    asleep: await rounds(cases.asleep, () => endWorker(sparekey, page)),
  };
}

async function sample(page: Page, opener: Page): Promise<PopupSample> {
  const session = await page.context().newCDPSession(page);
  const popups = async (): Promise<string[]> => {
    const { targetInfos } = await session.send("Target.getTargets");
    return targetInfos.filter(({ url }) => url.endsWith("/popup.html")).map(({ targetId }) => targetId);
  };
  await opener.evaluate(() => chrome.action.openPopup());
  const [targetId = ""] = await eventually(popups, (open) => open.length > 0);
  // Asked afterwards, when the question can delay nothing.
  await page.waitForTimeout(1000);
  const taken = await ask<PopupSample>(session, targetId, takenTimes);
  await session.send("Target.closeTarget", { targetId });
  await eventually(popups, (open) => open.length === 0);
  await session.detach();
  return taken;
}

/** Runs in the popup. */
async function takenTimes(): Promise<PopupSample> {
  const [first] = performance.getEntriesByName("first-contentful-paint");
  const largest = await new Promise<readonly PerformanceEntry[]>((resolve) => {
    new PerformanceObserver((list) => resolve(list.getEntries())).observe({
      type: "largest-contentful-paint",
      buffered: true,
    });
  });
  const answer = largest.find(
    (entry) => (entry as PerformanceEntry & { element?: Element }).element?.id === "telephony",
  );
  return { firstFrame: first?.startTime ?? NaN, answer: answer?.startTime ?? NaN };
}

/** How the driver reaches a target that it does not treat as a page. */
async function ask<T>(session: CDPSession, targetId: string, question: () => Promise<T>): Promise<T> {
  const { sessionId } = await session.send("Target.attachToTarget", { targetId, flatten: false });
  const answered = new Promise<string>((resolve) => {
    session.once("Target.receivedMessageFromTarget", ({ message }) => resolve(message));
  });
  const params = { expression: `(${String(question)})()`, awaitPromise: true, returnByValue: true };
  await session.send("Target.sendMessageToTarget", {
    sessionId,
    message: JSON.stringify({ id: 1, method: "Runtime.evaluate", params }),
  });
  const { result } = JSON.parse(await answered) as { readonly result: { readonly result: { readonly value: T } } };
  return result.result.value;
}
