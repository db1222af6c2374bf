/**
 * Silencing and its undoing, as the lists in `storage.local` are changed. It owns how many silences are
 * kept; what a silence keeps unsaid is decided by the core.
 */

import { changeChoices, PLACE_SILENCE_MS, type StoredChoices } from "./choices.ts";
import type { SilenceScope } from "../messaging/messages.ts";

/** There are fewer rules and places than this; whatever sends more is not one of our parts. */
const MOST_SILENCED = 200;

/** Rules and places are named so; what is stored may come back as part of a text's key. */
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const LONGEST_ID = 64;

function isId(text: unknown): text is string {
  return typeof text === "string" && text.length <= LONGEST_ID && ID.test(text);
}

type Silences = Required<Pick<StoredChoices, "silencedRules" | "silencedPlaces">>;

export function silence(scope: SilenceScope): Promise<void> {
  return change((silences, now) => withSilenced(silences, scope, now));
}

export function unsilence(scope: SilenceScope): Promise<void> {
  return change((silences) => withoutSilenced(silences, scope));
}

export function withSilenced(silences: Silences, scope: SilenceScope, now: number): Silences {
  // Taken out first: what is silenced anew stands last, and the oldest make room.
  const { silencedRules, silencedPlaces } = withoutSilenced(silences, scope);
  if (!isId(scope.kind === "rule" ? scope.rule : scope.place)) return silences;
  if (scope.kind === "rule")
    return { silencedRules: [...silencedRules, scope.rule].slice(-MOST_SILENCED), silencedPlaces };
  const places = [...Object.entries(silencedPlaces), [scope.place, now + PLACE_SILENCE_MS] as const];
  return { silencedRules, silencedPlaces: Object.fromEntries(places.slice(-MOST_SILENCED)) };
}

export function withoutSilenced({ silencedRules, silencedPlaces }: Silences, scope: SilenceScope): Silences {
  if (scope.kind === "rule")
    return { silencedRules: silencedRules.filter((rule) => rule !== scope.rule), silencedPlaces };
  const places = Object.entries(silencedPlaces).filter(([place]) => place !== scope.place);
  return { silencedRules, silencedPlaces: Object.fromEntries(places) };
}

function change(make: (silences: Silences, now: number) => Silences): Promise<void> {
  // Reading leaves out what is over, so that writing tidies up.
  return changeChoices(({ settings: { silencedRules }, silencedUntil }, now) =>
    make({ silencedRules, silencedPlaces: Object.fromEntries(silencedUntil) }, now),
  );
}
