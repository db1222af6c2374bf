/**
 * What the user has chosen and what the organization has decided, as they are stored. It owns the storage keys of
 * the choices, their lenient reading (one bad value costs that value and nothing else) and the order of changes. A
 * policy is passed on as it is stored: the core reads it.
 *
 * Kept in `storage.local`, not `storage.sync`: nothing leaves the machine.
 */

import type { Settings } from "../../../pkg/sparekey.js";

/** `storage.local`. */
export interface StoredChoices {
  /** CLDR region, see `Settings.defaultRegion`. */
  defaultRegion?: string;
  /** Rule ids, see `Settings.silencedRules`. */
  silencedRules?: string[];
  /** Until when each place is silenced, by place id, in milliseconds since 1970. */
  silencedPlaces?: Record<string, number>;
  /** BCP 47 tag of the texts, before what the page and the browser wish. */
  language?: string;
  /** `YYYY-MM-DD` to be taken for today: lets a trainer show what the pages will say on a later day. */
  today?: string;
}

type Stored = Readonly<Record<string, unknown>>;

/** As read: every list is there, though it may be empty. */
type Complete<Read, Optional extends keyof Read> = Required<Omit<Read, Optional>> & Pick<Read, Optional>;

/** Everything the context needs from storage. */
export interface Choices {
  settings: Complete<Settings, "defaultRegion">;
  /** As it is stored. */
  policy: Stored;
  today: string | undefined;
  language: string | undefined;
  /** The places of `settings.silencedPlaces`, and when each speaks again. */
  silencedUntil: ReadonlyMap<string, number>;
}

/**
 * Reads both, without waiting for the policy where the browser is slow to know it: after a start,
 * Chromium answered for the first time after 2.8 s (measured). `late` is called when it has.
 */
export async function readChoicesSoon(late: () => void): Promise<Choices> {
  policyOnce ??= storedPolicy();
  const policy = policyOnce;
  const [local, managed] = await Promise.all([
    chrome.storage.local.get(null),
    Promise.race([policy, after(POLICY_WAIT_MS)]),
  ]);
  if (!managed) void policy.then(late);
  return choicesFrom(local, managed ?? {}, Date.now());
}

/** The choice of language alone, which no organization decides. */
export async function readLanguage(): Promise<string | undefined> {
  return textFrom(await readOne("language"));
}

/** When each silenced place speaks again, without waiting for the policy either. */
export async function readSilencedUntil(): Promise<ReadonlyMap<string, number>> {
  return untilFrom(await readOne("silencedPlaces"), Date.now());
}

/** No choice where the storage refuses: the popup has still to say that nothing works. */
async function readOne(key: keyof StoredChoices): Promise<unknown> {
  try {
    return (await chrome.storage.local.get(key))[key];
  } catch {
    return undefined;
  }
}

/** Kept: a `late` that reads anew would be late again, and so on for as long as the browser is slow. */
let policyOnce: Promise<Stored> | undefined;

/** The next reading asks the browser again: the policy has changed. */
export function forgetPolicy(): void {
  policyOnce = undefined;
}

const POLICY_WAIT_MS = 100;

function after(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds, undefined));
}

async function storedPolicy(): Promise<Stored> {
  try {
    return await chrome.storage.managed.get(null);
  } catch {
    return {}; // Firefox rejects where there is no policy at all; Chromium answers {}.
  }
}

export function choicesFrom(local: Stored, managed: Stored, now: number): Choices {
  const silencedUntil = untilFrom(local["silencedPlaces"], now);
  const defaultRegion = textFrom(local["defaultRegion"]);
  return {
    settings: {
      ...(defaultRegion !== undefined && { defaultRegion }),
      silencedRules: textsFrom(local["silencedRules"]),
      silencedPlaces: [...silencedUntil.keys()],
    },
    policy: managed,
    today: dayFrom(local["today"]),
    language: textFrom(local["language"]),
    silencedUntil,
  };
}

/** What is undefined is chosen no more. */
export type Changed = { readonly [Key in keyof StoredChoices]: StoredChoices[Key] | undefined };

/**
 * A Web Lock that the background, the popup and the settings share, since they have one origin. A change reads,
 * computes and writes: without it, two contexts that change the same list at the same time would each write over
 * what the other has written.
 */
const CHANGES_LOCK = "sparekey-choices";

/**
 * Changes what is stored in one write: all that `make` returns, or nothing. Changes are made one after the other, in
 * the order in which they were requested.
 *
 * @throws what the storage says where it refuses
 */
export async function changeChoices(make: (stored: Choices, now: number) => Changed): Promise<void> {
  await navigator.locks.request(CHANGES_LOCK, async () => {
    const now = Date.now();
    const made = make(choicesFrom(await chrome.storage.local.get(null), {}, now), now);
    // A write cannot remove as well; null is read as no choice.
    await chrome.storage.local.set(
      Object.fromEntries(Object.entries(made).map(([key, value]) => [key, value ?? null])),
    );
  });
}

function textFrom(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function textsFrom(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((text) => typeof text === "string") : [];
}

/** How long a place is silenced, from the press. */
export const PLACE_SILENCE_MS = 2 * 60 * 60 * 1000;

/** Without those whose time is over, and those that the clock, set back since, would keep for longer. */
function untilFrom(value: unknown, now: number): Map<string, number> {
  const until = new Map<string, number>();
  if (typeof value !== "object" || value === null || Array.isArray(value)) return until;
  for (const [place, moment] of Object.entries(value)) {
    if (typeof moment === "number" && moment > now && moment <= now + PLACE_SILENCE_MS) until.set(place, moment);
  }
  return until;
}

function dayFrom(value: unknown): string | undefined {
  return typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined;
}
