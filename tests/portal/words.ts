// The texts of the practice pages, by language. Labels that are known from the real pages are in labels.json, with
// their evidence; everything else is in English on every page, as it often is on the real ones.

import labels from "./labels.json" with { type: "json" };
import type { Language } from "./options.ts";
import type { MethodKind } from "./registrations.ts";

export type Concept = keyof typeof labels;

/** `newer` is the first known wording of a label, `older` the last. */
export type Wording = "newer" | "older";

interface Quoted {
  readonly label: string;
}

/** English wording of labels that are known in other languages only. */
const ENGLISH_UNQUOTED: Partial<Record<Concept, string>> = {
  dialog_delete_confirm: "Delete this method from your account?",
  dialog_which_default: "Which method should be the default?",
  field_country: "Country code",
  legacy_option_app_code: "Use verification code from app",
  legacy_option_call_auth_phone: "Call my authentication phone",
  legacy_option_notify_app: "Notify me through app",
  legacy_option_text_auth_phone: "Text code to my authentication phone",
  page_keep_account_secure: "Keep your account secure",
};

function quotes(concept: Concept, language: Language): readonly Quoted[] {
  const known: Partial<Record<Language, readonly Quoted[]>> = labels[concept];
  const unquoted = ENGLISH_UNQUOTED[concept];
  return known[language] ?? known.en ?? (unquoted === undefined ? [] : [{ label: unquoted }]);
}

export function label(concept: Concept, language: Language, wording: Wording = "newer"): string {
  const known = quotes(concept, language);
  const quote = wording === "newer" ? known[0] : known[known.length - 1];
  if (quote === undefined) throw new Error(`no label for ${concept}`);
  return quote.label;
}

/** The current page names the app by its brand in every language; the previous one did not. */
const AUTHENTICATOR_BRAND = "Microsoft Authenticator";

const USER_CONCEPTS: Readonly<Record<Exclude<MethodKind, "unheard-of">, Concept>> = {
  authenticator: "method_authenticator",
  phone: "method_phone",
  "alternate-phone": "method_alternate_phone",
  "office-phone": "method_office_phone",
  email: "method_email",
  passkey: "method_passkey",
  "passkey-authenticator": "method_passkey_authenticator",
  "security-key": "method_security_key",
  "windows-hello": "method_windows_hello",
  totp: "method_totp",
  "hardware-token": "method_hardware_token",
  "temporary-access-pass": "method_temporary_access_pass",
  "security-questions": "method_security_questions",
  "app-password": "method_app_password",
  external: "method_external",
  "qr-code": "method_qr_code",
  password: "method_password",
};

/** A method that Microsoft may add in the future, so it has no label in any language. */
const UNHEARD_OF = "Palm signature";

/** A method's name on Security info. */
export function userMethodName(kind: MethodKind, language: Language, wording: Wording): string {
  if (kind === "unheard-of") return UNHEARD_OF;
  if (kind !== "authenticator") return label(USER_CONCEPTS[kind], language);
  const generic = quotes("method_authenticator", language).find((quote) => quote.label !== AUTHENTICATOR_BRAND);
  return wording === "newer" || generic === undefined ? AUTHENTICATOR_BRAND : generic.label;
}

const ADMIN_CONCEPTS: Readonly<Partial<Record<MethodKind, Concept>>> = {
  phone: "admin_method_phone_number",
  "alternate-phone": "admin_method_alternate_phone_number",
  "office-phone": "admin_method_office_phone",
  email: "admin_method_email",
  "temporary-access-pass": "admin_method_temporary_access_pass",
};

/** A method's name on the admin's blade. */
export function adminMethodName(kind: MethodKind, language: Language): string {
  const concept = ADMIN_CONCEPTS[kind];
  return concept === undefined ? userMethodName(kind, language, "newer") : label(concept, language);
}
