/**
 * What the user has chosen and what the organization has decided, as it is stored. Owns the storage keys of the choices,
 * their lenient reading (a bad value costs that value and nothing else) and the order of changes. A policy is passed on
 * as it is stored: the core reads it.
 *
 * Kept in `storage.local`, not `storage.sync`: nothing leaves the machine.
 */

import type { Settings } from "../../../pkg/sparekey.js";

/** What `storage.local` contains. */
export interface StoredChoices {
  /** CLDR region, see `Settings.defaultRegion`. */
  defaultRegion?: string;
  /** Rule ids, see `Settings.silencedRules`. */
  silencedRules?: string[];
  /** Until when each place is silenced, by place id, in milliseconds since 1970. */
  silencedPlaces?: Record<string, number>;
  /** BCP 47 tag of the texts; comes before the languages of the page and the browser. */
  language?: string;
  /** `YYYY-MM-DD`, taken as today's date: lets a trainer show what the pages will say on a later day. */
  today?: string;
}

type Stored = Readonly<Record<string, unknown>>;

/** As it is read: no list is missing, though it may be empty. */
type Complete<Read, Optional extends keyof Read> = Required<Omit<Read, Optional>> & Pick<Read, Optional>;

/** Everything that the context needs from the storage. */
export interface Choices {
  settings: Complete<Settings, "defaultRegion">;
  /** As it is stored. */
  policy: Stored;
  today: string | undefined;
  language: string | undefined;
  /** The places of `settings.silencedPlaces`, and until when each of them is silenced. */
  silencedUntil: ReadonlyMap<string, number>;
}

/**
 * Reads both, but does not wait for the policy if the browser is slow: after a start, Chromium took 2.8 s for the first
 * answer (measured). `late` is called when the policy has come.
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

/** Reads the chosen language only, which no organization decides. */
export async function readLanguage(): Promise<string | undefined> {
  return textFrom(await readOne("language"));
}

/** Reads until when each place is silenced, without waiting for the policy either. */
export async function readSilencedUntil(): Promise<ReadonlyMap<string, number>> {
  return untilFrom(await readOne("silencedPlaces"), Date.now());
}

/** Undefined if the storage cannot be read: the popup must still be able to say that nothing works. */
async function readOne(key: keyof StoredChoices): Promise<unknown> {
  try {
    return (await chrome.storage.local.get(key))[key];
  } catch {
    return undefined;
  }
}

/** Kept, because `late` mostly reads again: a new request would be late again, for as long as the browser is slow. */
let policyOnce: Promise<Stored> | undefined;

/** The policy has changed: the next reading asks the browser again. */
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
    return {}; // Firefox rejects if there is no policy at all; Chromium answers {}.
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

/** An undefined value removes the choice. */
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
 * @throws the error of a storage that refuses the change
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

/**
 * Without the silences that are over, and without those that would last longer than one can: the clock has been set
 * back then.
 */
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
