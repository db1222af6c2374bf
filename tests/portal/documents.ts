// The documents that the practice portal serves: what they contain before any script has run. Owns no behavior of the
// pages.

import {
  BLADE_HOSTS,
  FOREIGN_HOST,
  LEGACY_HOST,
  MY_SIGN_INS_HOSTS,
  PERSONAL_HOST,
  PORTAL_HOSTS,
  SIGN_IN_HOST,
} from "./hosts.ts";
import { PRACTICE_PAGES } from "./catalog.ts";
import { escapeHtml, html, NOTHING, type Html, type ServerPage } from "./html.ts";
import { parseOptions } from "./options.ts";
import { legacyUsers } from "./server-pages/legacy-users.ts";
import { isFluent, personalPage } from "./server-pages/personal.ts";
import { proofup } from "./server-pages/proofup.ts";

/** File names of the built page bundles; they change with their content, as the real ones do. */
export interface Bundles {
  readonly "my-sign-ins": string;
  readonly blade: string;
  readonly shell: string;
  readonly legacy: string;
  readonly personal: string;
  readonly "personal-fluent": string;
}

export const BUNDLE_NAMES: readonly (keyof Bundles)[] = [
  "my-sign-ins",
  "blade",
  "shell",
  "legacy",
  "personal",
  "personal-fluent",
];

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

function page(body: string, headers: Readonly<Record<string, string>> = {}): Reply {
  return {
    status: 200,
    headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store", ...headers },
    body,
  };
}

function practiceLine(search: string): Html {
  if (parseOptions(search).practice === "off") return NOTHING;
  return html`<div role="note" style="position:relative;z-index:2000000;padding:2px 12px;font:600 12px/20px system-ui,sans-serif;text-align:center;background:#fff4ce;color:#3b3a39;border-bottom:1px solid #8a6d00" lang="en">Practice page – not Microsoft</div>`;
}

/**
 * The shell of Security info as captured on 7 August 2026: its Content Security Policy with the
 * host list as it was, and nothing in the body but a place for the script to render into.
 */
function mySignIns(search: string, bundles: Bundles): Reply {
  return page(
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="script-src 'self' amcdn.msftauth.net js.monitor.azure.com"><meta name="app-version" content="4.0.2233"><meta name="viewport" content="width=device-width, initial-scale=1"><title>My Sign-Ins</title><base href="/"><link rel="manifest" href="/manifest.json"><script defer="defer" src="/bundle/${bundles["my-sign-ins"]}"></script></head><body>${practiceLine(search).text}<noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div></body></html>`,
    { "x-content-type-options": "nosniff", "x-ms-mysignins-region": "practice" },
  );
}

function shell(search: string, bundles: Bundles): Reply {
  return page(
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Practice admin center</title></head><body class="fxs-mode-light">${practiceLine(search).text}<div id="web-container"></div><script src="/Content/${bundles.shell}"></script></body></html>`,
  );
}

function blade(module: string, bundles: Bundles): Reply {
  return page(
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title></title><script data-requiremodule="Practice/${escapeHtml(module)}" defer src="/Content/${bundles.blade}"></script></head><body><div id="root"></div></body></html>`,
  );
}

/** The pages made on the server, by the path of each. */
const LEGACY_PAGES: Readonly<Record<string, (search: string) => ServerPage>> = {
  "/usermanagement/multifactorverification.aspx": legacyUsers,
  "/proofup.aspx": proofup,
};

/** Under a policy with nonces, as the personal account's pages were captured. */
function madeOnServer(made: ServerPage | undefined, search: string, script: string): Reply {
  if (made === undefined) return NOT_FOUND;
  const { lng, lang, theme } = parseOptions(search);
  const language = lang === "follows" ? lng : "en";
  const nonce = "cHJhY3RpY2U";
  return page(
    html`<!doctype html><html lang="${language}" dir="${lng === "ar" ? "rtl" : "ltr"}" style="color-scheme:${theme}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${made.title}</title><style>${made.style}</style>${made.head?.(nonce) ?? NOTHING}<script defer nonce="${nonce}" src="/Content/${script}"></script></head><body>${practiceLine(search)}${made.body}</body></html>`
      .text,
    { "content-security-policy": `script-src 'nonce-${nonce}'; object-src 'none'; base-uri 'self'` },
  );
}

/** A sign-in page under a policy as strict as the one announced for October 2026. */
function signIn(): Reply {
  const nonce = "cHJhY3RpY2U";
  return page(
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="PageID" content="ConvergedSignIn"><title>Sign in to your account</title><style nonce="${nonce}">body{font:15px system-ui,sans-serif;display:grid;place-items:center;min-height:90vh}form{width:330px;padding:44px;box-shadow:0 2px 6px #0003}input{font:inherit;width:100%;box-sizing:border-box;padding:6px 0;margin:16px 0}</style></head><body><form method="post"><div role="heading" aria-level="1">Sign in</div><input type="email" name="loginfmt" id="i0116" maxlength="113" placeholder="Email, phone, or Skype" aria-label="Enter your email, phone, or Skype." autocomplete="username"><input type="tel" name="otc" id="idTxtBx_SAOTCC_OTC" placeholder="Code" aria-label="Enter code"><input type="button" id="idSIButton9" class="win-button button_primary" value="Next"></form><script nonce="${nonce}">document.documentElement.dataset.ready = 'yes';</script></body></html>`,
    {
      "content-security-policy": `default-src 'none'; script-src 'nonce-${nonce}' 'strict-dynamic'; style-src 'nonce-${nonce}'; base-uri 'self'; form-action 'self'; require-trusted-types-for 'script'`,
    },
  );
}

/** A form that looks like Security info's phone step, on a page that Sparekey must leave alone. */
function foreign(): Reply {
  return page(
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Example shop</title></head><body><h1>Security info</h1><form><h2 data-testid="reskin-step-title">Add your phone number</h2><label>Country code <select autocomplete="tel-country-code"><option>Japan (+81)</option><option>United States (+1)</option></select></label> <label>Phone number <input type="tel" name="phone" placeholder="Enter phone number" autocomplete="tel-national"></label> <button type="button" data-testid="reskin-step-next-button">Next</button></form></body></html>`,
  );
}

/** The list of everything there is to practice on. */
function practice(): Reply {
  const sections = PRACTICE_PAGES.map(
    ({ title, pages }) =>
      `<section><h2>${escapeHtml(title)}</h2><ul>${pages
        .map(
          ({ address, name, about }) =>
            `<li><a href="${escapeHtml(address)}">${escapeHtml(name)}</a><p>${escapeHtml(about)}</p></li>`,
        )
        .join("")}</ul></section>`,
  ).join("");
  return page(
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Practice pages</title><style>:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}body{max-width:52rem;margin:2rem auto;padding:0 1rem}h1{margin-bottom:.25rem}ul{list-style:none;padding:0;display:grid;gap:.75rem;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr))}li{border:1px solid #8886;border-radius:8px;padding:.75rem 1rem}li p{margin:.25rem 0 0;font-size:.875rem;opacity:.8}</style></head><body><h1>Practice pages</h1><p>Copies to practice on. They are not Microsoft's, nothing that is typed here is sent anywhere, and the people on them do not exist.</p>${sections}</body></html>`,
  );
}

const NOT_FOUND: Reply = {
  status: 404,
  headers: { "content-type": "text/plain" },
  body: "There is no such practice page.",
};

function isOneOf(hosts: readonly string[], host: string): boolean {
  return hosts.includes(host);
}

/** What a host answers at an address, scripts and fonts aside. */
export function documentAt(address: URL, bundles: Bundles): Reply {
  const { hostname, pathname, search } = address;
  if (pathname === "/favicon.ico") return { status: 204, headers: {}, body: "" };
  if (isOneOf(MY_SIGN_INS_HOSTS, hostname)) {
    if (pathname === "/practice") return practice();
    if (pathname === "/manifest.json") {
      return { status: 200, headers: { "content-type": "application/json" }, body: '{"name":"Practice"}' };
    }
    return /^\/(?:security-info|register)\/?$/u.test(pathname) ? mySignIns(search, bundles) : NOT_FOUND;
  }
  if (isOneOf(PORTAL_HOSTS, hostname)) {
    return /^\/(?:[\w.-]+\/?)?$/u.test(pathname) ? shell(search, bundles) : NOT_FOUND;
  }
  if (isOneOf(BLADE_HOSTS, hostname)) {
    const module = /^\/blade\/(\w+\.ReactView)$/u.exec(pathname)?.[1];
    return module === undefined ? NOT_FOUND : blade(module, bundles);
  }
  if (hostname === LEGACY_HOST) {
    return madeOnServer(LEGACY_PAGES[pathname.toLowerCase()]?.(search), search, bundles.legacy);
  }
  if (hostname === PERSONAL_HOST) {
    const script = bundles[isFluent(pathname, search) ? "personal-fluent" : "personal"];
    return madeOnServer(personalPage(pathname, search), search, script);
  }
  if (hostname === SIGN_IN_HOST) return signIn();
  return hostname === FOREIGN_HOST ? foreign() : NOT_FOUND;
}
