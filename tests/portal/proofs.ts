// The proofs of a personal account (ways to reach its owner), as lists by name. Numbers and addresses are from ranges
// that are reserved for fiction, and masked as the page masks them.

export type ProofKind = "phone" | "email" | "authenticator" | "passkey" | "password";

export interface Proof {
  readonly kind: ProofKind;
  /** Number, address or device, as the page shows it. */
  readonly detail: string;
  /** The page announces its removal, because all proofs were replaced. */
  readonly pending?: true;
}

export const PROOF_LIST_NAMES = ["phone-and-email", "phone", "several", "replaced", "app-and-email"] as const;

export type ProofListName = (typeof PROOF_LIST_NAMES)[number];

const phone = { kind: "phone", detail: "+1 *******00" } as const;
const email = { kind: "email", detail: "ro*****@example.com" } as const;
const password = { kind: "password", detail: "" } as const;
const authenticator = { kind: "authenticator", detail: "Robin's phone" } as const;

export const PROOF_LISTS: Readonly<Record<ProofListName, readonly Proof[]>> = {
  "phone-and-email": [phone, email, password],
  phone: [phone, password],
  several: [
    phone,
    { kind: "phone", detail: "+44 *******123" },
    email,
    { kind: "email", detail: "ol*****@example.net" },
    authenticator,
    password,
  ],
  replaced: [{ ...phone, pending: true }, { kind: "phone", detail: "+44 *******123" }, email, password],
  "app-and-email": [{ kind: "passkey", detail: "Password manager" }, authenticator, email, password],
};
