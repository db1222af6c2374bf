// What tests may know of a page's state: `window.__portal`, kept in step with the React state that
// it mirrors. Nothing on the pages reads it.

import type { Registration } from "../registrations.ts";

export interface Entered {
  readonly form: string;
  readonly country?: string;
  readonly phoneNumber?: string;
  readonly email?: string;
  readonly channel?: string;
  readonly phoneType?: string;
}

export interface Observed {
  /** What is typed and chosen in the open form, as React has it; absent while no form is open. */
  entered?: Entered;
  /** Every form that was handed in, in order. */
  submitted: Entered[];
  /** The methods that the page lists. */
  registered: readonly Registration[];
  /** How often the open form has been mounted. */
  mounts: number;
  /** States of per-user MFA by user name, as the page shows them. */
  states?: Readonly<Record<string, string>>;
  /** Kinds of the proofs that a personal account's page lists. */
  proofs?: readonly string[];
  /** The user that an admin's blade shows. */
  user?: string;
}

declare global {
  interface Window {
    __portal: Observed;
  }
}

window.__portal = { submitted: [], registered: [], mounts: 0 };

export function observe(change: Partial<Observed>): void {
  Object.assign(window.__portal, change);
}

export function observeSubmitted(entered: Entered): void {
  window.__portal.submitted.push(entered);
}

export function observeClosed(): void {
  delete window.__portal.entered;
}
