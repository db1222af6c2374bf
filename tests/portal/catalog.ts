// The practice pages by address: what a trainer can open, and what the portal's own test opens.

import { queryOf, type Options } from "./options.ts";

export const SAMPLE_USER = "00000000-0000-4000-8000-000000000001";

export function securityInfo(options: Partial<Options> = {}): string {
  return `https://mysignins.microsoft.com/security-info${queryOf(options)}`;
}

export function register(options: Partial<Options> = {}): string {
  return `https://mysignins.microsoft.com/register${queryOf(options)}`;
}

export function userMethods(
  options: Partial<Options> = {},
  user: string = SAMPLE_USER,
  host = "entra.microsoft.com",
): string {
  return `https://${host}/${queryOf(options)}#view/Microsoft_AAD_UsersAndTenants/UserProfileMenuBlade/~/UserAuthMethods/userId/${user}/hidePreviewBanner~/true`;
}

/** The name before the blade's is that of an extension; both are in use. */
export function perUserMfa(
  options: Partial<Options> = {},
  extension: "Microsoft_AAD_AuthenticationMethods" | "Microsoft_AAD_IAM" = "Microsoft_AAD_AuthenticationMethods",
  host = "entra.microsoft.com",
): string {
  return `https://${host}/${queryOf(options)}#view/${extension}/MultifactorAuthenticationConfig.ReactView/tabId/users`;
}

export function registrationReport(options: Partial<Options> = {}): string {
  return `https://entra.microsoft.com/${queryOf(options)}#view/Microsoft_AAD_IAM/AuthenticationMethodsMenuBlade/~/UserRegistrationDetails`;
}

export function methodsPolicy(options: Partial<Options> = {}): string {
  return `https://entra.microsoft.com/${queryOf(options)}#view/Microsoft_AAD_IAM/AuthenticationMethodsMenuBlade/~/AdminAuthMethods`;
}

export function userOverview(options: Partial<Options> = {}, user: string = SAMPLE_USER): string {
  return `https://entra.microsoft.com/${queryOf(options)}#view/Microsoft_AAD_UsersAndTenants/UserProfileMenuBlade/~/overview/userId/${user}/hidePreviewBanner~/true`;
}

const LEGACY = "https://account.activedirectory.windowsazure.com";

export function legacyPerUserMfa(options: Partial<Options> = {}): string {
  return `${LEGACY}/usermanagement/multifactorverification.aspx${queryOf(options)}`;
}

export function legacyProofup(options: Partial<Options> = {}): string {
  return `${LEGACY}/proofup.aspx${queryOf(options)}`;
}

/** The pages of a personal account, by their real paths. */
export function personal(
  path: "proofs/Manage" | "proofs/manage/additional" | "proofs/Add" | "proofs/Verify",
  options: Partial<Options> = {},
): string {
  return `https://account.live.com/${path}${queryOf(options)}`;
}

export const ALL_USERS =
  "https://entra.microsoft.com/#view/Microsoft_AAD_UsersAndTenants/UserManagementMenuBlade/~/AllUsers/menuId/AllUsers";
export const SIGN_IN = "https://login.microsoftonline.com/common/oauth2/v2.0/authorize";
export const FOREIGN = "https://www.example.com/security-info";
export const PRACTICE_INDEX = "https://mysignins.microsoft.com/practice";

export interface PracticePage {
  readonly name: string;
  readonly about: string;
  readonly address: string;
}

export interface PracticeSection {
  readonly title: string;
  readonly pages: readonly PracticePage[];
}

const practice = "on";

export const PRACTICE_PAGES: readonly PracticeSection[] = [
  {
    title: "Security info, as a user sees it",
    pages: [
      { name: "Only a phone", about: "One way in, and it is a phone number.", address: securityInfo({ practice }) },
      {
        name: "Phone and email",
        about: "Two rows, of which one does not count as MFA.",
        address: securityInfo({ practice, list: "phone-and-email" }),
      },
      {
        name: "Authenticator and the same phone",
        about: "Two methods that are lost together.",
        address: securityInfo({ practice, list: "authenticator-and-same-phone" }),
      },
      {
        name: "Two phones with Authenticator",
        about: "One of them is no longer in use.",
        address: securityInfo({ practice, list: "two-authenticators" }),
      },
      {
        name: "Passkey and Authenticator",
        about: "How it should look.",
        address: securityInfo({ practice, list: "passkey-and-authenticator" }),
      },
      { name: "Nothing yet", about: "An empty list.", address: securityInfo({ practice, list: "empty" }) },
      {
        name: "The page before its redesign",
        about: "Methods in a drop-down list, as until 2024.",
        address: securityInfo({ practice, generation: "previous" }),
      },
      { name: "Setup after sign-in", about: "The wizard that a new user meets.", address: register({ practice }) },
    ],
  },
  {
    title: "A user's authentication methods, as an admin sees them",
    pages: [
      { name: "Only a phone", about: "The form opens in a panel.", address: userMethods({ practice }) },
      {
        name: "Only email",
        about: "It resets passwords; it is not MFA.",
        address: userMethods({ practice, list: "email-only" }),
      },
      {
        name: "Methods that cannot be used",
        about: "Switched off by policy, or expired.",
        address: userMethods({ practice, list: "non-usable" }),
      },
      {
        name: "Form in a frame of its own",
        about: "The form stands beside the page of the user.",
        address: userMethods({ practice, pane: "context-pane" }),
      },
      {
        name: "Newer controls",
        about: "Tables, fields and drawer of the newer look.",
        address: userMethods({ practice, field: "v9", table: "v9", pane: "v9-drawer" }),
      },
    ],
  },
  {
    title: "More of what admins see",
    pages: [
      {
        name: "A user who is an admin",
        about: "Helping one takes a stronger role.",
        address: userMethods({ practice, roles: "global-admin" }),
      },
      { name: "Per-user MFA", about: "Who has which state, and what changes it.", address: perUserMfa({ practice }) },
      {
        name: "Per-user MFA, thousands of users",
        about: "Sort by a column, and nobody is left.",
        address: perUserMfa({ practice, directory: "thousands" }),
      },
      {
        name: "Per-user MFA, the old page",
        about: 'With the check boxes of "Manage user settings".',
        address: legacyPerUserMfa({ practice }),
      },
      {
        name: "User registration details",
        about: "Who has registered what, in the whole organization.",
        address: registrationReport({ practice }),
      },
    ],
  },
  {
    title: "The registration page from before Security info",
    pages: [
      { name: "Step by step", about: "Asks for a phone number first.", address: legacyProofup({ practice }) },
      {
        name: "All on one page",
        about: "Numbers that can be changed and saved.",
        address: legacyProofup({ practice, proofup: "options" }),
      },
    ],
  },
  {
    title: "A personal Microsoft account",
    pages: [
      { name: "Its proofs", about: "A phone and an email address.", address: personal("proofs/Manage", { practice }) },
      {
        name: "One proof",
        about: "Nothing else to prove who one is.",
        address: personal("proofs/Manage", { practice, proofs: "phone" }),
      },
      {
        name: "Everything replaced",
        about: "The new ones count after 30 days.",
        address: personal("proofs/Manage", { practice, proofs: "replaced" }),
      },
      {
        name: "Its newer list",
        about: "Built with Fluent v9; a proof is added in a dialog.",
        address: personal("proofs/Manage", { practice, personal: "fluent" }),
      },
      { name: "Adding one", about: "Email or phone.", address: personal("proofs/Add", { practice }) },
      {
        name: "Its code",
        about: "A box for each digit.",
        address: personal("proofs/Verify", { practice, code: "six" }),
      },
    ],
  },
  {
    title: "In other languages",
    pages: [
      { name: "日本語", about: "Security info.", address: securityInfo({ practice, lng: "ja" }) },
      { name: "Deutsch", about: "Security info.", address: securityInfo({ practice, lng: "de" }) },
      { name: "العربية", about: "Security info, from right to left.", address: securityInfo({ practice, lng: "ar" }) },
      { name: "日本語 (admin)", about: "A user's methods.", address: userMethods({ practice, lng: "ja" }) },
    ],
  },
];
