// The messages between the frames of a tab and the shipped extension. Owns a listener that a debugger adds beside the
// extension's own in its worker, where no page can reach it; changes no message.

import type { Page, Worker } from "playwright-core";
import type { Snapshot } from "../../pkg/sparekey.js";
import { eventually, type Watched } from "./sparekey.ts";

/** What the worker's listener keeps of one frame that sends snapshots. */
interface HeardFrame {
  /** Of the last snapshot; counts up. */
  sequence: number;
  snapshot?: Snapshot;
  /** The sequence number in the last answer. */
  answered: number;
  hints: readonly HeardHint[];
}

/** One hint as the background sent it to be drawn. */
export interface HeardHint {
  readonly rule: string;
  /** What the field would hold after the fix. */
  readonly fix?: string;
}

type HeardTabs = Record<number, { address: string; frames: Record<number, HeardFrame> }>;

interface Message {
  readonly kind: string;
  readonly sequence: number;
  readonly snapshot: Snapshot;
  readonly cards: readonly {
    readonly hints: readonly { readonly rule: string; readonly isFixable: boolean }[];
    readonly fix?: { readonly after: string };
  }[];
}

interface Port {
  readonly sender?: { readonly url?: string; readonly tab?: { readonly id?: number }; readonly frameId?: number };
  readonly onMessage: { addListener(listener: (message: Message) => void): void };
  readonly onDisconnect: { addListener(listener: () => void): void };
  postMessage(message: Message): void;
}

/** The little of the extension's own API that the listener needs, inside the worker. */
declare const chrome: {
  readonly runtime: { readonly onConnect: { addListener(listener: (port: Port) => void): void } };
  readonly tabs: { sendMessage(tab: number, message: { kind: "send-snapshot" }): Promise<unknown> };
};

/** Starts to listen; earlier messages are not known. */
async function listen(worker: Worker): Promise<void> {
  await worker.evaluate(() => {
    const scope = globalThis as { heard?: HeardTabs };
    if (scope.heard !== undefined) return;
    const heard: HeardTabs = {};
    scope.heard = heard;
    chrome.runtime.onConnect.addListener((port) => {
      const { url = "", tab: { id: tabId } = {}, frameId } = port.sender ?? {};
      if (tabId === undefined || frameId === undefined) return;
      const tab = heard[tabId] ?? { address: "", frames: {} };
      heard[tabId] = tab;
      if (frameId === 0) tab.address = url;
      const frame: HeardFrame = { sequence: 0, answered: 0, hints: [] };
      tab.frames[frameId] = frame;
      port.onMessage.addListener(({ kind, sequence, snapshot }) => {
        if (kind === "seen") Object.assign(frame, { sequence, snapshot });
      });
      port.onDisconnect.addListener(() => {
        if (tab.frames[frameId] === frame) delete tab.frames[frameId];
      });
      const post = port.postMessage.bind(port);
      port.postMessage = (message) => {
        if (message.kind === "cards") {
          frame.answered = message.sequence;
          frame.hints = message.cards.flatMap(({ hints, fix }) =>
            hints.map(({ rule, isFixable }) => ({ rule, ...(fix !== undefined && isFixable && { fix: fix.after }) })),
          );
        }
        post(message);
      };
    });
  });
}

/** A tab in a window of its own, and the messages between its frames and the extension. */
export class HeardTab {
  readonly page: Page;
  readonly #worker: () => Promise<Worker>;
  readonly #id: number;

  private constructor(page: Page, worker: () => Promise<Worker>, id: number) {
    this.page = page;
    this.#worker = worker;
    this.#id = id;
  }

  static async open(sparekey: Watched): Promise<HeardTab> {
    await listen(await sparekey.worker());
    const page = await sparekey.window();
    // A watched page, by which the tab's number is found; no other page has this name.
    const address = `https://mysignins.microsoft.com/security-info?tab=${crypto.randomUUID()}`;
    await page.goto(address);
    const id = await eventually(
      async () =>
        (await sparekey.worker()).evaluate((wanted) => {
          const { heard = {} } = globalThis as { heard?: HeardTabs };
          return Object.keys(heard).find((tab) => heard[Number(tab)]?.address === wanted);
        }, address),
      (tab) => tab !== undefined,
    );
    return new HeardTab(page, () => sparekey.worker(), Number(id));
  }

  /** Loads an address from the start, even if only the fragment differs from the page before. */
  async visit(address: string): Promise<void> {
    await this.page.goto("about:blank");
    await this.page.goto(address);
  }

  async #frames(): Promise<Record<string, HeardFrame>> {
    const worker = await this.#worker();
    return worker.evaluate((tab) => (globalThis as { heard?: HeardTabs }).heard?.[tab]?.frames ?? {}, this.#id);
  }

  /** The snapshots of the tab's frames, by frame id. */
  async snapshots(): Promise<Record<string, Snapshot>> {
    const frames = Object.entries(await this.#frames());
    return Object.fromEntries(frames.flatMap(([id, { snapshot }]) => (snapshot === undefined ? [] : [[id, snapshot]])));
  }

  /** The hints that the extension last sent to be drawn, in all frames. */
  async hints(): Promise<readonly HeardHint[]> {
    return Object.values(await this.#frames()).flatMap(({ hints }) => hints);
  }

  /**
   * Waits until the page is at rest and the extension has answered what it shows then: each frame is asked to look,
   * until two looks in a row, between which the page was drawn, have seen the same.
   */
  async settled(): Promise<void> {
    let before = "";
    await eventually(
      async () => {
        await Promise.all(this.page.frames().map(rested));
        await this.#lookAndAnswer();
        const seen = JSON.stringify(await this.snapshots());
        const isSame = seen === before;
        before = seen;
        return isSame;
      },
      (isSame) => isSame,
      15_000,
    );
  }

  /** Asks all frames of the tab for a new snapshot, and waits until every one is answered. */
  async #lookAndAnswer(): Promise<void> {
    const worker = await this.#worker();
    const isAnswered = await worker.evaluate(async (tabId) => {
      const frames = (): Record<number, HeardFrame> =>
        (globalThis as { heard?: HeardTabs }).heard?.[tabId]?.frames ?? {};
      const before = new Map(Object.values(frames()).map((frame) => [frame, frame.sequence]));
      // Rejected if no frame listens; then there is none to wait for.
      await chrome.tabs.sendMessage(tabId, { kind: "send-snapshot" }).catch(() => undefined);
      for (let waited = 0; waited < 1000; waited += 1) {
        const open = Object.values(frames());
        if (open.every((frame) => frame.sequence > (before.get(frame) ?? 0) && frame.answered === frame.sequence))
          return true;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      return false;
    }, this.#id);
    if (!isAnswered) throw new Error("the extension did not answer");
  }

  /** Whether anything of ours can be seen in any frame of the page. */
  async isSomethingDrawn(): Promise<boolean> {
    const drawn = await Promise.all(
      this.page.frames().map((frame) => frame.evaluate(hasVisibleHints).catch(() => false)),
    );
    return drawn.includes(true);
  }
}

/**
 * Waits for the page's animations that end, and for a drawn frame. A frame without a box, or laid out off the screen,
 * is drawn rarely or never, and its animations stand still; such a frame is not waited for.
 */
async function rested(frame: ReturnType<Page["frames"]>[number]): Promise<void> {
  await frame
    .evaluate(async () => {
      const within = <T>(milliseconds: number, what: Promise<T>): Promise<T | undefined> =>
        Promise.race([what, new Promise<undefined>((resolve) => setTimeout(resolve, milliseconds, undefined))]);
      const drawn = (): Promise<boolean | undefined> =>
        within(200, new Promise<boolean>((resolve) => requestAnimationFrame(() => resolve(true))));
      if ((await drawn()) !== true) return;
      const endings = document.getAnimations().filter((it) => it.effect?.getComputedTiming().endTime !== Infinity);
      await within(1000, Promise.allSettled(endings.map(({ finished }) => finished)));
      await drawn();
    })
    .catch(() => undefined); // The frame has gone meanwhile.
}

/** Text for screen readers alone is clipped to a point. */
function hasVisibleHints(): boolean {
  const root = document.querySelector("sparekey-hints")?.shadowRoot;
  return [...(root?.querySelectorAll("*") ?? [])].some((element) => {
    const { width, height } = element.getBoundingClientRect();
    return width > 4 && height > 4 && element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  });
}
