// The host names that the practice portal answers for, each with what it stands for. The names are
// the real ones; nothing outside the test machine is ever asked for them.

export const MY_SIGN_INS_HOSTS = ["mysignins.microsoft.com", "mysignins.azure.us"] as const;

export const PORTAL_HOSTS = ["entra.microsoft.com", "portal.azure.com", "entra.microsoft.us"] as const;

export const BLADE_HOSTS = [
  "sandbox-1.reactblade.portal.azure.net",
  "sandbox-2.reactblade.portal.azure.net",
  "sandbox-1.reactblade-ms.portal.azure.net",
] as const;

/** The per-user MFA page and the registration page from before the Entra admin center. */
export const LEGACY_HOST = "account.activedirectory.windowsazure.com";

/** Personal Microsoft accounts. */
export const PERSONAL_HOST = "account.live.com";

export const SIGN_IN_HOST = "login.microsoftonline.com";

/** A site that has nothing to do with Microsoft but has a form that looks alike. */
export const FOREIGN_HOST = "www.example.com";

export const ALL_HOSTS: readonly string[] = [
  ...MY_SIGN_INS_HOSTS,
  ...PORTAL_HOSTS,
  ...BLADE_HOSTS,
  LEGACY_HOST,
  PERSONAL_HOST,
  SIGN_IN_HOST,
  FOREIGN_HOST,
];
