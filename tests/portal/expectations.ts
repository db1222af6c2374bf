// What Sparekey has to say, page by page: each page with its switches, what is done there, and the
// rules that then speak; no other may. Every rule has a page on which it speaks and one that looks much
// like it, on which it must not; expectations.test.ts beside this holds the table to that. Data only:
// browser/expectations.test.ts opens the pages, browser/record.ts takes their snapshots for the core's
// own tests.

import * as address from "./catalog.ts";
import type { Language, Options } from "./options.ts";
import type { MethodKind } from "./registrations.ts";
import type { Concept } from "./words.ts";

/** The pages, by the place that the core makes of them; `null` where it must not make any. */
export const PAGES = {
  "security-info": { place: "security-info", at: address.securityInfo },
  register: { place: "register", at: address.register },
  "user-methods": { place: "user-methods", at: address.userMethods },
  "per-user-mfa": { place: "per-user-mfa", at: address.perUserMfa },
  "per-user-mfa-iam": {
    place: "per-user-mfa",
    at: (options: Partial<Options>) => address.perUserMfa(options, "Microsoft_AAD_IAM", "portal.azure.com"),
  },
  "registration-report": { place: "registration-report", at: address.registrationReport },
  "legacy-per-user-mfa": { place: "legacy-per-user-mfa", at: address.legacyPerUserMfa },
  "legacy-proofup": { place: "legacy-proofup", at: address.legacyProofup },
  "proofs-manage": {
    place: "personal",
    at: (options: Partial<Options>) => address.personal("proofs/Manage", options),
  },
  "proofs-manage-additional": {
    place: "personal",
    at: (options: Partial<Options>) => address.personal("proofs/manage/additional", options),
  },
  "proofs-add": { place: "personal", at: (options: Partial<Options>) => address.personal("proofs/Add", options) },
  "proofs-verify": {
    place: "personal",
    at: (options: Partial<Options>) => address.personal("proofs/Verify", options),
  },
  "methods-policy": { place: null, at: address.methodsPolicy },
  "user-overview": { place: null, at: address.userOverview },
} as const;

export type PageName = keyof typeof PAGES;

/** A step that a person takes on a page; `browser/steps.ts` knows how. */
export type Step =
  /** Asks for the deletion of the n-th method, from 0. */
  | { readonly does: "delete"; readonly nth: number }
  /** Confirms the question of a dialog. */
  | { readonly does: "confirm" }
  /** Opens the choice of another default method. */
  | { readonly does: "change-default" }
  /** Begins to add a method of this kind. */
  | { readonly does: "add"; readonly method: MethodKind }
  /** Goes through all that adding takes after the method has been chosen. */
  | { readonly does: "finish" }
  | { readonly does: "choose-country"; readonly country: string }
  | { readonly does: "choose-phone-type"; readonly type: "Alternate mobile" | "Office" }
  /** Types into the field for the phone number. */
  | { readonly does: "type"; readonly text: string }
  /** Presses a command of a user's page. */
  | { readonly does: "press"; readonly command: Concept }
  /** Selects a user of a list of users. */
  | { readonly does: "select"; readonly user: string }
  /** Presses a command of the per-user MFA pages for the selected user. */
  | { readonly does: "set"; readonly to: "enabled" | "disabled" | "enforced" | "settings" }
  /** Ticks a box in the settings of a user. */
  | { readonly does: "tick"; readonly box: Concept }
  | { readonly does: "sort" }
  | { readonly does: "search"; readonly text: string }
  | { readonly does: "ask-recovery-code" }
  /** Says that no proof of a personal account is available. */
  | { readonly does: "have-none" };

/** What has been decided before the page is opened. */
export interface Decided {
  /** By the user. */
  readonly choices: { readonly defaultRegion?: string };
  /** By the organization. */
  readonly policy?: { readonly allowedRegions?: readonly string[] };
}

export const DECIDED = {
  "country-is-japan": { choices: { defaultRegion: "JP" } },
  nothing: { choices: {} },
  "japanese-numbers-alone": { choices: { defaultRegion: "JP" }, policy: { allowedRegions: ["JP"] } },
} as const satisfies Readonly<Record<string, Decided>>;

/** Rules that no practice page can show, with the reason. */
export const WITHOUT_A_PAGE: Readonly<Record<string, string>> = {
  "sole-admin": "No page of the list says how many admins there are; the roster and the guide say it.",
};

export interface Expectation {
  /** As a file may be called. */
  readonly name: string;
  readonly page: PageName;
  readonly options?: Partial<Options>;
  readonly steps?: readonly Step[];
  /** All rules that speak, in alphabetical order. */
  readonly rules: readonly string[];
  /** Rules whose hints are behind an open dialog: the core finds them, nobody sees them. */
  readonly behind?: readonly string[];
  /** Rules that speak on a page much like this one, and must not here. */
  readonly alike?: readonly string[];
  /** What the field would hold after the fix that is offered; `null` where none may be. */
  readonly fix?: string | null;
  /** `country-is-japan` by default. */
  readonly decided?: keyof typeof DECIDED;
  /** Other forms of the same page, on which the same rules speak. */
  readonly variants?: readonly Partial<Options>[];
  /** The languages of the page; `BOTH` by default. */
  readonly languages?: readonly Language[];
}

/** Every rule has a page in both. */
export const BOTH: readonly Language[] = ["en", "ja"];
const EVERY: readonly Language[] = ["en", "ja", "de", "ar"];

/** A list without a finding, for pages that are about something else. */
const SAFE = "spare-keys";

const OF_SECURITY_INFO: readonly Partial<Options>[] = [
  { rows: "plain" },
  { generation: "previous" },
  { testids: "off" },
  { lang: "stays" },
];
const OF_USER_METHODS: readonly Partial<Options>[] = [
  { table: "v9" },
  { tabs: "on" },
  { hidden: "offscreen" },
  { lang: "stays" },
];

/** The same list, as the user sees it and as an admin does. */
function onBoth(
  list: Options["list"],
  rules: readonly string[],
  more: Pick<Expectation, "languages" | "alike"> & { readonly varied?: true; readonly admin?: readonly string[] } = {},
): readonly Expectation[] {
  const { varied, admin, ...rest } = more;
  return [
    {
      name: `security-info-${list}`,
      page: "security-info",
      options: { list },
      rules,
      ...(varied === true ? { variants: OF_SECURITY_INFO } : {}),
      ...rest,
    },
    {
      name: `user-methods-${list}`,
      page: "user-methods",
      options: { list },
      rules: admin ?? rules,
      ...(varied === true ? { variants: OF_USER_METHODS } : {}),
      ...rest,
    },
  ];
}

const LISTS: readonly Expectation[] = [
  // On Security info the password alone is left in the list; an admin's list is empty, and says so.
  ...onBoth("empty", ["no-mfa-method"]),
  ...onBoth("phone-only", ["phone-only", "single-method"], { varied: true, languages: EVERY }),
  ...onBoth("phone-and-email", ["phone-only", "single-method"], { alike: ["no-mfa-method"] }),
  ...onBoth("email-only", ["no-mfa-method"], { varied: true, languages: EVERY }),
  ...onBoth("questions-and-email", ["no-mfa-method", "security-questions-retire"]),
  ...onBoth("authenticator-only", ["single-method"]),
  ...onBoth("passkey-only", ["single-method"]),
  ...onBoth("authenticator-and-same-phone", ["same-phone"], { varied: true }),
  ...onBoth("authenticator-and-office-phone", ["not-phishing-resistant"], { alike: ["phone-only", "same-phone"] }),
  ...onBoth("two-phones", ["phone-only"], { alike: ["same-number-twice", "single-method"] }),
  ...onBoth("two-authenticators", ["not-phishing-resistant", "stale-authenticator"], { alike: ["remove-the-old"] }),
  // Both are on the phone called "Robin's phone".
  ...onBoth("passkey-and-authenticator", ["same-phone"]),
  ...onBoth("app-as-two-strings", ["single-method"], { alike: ["stale-authenticator"] }),
  ...onBoth("same-number-twice", ["same-number-twice"]),
  ...onBoth("app-password", ["app-password"]),
  ...onBoth("security-questions", ["security-questions-retire"]),
  ...onBoth("temporary-access-pass", ["single-method"]),
  ...onBoth("unheard-of", []),
  ...onBoth("masked-numbers", ["phone-only"]),
  // Security info does not tell which of them cannot be used.
  ...onBoth("non-usable", ["same-phone"], { admin: ["single-method"] }),
  ...onBoth("twenty-methods", ["security-questions-retire", "stale-authenticator"]),
  ...onBoth(SAFE, [], {
    varied: true,
    languages: EVERY,
    alike: ["admin-target", "app-password", "not-phishing-resistant", "security-questions-retire"],
  }),
];

const DELETING: readonly Expectation[] = [
  {
    name: "security-info-deleting-the-only-method",
    page: "security-info",
    options: { list: "authenticator-only" },
    steps: [{ does: "delete", nth: 0 }],
    rules: ["deleting-last"],
    behind: ["single-method"],
    variants: [{ rows: "plain" }, { dialog: "v9" }, { dialog: "v8-blocking" }],
  },
  {
    name: "security-info-deleting-the-only-authenticator",
    page: "security-info",
    options: { list: SAFE, deletion: "named" },
    steps: [{ does: "delete", nth: 2 }],
    rules: ["default-goes", "deleting-last"],
  },
  {
    name: "security-info-deleting-one-of-two-passkeys",
    page: "security-info",
    options: { list: SAFE, deletion: "named" },
    steps: [{ does: "delete", nth: 0 }],
    rules: [],
    alike: ["deleting-last"],
  },
  {
    name: "security-info-deleting-email",
    page: "security-info",
    options: { list: "phone-and-email", deletion: "named" },
    steps: [{ does: "delete", nth: 1 }],
    rules: [],
    behind: ["phone-only", "single-method"],
  },
  {
    name: "security-info-deleting-the-default",
    page: "security-info",
    options: { list: "authenticator-and-office-phone", deletion: "named" },
    steps: [{ does: "delete", nth: 0 }],
    rules: ["default-goes", "deleting-last"],
    behind: ["not-phishing-resistant"],
    variants: [{ default: "classic" }],
  },
  {
    name: "security-info-deleting-another-than-the-default",
    page: "security-info",
    options: { list: "authenticator-and-office-phone", deletion: "named" },
    steps: [{ does: "delete", nth: 1 }],
    rules: [],
    behind: ["not-phishing-resistant"],
    alike: ["default-goes"],
    variants: [{ default: "classic" }],
  },
  {
    name: "user-methods-deleting-the-only-method",
    page: "user-methods",
    options: { list: "authenticator-only" },
    steps: [{ does: "delete", nth: 0 }],
    rules: ["deleting-last"],
    behind: ["single-method"],
    variants: [{ table: "v9" }],
  },
];

const ADDING: readonly Expectation[] = [
  {
    name: "security-info-changing-the-default",
    page: "security-info",
    options: { list: "authenticator-and-office-phone" },
    steps: [{ does: "change-default" }],
    rules: ["default-goes"],
    behind: ["not-phishing-resistant"],
    variants: [{ default: "classic" }],
  },
  {
    name: "security-info-adding-email",
    page: "security-info",
    options: { list: SAFE },
    steps: [{ does: "add", method: "email" }],
    rules: ["email-is-not-mfa"],
    alike: ["phone-ends-soon"],
    variants: [{ testids: "off" }],
    languages: EVERY,
  },
  {
    name: "security-info-adding-a-phone",
    page: "security-info",
    options: { list: SAFE },
    steps: [{ does: "add", method: "phone" }],
    rules: ["phone-ends-soon"],
    alike: ["email-is-not-mfa", "one-phone-many-apps"],
  },
  {
    name: "security-info-adding-a-second-phone",
    page: "security-info",
    options: { list: "authenticator-and-same-phone" },
    steps: [{ does: "add", method: "alternate-phone" }],
    rules: ["one-phone-many-apps", "phone-ends-soon"],
    behind: ["same-phone"],
  },
  {
    name: "security-info-added-another-authenticator",
    page: "security-info",
    options: { list: SAFE },
    steps: [{ does: "add", method: "authenticator" }, { does: "finish" }],
    rules: ["remove-the-old"],
    behind: ["stale-authenticator"],
  },
  {
    name: "register-adding-email",
    page: "register",
    steps: [{ does: "add", method: "email" }],
    rules: ["email-is-not-mfa"],
  },
  { name: "register-first-step", page: "register", rules: [], languages: EVERY },
  {
    name: "user-methods-adding-email",
    page: "user-methods",
    options: { list: SAFE },
    steps: [{ does: "add", method: "email" }],
    rules: ["email-is-not-mfa"],
    variants: [{ pane: "context-pane" }, { field: "v9", pane: "v9-drawer" }],
    languages: EVERY,
  },
  {
    name: "user-methods-adding-a-temporary-access-pass",
    page: "user-methods",
    options: { list: SAFE },
    steps: [{ does: "add", method: "temporary-access-pass" }],
    rules: [],
    alike: ["email-is-not-mfa", "phone-ends-soon"],
  },
  {
    name: "user-methods-adding-a-second-phone",
    page: "user-methods",
    options: { list: "authenticator-and-same-phone" },
    steps: [{ does: "add", method: "phone" }],
    rules: ["one-phone-many-apps", "phone-ends-soon"],
    behind: ["same-phone"],
  },
];

/** A phone is picked where numbers are typed, and ends in 72 days; on personal accounts it does not. */
const ENDS = "phone-ends-soon";

function besideItsEnd(rules: readonly string[]): readonly string[] {
  return [...rules, ENDS].sort();
}

/** A number typed by an admin beside a list without a finding. */
function typedByAdmin(
  name: string,
  text: string,
  rules: readonly string[],
  more: Pick<Expectation, "alike" | "decided" | "fix" | "languages"> & { readonly before?: readonly Step[] } = {},
): Expectation {
  const { before = [], ...rest } = more;
  return {
    name: `user-methods-number-${name}`,
    page: "user-methods",
    options: { list: SAFE },
    steps: [{ does: "add", method: "phone" }, ...before, { does: "type", text }],
    rules: besideItsEnd(rules),
    ...rest,
  };
}

/** A number typed by a user beside a country selector, which says Japan by default. */
function typedByUser(
  name: string,
  page: "security-info" | "register" | "legacy-proofup" | "proofs-add",
  text: string,
  rules: readonly string[],
  more: Pick<Expectation, "alike" | "decided" | "fix" | "languages"> & { readonly country?: string } = {},
): Expectation {
  const { country = "Japan (+81)", ...rest } = more;
  return {
    name: `${page}-number-${name}`,
    page,
    options: { list: SAFE },
    steps: [
      { does: "add", method: "phone" },
      { does: "choose-country", country },
      { does: "type", text },
    ],
    rules: page === "proofs-add" ? rules : besideItsEnd(rules),
    ...rest,
  };
}

/** What the real pages' selectors say until somebody chooses. */
const AS_IT_WAS = { country: "United States (+1)" } as const;

const OFFICE: readonly Step[] = [{ does: "choose-phone-type", type: "Office" }];

const NUMBERS: readonly Expectation[] = [
  typedByAdmin("right", "+81 9012345678", [], {
    alike: [
      "country-code-missing",
      "fullwidth-digits",
      "international-prefix",
      "not-a-number",
      "not-assigned",
      "overseas-number",
      "punctuation",
      "region-opt-in",
      "renumbered",
      "space-after-country-code",
      "wrong-length",
      "zero-lost",
      "zero-too-many",
    ],
  }),
  typedByAdmin("national", "09012345678", ["country-code-missing"], { fix: "+81 9012345678" }),
  // With nothing decided, the country is the one in which the page's language is spoken, if there is one.
  typedByAdmin("national-with-the-countrys-language", "09012345678", ["country-code-missing"], {
    decided: "nothing",
    languages: ["ja"],
    fix: "+81 9012345678",
  }),
  typedByAdmin("national-with-no-countrys-language", "09012345678", ["country-code-missing"], {
    decided: "nothing",
    languages: ["en", "de", "ar"],
    fix: null,
  }),
  typedByAdmin("of-a-country-allowed", "+81 9012345678", [], {
    decided: "japanese-numbers-alone",
    alike: ["country-not-allowed"],
  }),
  typedByAdmin("of-a-country-not-allowed", "+1 4255550100", ["country-not-allowed"], {
    decided: "japanese-numbers-alone",
  }),
  typedByAdmin("of-a-country-not-allowed-with-hyphens", "+1 425-555-0100", ["country-not-allowed", "punctuation"], {
    decided: "japanese-numbers-alone",
    fix: null,
  }),
  typedByAdmin("national-with-hyphens", "090-1234-5678", ["country-code-missing", "punctuation"], {
    fix: "+81 9012345678",
  }),
  typedByAdmin("hyphens", "+81 90-1234-5678", ["punctuation"], { fix: "+81 9012345678" }),
  typedByAdmin("fullwidth", "+81 9０１２３４５６７８", ["fullwidth-digits"], { fix: "+81 9012345678" }),
  typedByAdmin("no-space", "+819012345678", ["space-after-country-code"], { fix: "+81 9012345678" }),
  typedByAdmin("trunk-zero", "+81 09012345678", ["trunk-zero"], { fix: "+81 9012345678" }),
  typedByAdmin("overseas", "+33 692123456", ["overseas-number", "region-opt-in"], { fix: "+262 692123456" }),
  typedByAdmin("zero-too-many", "+48 0512345678", ["zero-too-many"], { fix: "+48 512345678" }),
  typedByAdmin("zero-lost", "+225 759123456", ["region-opt-in", "zero-lost"], { fix: "+225 0759123456" }),
  typedByAdmin("renumbered", "+52 15512345678", ["renumbered"], { fix: "+52 5512345678" }),
  typedByAdmin("kept-zero", "+39 0236618300", ["cannot-receive-text"], { alike: ["trunk-zero"], fix: null }),
  typedByAdmin("idd-prefix", "010 81 9012345678", ["international-prefix"], { fix: "+81 9012345678" }),
  typedByAdmin("too-long", "+81 901234567890", ["wrong-length"]),
  typedByAdmin("not-assigned", "+81 1012345678", ["not-assigned"]),
  typedByAdmin("landline", "+81 312345678", ["cannot-receive-text"], { fix: null }),
  typedByAdmin("landline-as-dialled", "03-1234-5678", ["cannot-receive-text", "country-code-missing", "punctuation"], {
    fix: "+81 312345678",
  }),
  typedByAdmin("copied-from-a-link", "tel:+819012345678", ["punctuation", "space-after-country-code"], {
    fix: "+81 9012345678",
  }),
  typedByAdmin("landline-for-the-office", "+81 312345678", [], { before: OFFICE, alike: ["cannot-receive-text"] }),
  typedByAdmin("extension-on-a-mobile", "+81 9012345678x123", ["extension"]),
  typedByAdmin("extension-in-the-office", "+81 312345678x123", [], { before: OFFICE, alike: ["extension"] }),
  typedByAdmin("extension-in-another-form", "+81 312345678 ext 123", ["extension"], { before: OFFICE }),
  typedByAdmin("no-number", "robin@example.com", ["not-a-number"]),
  typedByAdmin("region-with-opt-in", "+225 0123456789", ["region-opt-in"]),
  ...(["security-info", "register", "legacy-proofup", "proofs-add"] as const).flatMap((page) => [
    typedByUser("right", page, "9012345678", [], { alike: ["country-code-twice", "country-mismatch"] }),
    typedByUser("twice", page, "+81 9012345678", ["country-code-twice"]),
    typedByUser("mismatch", page, "+1 4255550100", ["country-mismatch"]),
    typedByUser("of-home", page, "09012345678", ["country-mismatch"], {
      ...AS_IT_WAS,
      alike: ["trunk-zero", "wrong-length"],
      fix: null,
    }),
    typedByUser("too-long", page, "9012345678901234", ["wrong-length"]),
  ]),
  // With nothing decided, home is where the page's language is spoken, if that is one country.
  ...(["security-info", "legacy-proofup"] as const).flatMap((page) => [
    typedByUser("with-the-countrys-language", page, "090-1234-5678", ["country-mismatch", "punctuation"], {
      ...AS_IT_WAS,
      decided: "nothing",
      languages: ["ja"],
      fix: null,
    }),
    typedByUser("with-no-countrys-language", page, "090-1234-5678", ["country-mismatch", "punctuation"], {
      ...AS_IT_WAS,
      decided: "nothing",
      languages: ["en", "de", "ar"],
      alike: ["wrong-length"],
      fix: null,
    }),
  ]),
  typedByUser("of-home-with-its-code", "security-info", "819012345678", ["country-mismatch"], {
    ...AS_IT_WAS,
    alike: ["country-code-twice", "wrong-length"],
    fix: null,
  }),
  typedByUser("of-home-and-allowed", "security-info", "09012345678", ["country-mismatch"], {
    ...AS_IT_WAS,
    decided: "japanese-numbers-alone",
    alike: ["country-not-allowed"],
  }),
  // It may be one of Memphis as well.
  typedByUser("of-home-and-of-the-list", "security-info", "9012345678", [], {
    ...AS_IT_WAS,
    alike: ["country-mismatch"],
  }),
  typedByUser("of-a-country-allowed", "security-info", "9012345678", [], {
    decided: "japanese-numbers-alone",
    alike: ["country-not-allowed"],
  }),
  typedByUser(
    "of-a-country-not-allowed",
    "security-info",
    "+1 4255550100",
    ["country-mismatch", "country-not-allowed"],
    {
      decided: "japanese-numbers-alone",
    },
  ),
  // An organization's decision does not bind anybody's personal account.
  typedByUser("whatever-is-allowed", "proofs-add", "+1 4255550100", ["country-mismatch"], {
    decided: "japanese-numbers-alone",
    alike: ["country-not-allowed"],
  }),
  {
    name: "user-methods-number-same-as-registered",
    page: "user-methods",
    options: { list: "authenticator-and-same-phone" },
    steps: [
      { does: "add", method: "phone" },
      { does: "choose-phone-type", type: "Alternate mobile" },
      { does: "type", text: "+1 4255550100" },
    ],
    rules: ["one-phone-many-apps", "phone-ends-soon", "same-number-twice"],
    behind: ["same-phone"],
  },
];

const COMMANDS: readonly Expectation[] = [
  {
    name: "user-methods-requiring-re-registration",
    page: "user-methods",
    options: { list: SAFE },
    steps: [{ does: "press", command: "admin_action_require_reregister" }],
    rules: ["reregister-effect"],
    alike: ["tell-the-user"],
    languages: EVERY,
  },
  {
    name: "user-methods-required-re-registration",
    page: "user-methods",
    options: { list: SAFE },
    steps: [{ does: "press", command: "admin_action_require_reregister" }, { does: "confirm" }],
    rules: ["tell-the-user"],
  },
  {
    name: "user-methods-revoking-sessions",
    page: "user-methods",
    options: { list: SAFE },
    steps: [{ does: "press", command: "admin_action_revoke_sessions" }],
    rules: ["revoke-effect"],
    alike: ["reregister-effect", "reset-password-effect"],
  },
  {
    name: "user-methods-resetting-the-password",
    page: "user-methods",
    options: { list: SAFE },
    steps: [{ does: "press", command: "admin_action_reset_password" }],
    rules: ["reset-password-effect"],
    alike: ["revoke-effect"],
  },
  {
    name: "user-methods-added-a-phone",
    page: "user-methods",
    options: { list: SAFE },
    steps: [{ does: "add", method: "phone" }, { does: "type", text: "+81 9012345678" }, { does: "finish" }],
    rules: ["tell-the-user"],
    alike: ["phone-ends-soon"],
  },
  {
    name: "user-methods-of-a-global-admin",
    page: "user-methods",
    options: { list: SAFE, roles: "global-admin" },
    rules: ["admin-target"],
  },
  {
    name: "user-methods-of-a-helpdesk-admin",
    page: "user-methods",
    options: { list: SAFE, roles: "helpdesk" },
    rules: ["admin-target"],
  },
  {
    name: "user-methods-with-an-error",
    page: "user-methods",
    options: { list: SAFE, error: "on" },
    rules: [],
  },
  { name: "user-overview-of-a-global-admin", page: "user-overview", options: { roles: "global-admin" }, rules: [] },
];

/** Done, on the page that says so. */
const PER_USER_DONE: readonly Expectation[] = [
  {
    name: "legacy-per-user-mfa-enabled",
    page: "legacy-per-user-mfa",
    steps: [{ does: "select", user: "Robin Example" }, { does: "set", to: "enabled" }, { does: "confirm" }],
    rules: ["tell-the-user"],
    alike: ["per-user-with-ca"],
  },
  // The focus is back on the command, which does not mean that the user has changed their mind.
  {
    name: "per-user-mfa-enabled",
    page: "per-user-mfa",
    steps: [{ does: "select", user: "Robin Example" }, { does: "set", to: "enabled" }, { does: "confirm" }],
    rules: ["tell-the-user"],
    alike: ["per-user-with-ca"],
    variants: [{ outcome: "counted" }],
    languages: EVERY,
  },
  {
    name: "per-user-mfa-enabled-without-a-word",
    page: "per-user-mfa",
    options: { outcome: "nothing" },
    steps: [{ does: "select", user: "Robin Example" }, { does: "set", to: "enabled" }, { does: "confirm" }],
    rules: [],
    alike: ["per-user-with-ca", "tell-the-user"],
  },
  {
    name: "per-user-mfa-enforced",
    page: "per-user-mfa",
    steps: [{ does: "select", user: "Sam Sample" }, { does: "set", to: "enforced" }, { does: "confirm" }],
    rules: ["tell-the-user"],
    alike: ["enforced-by-hand", "per-user-with-ca"],
  },
  {
    name: "per-user-mfa-disabled",
    page: "per-user-mfa",
    steps: [{ does: "select", user: "Kim Practice" }, { does: "set", to: "disabled" }, { does: "confirm" }],
    rules: [],
    alike: ["per-user-with-ca", "tell-the-user"],
  },
];

const PER_USER: readonly Expectation[] = (["per-user-mfa", "legacy-per-user-mfa"] as const).flatMap(
  (page): readonly Expectation[] => [
    { name: page, page, rules: [], languages: EVERY },
    {
      name: `${page}-enabling`,
      page,
      steps: [
        { does: "select", user: "Robin Example" },
        { does: "set", to: "enabled" },
      ],
      rules: ["per-user-with-ca"],
      alike: ["enforced-by-hand"],
    },
    {
      name: `${page}-enforcing`,
      page,
      steps: [
        { does: "select", user: "Robin Example" },
        { does: "set", to: "enforced" },
      ],
      rules: ["enforced-by-hand", "per-user-with-ca"],
    },
    {
      name: `${page}-disabling`,
      page,
      steps: [
        { does: "select", user: "Kim Practice" },
        { does: "set", to: "disabled" },
      ],
      rules: [],
      alike: ["per-user-with-ca"],
    },
    {
      name: `${page}-settings-opened`,
      page,
      steps: [
        { does: "select", user: "Robin Example" },
        { does: "set", to: "settings" },
      ],
      // The old page puts the focus on the first setting, which is then explained.
      ...(page === "per-user-mfa"
        ? { rules: [], alike: ["contact-methods-again"] }
        : { rules: ["contact-methods-again"] }),
    },
    {
      name: `${page}-settings`,
      page,
      steps: [
        { does: "select", user: "Robin Example" },
        { does: "set", to: "settings" },
        { does: "tick", box: "peruser_require_contact_methods_again" },
      ],
      rules: ["contact-methods-again"],
    },
    { name: `${page}-thousands`, page, options: { directory: "thousands" }, rules: [] },
    {
      name: `${page}-thousands-sorted`,
      page,
      options: { directory: "thousands" },
      steps: [{ does: "sort" }],
      rules: ["no-users-to-display"],
    },
    {
      name: `${page}-thousands-filtered-and-sorted`,
      page,
      options: { directory: "thousands" },
      steps: [{ does: "search", text: "person" }, { does: "sort" }],
      rules: [],
      alike: ["no-users-to-display"],
    },
    { name: `${page}-few-sorted`, page, steps: [{ does: "sort" }], rules: [] },
  ],
);

const REPORT: readonly Expectation[] = [
  { name: "per-user-mfa-under-the-other-name", page: "per-user-mfa-iam", rules: [] },
  {
    name: "per-user-mfa-under-the-other-name-enforcing",
    page: "per-user-mfa-iam",
    steps: [
      { does: "select", user: "Robin Example" },
      { does: "set", to: "enforced" },
    ],
    rules: ["enforced-by-hand", "per-user-with-ca"],
  },
  { name: "registration-report", page: "registration-report", rules: ["download-and-check"] },
  {
    name: "registration-report-of-thousands",
    page: "registration-report",
    options: { directory: "thousands" },
    rules: ["download-and-check"],
  },
  { name: "methods-policy", page: "methods-policy", rules: [], alike: ["download-and-check"] },
];

/** The newer generation of a personal account's list, with either kind of control that adds to it. */
const FLUENT: readonly Partial<Options>[] = [{ personal: "fluent" }, { personal: "fluent", adder: "link" }];

/** A proof added in the dialog of the newer list. */
function addedInDialog(name: string, rules: readonly string[], steps: readonly Step[]): Expectation {
  return {
    name: `proofs-dialog-${name}`,
    page: "proofs-manage",
    options: { proofs: "phone-and-email", personal: "fluent" },
    steps,
    rules,
  };
}

const TO_JAPAN: readonly Step[] = [
  { does: "add", method: "phone" },
  { does: "choose-country", country: "Japan (+81)" },
];

const PERSONAL: readonly Expectation[] = [
  addedInDialog("email", [], [{ does: "add", method: "email" }]),
  addedInDialog("number-right", [], [...TO_JAPAN, { does: "type", text: "9012345678" }]),
  addedInDialog("number-twice", ["country-code-twice"], [...TO_JAPAN, { does: "type", text: "+81 9012345678" }]),
  addedInDialog("number-too-long", ["wrong-length"], [...TO_JAPAN, { does: "type", text: "9012345678901234" }]),
  {
    name: "proofs-one",
    page: "proofs-manage",
    options: { proofs: "phone" },
    rules: ["fewer-than-two-proofs"],
    variants: FLUENT,
  },
  {
    name: "proofs-two",
    page: "proofs-manage",
    options: { proofs: "phone-and-email" },
    rules: [],
    alike: ["fewer-than-two-proofs", "old-proofs", "recovery-code"],
    variants: FLUENT,
  },
  {
    name: "proofs-two-at-the-other-address",
    page: "proofs-manage-additional",
    options: { proofs: "phone-and-email", adder: "link" },
    rules: [],
  },
  { name: "proofs-app-and-email", page: "proofs-manage", options: { proofs: "app-and-email" }, rules: [] },
  {
    name: "proofs-several",
    page: "proofs-manage",
    options: { proofs: "several" },
    rules: ["old-proofs"],
    variants: FLUENT,
  },
  {
    name: "proofs-replaced",
    page: "proofs-manage",
    options: { proofs: "replaced" },
    rules: ["thirty-day-wait"],
    alike: ["old-proofs"],
    variants: FLUENT,
  },
  {
    name: "proofs-removing-the-second-last",
    page: "proofs-manage",
    options: { proofs: "phone-and-email" },
    steps: [{ does: "delete", nth: 0 }],
    rules: [],
    variants: FLUENT,
  },
  {
    name: "proofs-recovery-code",
    page: "proofs-manage",
    options: { proofs: "phone-and-email" },
    steps: [{ does: "ask-recovery-code" }],
    rules: ["recovery-code"],
    variants: FLUENT,
  },
  {
    name: "proofs-add-email",
    page: "proofs-add",
    steps: [{ does: "add", method: "email" }],
    rules: [],
    languages: EVERY,
  },
  {
    name: "proofs-verify",
    page: "proofs-verify",
    rules: [],
    alike: ["thirty-day-wait"],
    variants: [{ code: "six" }],
  },
  {
    name: "proofs-verify-with-none-at-hand",
    page: "proofs-verify",
    steps: [{ does: "have-none" }],
    rules: ["thirty-day-wait"],
  },
];

const LEGACY_PROOFUP: readonly Expectation[] = [
  // It offers a phone before anything is chosen.
  { name: "legacy-proofup", page: "legacy-proofup", rules: ["phone-ends-soon"], languages: EVERY },
  {
    name: "legacy-proofup-app",
    page: "legacy-proofup",
    steps: [{ does: "add", method: "authenticator" }],
    rules: [],
    alike: ["phone-ends-soon"],
  },
  {
    name: "legacy-proofup-options",
    page: "legacy-proofup",
    options: { proofup: "options", list: "authenticator-and-office-phone" },
    rules: [],
  },
  {
    name: "legacy-proofup-options-number-hyphens",
    page: "legacy-proofup",
    options: { proofup: "options", list: "authenticator-and-office-phone" },
    steps: [
      { does: "choose-country", country: "Japan (+81)" },
      { does: "type", text: "90-1234-5678" },
    ],
    rules: ["phone-ends-soon", "punctuation"],
    fix: "9012345678",
  },
  // No country is known whose trunk prefix the zero may be.
  {
    name: "legacy-proofup-options-number-before-its-country",
    page: "legacy-proofup",
    options: { proofup: "options", list: "authenticator-and-office-phone" },
    steps: [{ does: "type", text: "090-1234-5678" }],
    rules: ["phone-ends-soon", "punctuation"],
    alike: ["trunk-zero"],
    fix: "09012345678",
  },
];

export const EXPECTATIONS: readonly Expectation[] = [
  ...LISTS,
  ...DELETING,
  ...ADDING,
  ...NUMBERS,
  ...COMMANDS,
  ...PER_USER,
  ...PER_USER_DONE,
  ...REPORT,
  ...PERSONAL,
  ...LEGACY_PROOFUP,
];

/** One page to be opened: an expectation in one language and one form. */
export interface OpenedPage {
  readonly title: string;
  readonly expectation: Expectation;
  readonly language: Language;
  /** The form, where it is not the page's first. */
  readonly variant?: Partial<Options>;
  readonly options: Partial<Options>;
  readonly address: string;
}

/** Every page of the table: each in its languages, and in its other forms in English. */
export function openedPages(): readonly OpenedPage[] {
  return EXPECTATIONS.flatMap((expectation): readonly OpenedPage[] => {
    const { name, page, options = {}, variants = [], languages = BOTH } = expectation;
    const opened = (language: Language, variant?: Partial<Options>): OpenedPage => {
      const all = { ...options, ...variant, lng: language };
      const form = Object.entries(variant ?? {}).map(([key, value]) => ` ${key}=${String(value)}`);
      return {
        title: `${name} (${language}${form.join("")})`,
        expectation,
        language,
        ...(variant === undefined ? {} : { variant }),
        options: all,
        address: PAGES[page].at(all),
      };
    };
    return [...languages.map((language) => opened(language)), ...variants.map((variant) => opened("en", variant))];
  });
}
