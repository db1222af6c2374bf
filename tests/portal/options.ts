// The switches of the practice pages, read from and written to a page's query. Owns their names,
// values and defaults; knows nothing of how a page obeys them.

import { PROOF_LIST_NAMES } from "./proofs.ts";
import { LIST_NAMES } from "./registrations.ts";

const ONE_OF = {
  /** Language of the page; `ar` is laid out from right to left. */
  lng: ["en", "ja", "de", "ar"],
  /** Whether `lang` of the document follows the language, or stays the `en` it was served with. */
  lang: ["follows", "stays"],
  theme: ["light", "dark"],
  /** Which registered methods are shown. */
  list: LIST_NAMES,
  /** `current`: cards and test ids; `previous`: drop-down, no test ids, older wording. */
  generation: ["current", "previous"],
  /** `off` leaves out every `data-testid`. */
  testids: ["on", "off"],
  /** Rows of Security info: Fluent v8 DetailsList, or plain elements. */
  rows: ["details", "plain"],
  /** Wording of the line about the default method on Security info. */
  default: ["most-advisable", "classic"],
  /** Control that chooses the country. */
  country: ["v8-dropdown", "v8-combobox", "v9-dropdown"],
  /** Text fields and drop-downs: Fluent v8 or v9. */
  field: ["v8", "v9"],
  /** Dialogs of Security info. */
  dialog: ["v8", "v8-blocking", "v9"],
  /** Rows of the admin's blade: Fluent v8 DetailsList or v9 Table. */
  table: ["v8", "v9"],
  /** What holds the form of "Add authentication method". */
  pane: ["v8-panel", "v8-light-panel", "v9-drawer", "v9-dialog", "context-pane", "native-dialog", "native-popover"],
  /** An inactive tab of the blade keeps an `aria-hidden` copy of the list. */
  tabs: ["off", "on"],
  /** What the frame that the portal keeps warm shows: nothing, or another user's methods. */
  warm: ["stale", "empty"],
  /** How that frame is kept out of sight. */
  hidden: ["display", "offscreen", "visibility"],
  /** Whether the question before a deletion on Security info names the method. */
  deletion: ["unnamed", "named"],
  /** Roles of the user that the admin's blade shows. */
  roles: ["none", "helpdesk", "global-admin"],
  /** An error bar above the lists of the admin's blades. */
  error: ["off", "on"],
  /** How many people the directory holds; sorting thousands of them gives an empty list. */
  directory: ["small", "thousands"],
  /** What the per-user MFA page says of other ways to ask for MFA. */
  also: ["nothing", "security-defaults", "conditional-access"],
  /** What the per-user MFA page says once users are changed, which is not known of the real one. */
  outcome: ["named", "counted", "nothing"],
  /** The legacy registration page: asking step by step, or all on one page to be saved. */
  proofup: ["steps", "options"],
  /** Which proofs a personal account has. */
  proofs: PROOF_LIST_NAMES,
  /** Entry of a personal account's code: one field, or a box for each digit. */
  code: ["single", "six"],
  /** The list of a personal account's proofs: made by the server, or by a script with Fluent v9. */
  personal: ["server", "fluent"],
  /** What "Add a new way to sign in or verify" is. */
  adder: ["button", "link"],
  /** A slim line above the page says that it is not Microsoft's. */
  practice: ["off", "on"],
} as const;

/** Numbers, each with its default and the most that is accepted. */
const UP_TO = {
  /** Milliseconds before anything is rendered. */
  late: [0, 10_000],
  /** Milliseconds after which masked details are replaced in place; 0 is never. */
  reveal: [0, 10_000],
  /** The form is mounted anew at every n-th change of its text; 0 is never. */
  remount: [0, 100],
  /** Where generated class names and ids begin to count; 0 is another number on each load. */
  seed: [0, 100_000],
} as const;

type Choices = { [K in keyof typeof ONE_OF]: (typeof ONE_OF)[K][number] };
type Numbers = { [K in keyof typeof UP_TO]: number };

export type Options = Choices & Numbers;
export type Language = Options["lng"];

/** The given value where it is one of those known, else the first of them. */
function oneOf<T extends string>(values: readonly [T, ...T[]], given: string | null): T {
  return values.find((value) => value === given) ?? values[0];
}

function number(query: URLSearchParams, name: keyof Numbers): number {
  const [preset, most] = UP_TO[name];
  const given = Number.parseInt(query.get(name) ?? "", 10);
  return Number.isNaN(given) ? preset : Math.min(Math.max(given, 0), most);
}

/** Unknown values fall back to the default, `practice=1` and `tabs=1` are accepted for `on`. */
export function parseOptions(search: string): Options {
  const query = new URLSearchParams(search);
  for (const name of ["practice", "tabs"]) {
    if (query.get(name) === "1") query.set(name, "on");
  }
  return {
    lng: oneOf(ONE_OF.lng, query.get("lng")),
    lang: oneOf(ONE_OF.lang, query.get("lang")),
    theme: oneOf(ONE_OF.theme, query.get("theme")),
    list: oneOf(ONE_OF.list, query.get("list")),
    generation: oneOf(ONE_OF.generation, query.get("generation")),
    testids: oneOf(ONE_OF.testids, query.get("testids")),
    rows: oneOf(ONE_OF.rows, query.get("rows")),
    default: oneOf(ONE_OF.default, query.get("default")),
    country: oneOf(ONE_OF.country, query.get("country")),
    field: oneOf(ONE_OF.field, query.get("field")),
    dialog: oneOf(ONE_OF.dialog, query.get("dialog")),
    table: oneOf(ONE_OF.table, query.get("table")),
    pane: oneOf(ONE_OF.pane, query.get("pane")),
    tabs: oneOf(ONE_OF.tabs, query.get("tabs")),
    warm: oneOf(ONE_OF.warm, query.get("warm")),
    hidden: oneOf(ONE_OF.hidden, query.get("hidden")),
    deletion: oneOf(ONE_OF.deletion, query.get("deletion")),
    roles: oneOf(ONE_OF.roles, query.get("roles")),
    error: oneOf(ONE_OF.error, query.get("error")),
    directory: oneOf(ONE_OF.directory, query.get("directory")),
    also: oneOf(ONE_OF.also, query.get("also")),
    outcome: oneOf(ONE_OF.outcome, query.get("outcome")),
    proofup: oneOf(ONE_OF.proofup, query.get("proofup")),
    proofs: oneOf(ONE_OF.proofs, query.get("proofs")),
    code: oneOf(ONE_OF.code, query.get("code")),
    personal: oneOf(ONE_OF.personal, query.get("personal")),
    adder: oneOf(ONE_OF.adder, query.get("adder")),
    practice: oneOf(ONE_OF.practice, query.get("practice")),
    late: number(query, "late"),
    reveal: number(query, "reveal"),
    remount: number(query, "remount"),
    seed: number(query, "seed"),
  };
}

/** The query, with its question mark, that gives these switches; empty for none. */
export function queryOf(options: Partial<Options>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(options)) query.set(name, String(value));
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
}
