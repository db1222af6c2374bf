// Reads which blade the portal's address names. The shell alone sees that address; its blade
// frames do not.

export type Blade =
  | { readonly name: "home" }
  | { readonly name: "all-users" }
  | { readonly name: "per-user-mfa" }
  | { readonly name: "registration-report" }
  | { readonly name: "methods-policy" }
  | { readonly name: "user-overview" | "user-methods"; readonly user: string };

/** `hash` as in `location.hash`: `#view/…` or `#blade/…`, also behind `/<tenant>/`. */
export function bladeAt(hash: string): Blade {
  const user = /\/userId\/([0-9a-f-]{36})/iu.exec(hash)?.[1];
  if (/\/UserProfileMenuBlade\/~\/UserAuthMethods\b/iu.test(hash) && user !== undefined) {
    return { name: "user-methods", user };
  }
  if (/\/MultifactorAuthenticationConfig\.ReactView\b/iu.test(hash)) return { name: "per-user-mfa" };
  if (/\/AuthenticationMethodsMenuBlade\/~\/UserRegistrationDetails\b/iu.test(hash))
    return { name: "registration-report" };
  if (/\/AuthenticationMethodsMenuBlade\b/iu.test(hash)) return { name: "methods-policy" };
  if (/\/UserProfileMenuBlade\//iu.test(hash) && user !== undefined) return { name: "user-overview", user };
  return /\/UserManagementMenuBlade\b/iu.test(hash) ? { name: "all-users" } : { name: "home" };
}

const USER_BLADE = "#view/Microsoft_AAD_UsersAndTenants/UserProfileMenuBlade/~";

export const ALL_USERS = "#view/Microsoft_AAD_UsersAndTenants/UserManagementMenuBlade/~/AllUsers/menuId/AllUsers";

/** Either extension name is in use for it. */
export const PER_USER_MFA =
  "#view/Microsoft_AAD_AuthenticationMethods/MultifactorAuthenticationConfig.ReactView/tabId/users";

const METHODS_MENU = "#view/Microsoft_AAD_IAM/AuthenticationMethodsMenuBlade/~";

export const METHODS_POLICY = `${METHODS_MENU}/AdminAuthMethods`;

export const REGISTRATION_REPORT = `${METHODS_MENU}/UserRegistrationDetails`;

export function methodsOf(user: string): string {
  return `${USER_BLADE}/UserAuthMethods/userId/${user}/hidePreviewBanner~/true`;
}

export function overviewOf(user: string): string {
  return `${USER_BLADE}/overview/userId/${user}/hidePreviewBanner~/true`;
}
