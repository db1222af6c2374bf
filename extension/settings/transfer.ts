/**
 * The settings as a file, out and in. It owns the file's form and what of a foreign one is accepted; it
 * changes nothing by itself.
 */

import type { StoredChoices } from "../shared/storage/choices.ts";

/** What goes into the file. Silences of places end by themselves, and the trainer's day is no setting. */
export type Transferable = Pick<StoredChoices, "defaultRegion" | "language"> &
  Required<Pick<StoredChoices, "silencedRules">>;

const KIND = "sparekey-settings";
const VERSION = 1;
const KEYS = ["kind", "version", "defaultRegion", "language", "silencedRules"];

/** In characters. With every rule silenced, the file has about 2,000. */
export const LONGEST_FILE = 65_536;

/** What this version knows by name. */
interface Known {
  readonly regions: readonly string[];
  readonly languages: readonly string[];
  readonly rules: readonly string[];
}

type Refusal = "too-large" | "no-json" | "foreign" | "newer" | "bad-value";

export type Imported =
  | { kind: "refused"; refusal: Refusal /** The key whose value is bad. */; name?: string }
  | {
      kind: "accepted";
      choices: Transferable /** Keys and values that this version does not know. */;
      ignored: string[];
    };

export function exported({ defaultRegion, language, silencedRules }: Transferable): string {
  const file = {
    kind: KIND,
    version: VERSION,
    ...(defaultRegion !== undefined && { defaultRegion }),
    ...(language !== undefined && { language }),
    silencedRules,
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** @param present what holds now, and goes on where the file's country or language is not known */
export function imported(file: string, known: Known, present: Transferable): Imported {
  if (file.length > LONGEST_FILE) return { kind: "refused", refusal: "too-large" };
  const parsed = parse(file);
  if (parsed === undefined) return { kind: "refused", refusal: "no-json" };
  if (!isRecord(parsed) || parsed["kind"] !== KIND) return { kind: "refused", refusal: "foreign" };
  const { version } = parsed;
  if (typeof version !== "number" || !Number.isInteger(version) || version < 1) return bad("version");
  if (version > VERSION) return { kind: "refused", refusal: "newer" };

  const ignored = Object.keys(parsed).filter((key) => !KEYS.includes(key));
  const { defaultRegion, language, silencedRules = [] } = parsed;
  if (!isTextOrNothing(defaultRegion)) return bad("defaultRegion");
  if (!isTextOrNothing(language)) return bad("language");
  if (!Array.isArray(silencedRules) || !silencedRules.every((rule) => typeof rule === "string"))
    return bad("silencedRules");

  /** What this version does not know is told. */
  const isKnown = (value: string, values: readonly string[]) => {
    if (values.includes(value)) return true;
    ignored.push(value);
    return false;
  };
  const region =
    defaultRegion === undefined || isKnown(defaultRegion, known.regions) ? defaultRegion : present.defaultRegion;
  const tag = language === undefined || isKnown(language, known.languages) ? language : present.language;
  return {
    kind: "accepted",
    choices: {
      ...(region !== undefined && { defaultRegion: region }),
      ...(tag !== undefined && { language: tag }),
      silencedRules: [...new Set(silencedRules)].filter((rule) => isKnown(rule, known.rules)),
    },
    ignored,
  };
}

export type Change =
  | { what: "defaultRegion" | "language"; before: string | undefined; after: string | undefined }
  | { what: "rule"; rule: string; isOn: boolean };

/** What would be different. */
export function changes(before: Transferable, after: Transferable): Change[] {
  const choices = (["defaultRegion", "language"] as const)
    .filter((what) => before[what] !== after[what])
    .map((what): Change => ({ what, before: before[what], after: after[what] }));
  const on = before.silencedRules.filter((rule) => !after.silencedRules.includes(rule));
  const off = after.silencedRules.filter((rule) => !before.silencedRules.includes(rule));
  return [
    ...choices,
    ...on.map((rule): Change => ({ what: "rule", rule, isOn: true })),
    ...off.map((rule): Change => ({ what: "rule", rule, isOn: false })),
  ];
}

function bad(name: string): Imported {
  return { kind: "refused", refusal: "bad-value", name };
}

function parse(file: string): unknown {
  try {
    return JSON.parse(file.replace(/^\uFEFF/, "")); // Some editors put the mark in front.
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isTextOrNothing(value: unknown): value is string | undefined {
  return value === undefined || (typeof value === "string" && value !== "");
}
