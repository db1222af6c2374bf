/**
 * Silences rules and places, and undoes that, by changing the lists in `storage.local`. Owns how many silences are
 * kept; what a silence suppresses is decided by the core.
 */

import { changeChoices, PLACE_SILENCE_MS, type StoredChoices } from "./choices.ts";
import type { SilenceScope } from "../messaging/messages.ts";

/** There are fewer rules and places than this; no script of ours asks for more. */
const MOST_SILENCED = 200;

/** The form of the ids of rules and places. Checked, because a stored id may become part of a text's key. */
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
  // Removed first, so that what is silenced again comes last; the oldest are dropped.
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
  // Reading leaves out expired silences, so that writing removes them.
  return changeChoices(({ settings: { silencedRules }, silencedUntil }, now) =>
    make({ silencedRules, silencedPlaces: Object.fromEntries(silencedUntil) }, now),
  );
}
