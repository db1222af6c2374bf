/**
 * Stands in for the browser around the background script: ports of frames, empty storages, texts of no language. Owns
 * no behavior of the extension.
 */

import type { Snapshot } from "../../pkg/sparekey.js";
import { FRAME_PORT, type BackgroundToFrame, type FrameToBackground } from "../shared/messaging/messages.ts";

type Listener<Argument> = (argument: Argument) => void;

const connected: Listener<chrome.runtime.Port>[] = [];
/** What was sent to tabs, not over a port. */
export const sentToTabs: { tab: number; kind: string }[] = [];

const silentEvent = { addListener: () => undefined };
const nothing = () => Promise.resolve();

/** Has to run before `background/main.ts` is imported. */
export function provideBrowser(): void {
  // Node has one of its own since version 21 only.
  Object.defineProperty(globalThis, "navigator", { value: { languages: ["en"], platform: "" }, configurable: true });
  Object.assign(globalThis, {
    LANGUAGES: ["en"],
    fetch: () => Promise.resolve({ json: () => Promise.resolve({}) }),
    chrome: {
      runtime: {
        id: "sparekey",
        getURL: (path: string) => `chrome-extension://sparekey/${path}`,
        onConnect: { addListener: (listener: Listener<chrome.runtime.Port>) => connected.push(listener) },
        onMessage: silentEvent,
      },
      tabs: {
        query: () => Promise.resolve([]),
        sendMessage: (tab: number, { kind }: { kind: string }) => {
          sentToTabs.push({ tab, kind });
          return Promise.resolve();
        },
      },
      storage: {
        onChanged: silentEvent,
        local: { get: () => Promise.resolve({}), set: nothing },
        managed: { get: () => Promise.resolve({}) },
      },
      action: { setBadgeText: nothing, setBadgeBackgroundColor: nothing, setBadgeTextColor: nothing },
      i18n: { getUILanguage: () => "en" },
    },
  });
}

/** A frame's end of its port. */
export class PlayedFrame {
  /** All that the background has sent, in order. */
  readonly received: BackgroundToFrame[] = [];
  isDisconnected = false;
  readonly #toBackground: Listener<FrameToBackground>[] = [];
  readonly #ended: Listener<void>[] = [];

  /** `url`: the address of the frame's document, as the browser tells it. */
  constructor(tabId: number, frameId: number, url: string, sender: Partial<chrome.runtime.MessageSender> = {}) {
    const port = {
      name: FRAME_PORT,
      sender: { id: "sparekey", tab: { id: tabId }, frameId, url, origin: new URL(url).origin, ...sender },
      postMessage: (message: BackgroundToFrame) => this.received.push(message),
      disconnect: () => {
        this.isDisconnected = true;
      },
      onMessage: { addListener: (listener: Listener<FrameToBackground>) => this.#toBackground.push(listener) },
      onDisconnect: { addListener: (listener: Listener<void>) => this.#ended.push(listener) },
    } as unknown as chrome.runtime.Port;
    for (const listener of connected) listener(port);
  }

  send(message: FrameToBackground): void {
    for (const listener of this.#toBackground) listener(message);
  }

  sees(sequence: number, address: string, more: Partial<Snapshot> = {}): void {
    const snapshot = { address, frameName: "", onScreen: true, language: "en", nodes: [], ...more } as Snapshot;
    this.send({ kind: "seen", sequence, snapshot });
  }

  /** How many cards each answer had, in order. */
  get cards(): number[] {
    return this.received.flatMap((message) => (message.kind === "cards" ? [message.cards.length] : []));
  }

  /** The page has gone. */
  leave(): void {
    for (const listener of this.#ended) listener();
  }
}

/** Lets everything run that waits for nothing but promises and the next turn. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => setTimeout(resolve, 0));
}
