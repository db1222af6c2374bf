// Words of a personal account's pages that both of their generations have. English on every page, as
// far as no source gives them in another language.

import type { Language } from "./options.ts";
import type { ProofKind } from "./proofs.ts";

export const ABOUT: Readonly<Record<ProofKind, string>> = {
  phone: "Text a code",
  email: "Email a code",
  authenticator: "Send sign-in notification",
  passkey: "Face, fingerprint, PIN, or security key",
  password: "Enter password",
};

export const ADD_A_PROOF = "Add a new way to sign in or verify";

/** The country that is chosen before anybody chooses. */
export const HOME: Readonly<Record<Language, string>> = { en: "US", ja: "JP", de: "DE", ar: "SA" };
