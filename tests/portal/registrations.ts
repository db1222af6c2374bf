// The registered methods that the practice pages show, as lists by name. Numbers and addresses are
// from ranges that are reserved for fiction, or masked.

export type MethodKind =
  | "authenticator"
  | "phone"
  | "alternate-phone"
  | "office-phone"
  | "email"
  | "passkey"
  | "passkey-authenticator"
  | "security-key"
  | "windows-hello"
  | "totp"
  | "hardware-token"
  | "temporary-access-pass"
  | "security-questions"
  | "app-password"
  | "external"
  | "qr-code"
  /** One that no list of known methods has. */
  | "unheard-of"
  | "password";

export interface Registration {
  readonly kind: MethodKind;
  /** Number, address or device, as the page shows it. */
  readonly detail: string;
  /** Why the method cannot be used; shown to admins in the second list. */
  readonly unusable?: "policy" | "expired";
}

/** The names of the lists; the first is shown unless another is asked for. */
export const LIST_NAMES = [
  "phone-only",
  "empty",
  "phone-and-email",
  "email-only",
  "authenticator-only",
  "authenticator-and-same-phone",
  "two-authenticators",
  "passkey-and-authenticator",
  "twenty-methods",
  "masked-numbers",
  "non-usable",
  "passkey-only",
  "authenticator-and-office-phone",
  "two-phones",
  "same-number-twice",
  "app-as-two-strings",
  "app-password",
  "security-questions",
  "questions-and-email",
  "temporary-access-pass",
  "unheard-of",
  "spare-keys",
] as const;

export type ListName = (typeof LIST_NAMES)[number];

const phone = { kind: "phone", detail: "+1 4255550100" } as const;
const email = { kind: "email", detail: "robin@example.com" } as const;
const authenticator = { kind: "authenticator", detail: "Robin's phone" } as const;

export const LISTS: Readonly<Record<ListName, readonly Registration[]>> = {
  empty: [],
  "phone-only": [phone],
  "phone-and-email": [phone, email],
  "email-only": [email],
  "authenticator-only": [authenticator],
  "authenticator-and-same-phone": [authenticator, phone],
  "two-authenticators": [authenticator, { kind: "authenticator", detail: "Old phone" }],
  "passkey-and-authenticator": [{ kind: "passkey-authenticator", detail: "Robin's phone" }, authenticator],
  "twenty-methods": [
    phone,
    { kind: "alternate-phone", detail: "+44 7700900123" },
    { kind: "office-phone", detail: "+44 2079460123x42" },
    email,
    ...["Work phone", "Private phone", "Tablet", "Spare phone", "Old phone"].map(
      (detail): Registration => ({ kind: "authenticator", detail }),
    ),
    ...["Reception", "Desk drawer", "Safe", "Home", "Keyring", "Bag"].map(
      (detail): Registration => ({ kind: "security-key", detail }),
    ),
    { kind: "passkey", detail: "Password manager" },
    { kind: "windows-hello", detail: "LAPTOP-042" },
    { kind: "totp", detail: "Code app" },
    { kind: "hardware-token", detail: "Token 0042" },
    { kind: "security-questions", detail: "" },
  ],
  "masked-numbers": [
    { kind: "phone", detail: "+1 XXXXXXXX00" },
    { kind: "office-phone", detail: "+44 XXXXXXXX23" },
    { kind: "email", detail: "ro***@example.com" },
  ],
  "non-usable": [
    authenticator,
    { ...phone, unusable: "policy" },
    { kind: "temporary-access-pass", detail: "", unusable: "expired" },
  ],
  "passkey-only": [{ kind: "passkey", detail: "Password manager" }],
  "authenticator-and-office-phone": [authenticator, { kind: "office-phone", detail: "+44 2079460123" }],
  "two-phones": [phone, { kind: "alternate-phone", detail: "+44 7700900123" }],
  "same-number-twice": [
    { kind: "passkey", detail: "Password manager" },
    phone,
    { kind: "alternate-phone", detail: phone.detail },
  ],
  "app-as-two-strings": [authenticator, { kind: "totp", detail: authenticator.detail }],
  "app-password": [
    { kind: "passkey", detail: "Password manager" },
    authenticator,
    { kind: "app-password", detail: "Mail on the old laptop" },
  ],
  "security-questions": [
    { kind: "passkey", detail: "Password manager" },
    authenticator,
    { kind: "security-questions", detail: "" },
  ],
  "questions-and-email": [{ kind: "security-questions", detail: "" }, email],
  "temporary-access-pass": [{ kind: "temporary-access-pass", detail: "" }],
  "unheard-of": [{ kind: "unheard-of", detail: "Left hand" }],
  "spare-keys": [
    { kind: "passkey", detail: "Password manager" },
    { kind: "security-key", detail: "Desk drawer" },
    authenticator,
  ],
};

/** A number or address as it is shown until it is revealed: all but its first and last two signs. */
export function masked(detail: string): string {
  return detail.replace(/(?<=^.{3}.*)[\w](?=.{2,}$)/gu, "X");
}
