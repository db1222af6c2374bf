// The registration page from before Security info: step by step for those who have nothing yet, all
// on one page to be saved for those who have. Ids are not known of the real page.

import { COUNTRIES } from "../countries.ts";
import { html, type Html, type ServerPage } from "../html.ts";
import { parseOptions, type Language } from "../options.ts";
import { LISTS, type MethodKind, type Registration } from "../registrations.ts";
import { label, type Concept } from "../words.ts";

const STYLE = html`
body { margin: 0; font: 14px/1.5 "Segoe UI", "Noto Sans", "Noto Sans JP", system-ui, sans-serif; }
.top { padding: 14px 32px; border-bottom: 1px solid #8886; font-size: 17px; }
.frame { padding: 20px 32px; max-width: 760px; }
h1 { font-weight: 300; font-size: 30px; margin: 0 0 8px; } h2 { font-weight: 400; font-size: 19px; }
fieldset { border: 0; padding: 0; margin: 14px 0; } fieldset label { display: block; padding: 3px 0; }
select, input[type="text"], input[type="tel"] { font: inherit; padding: 4px 6px; margin: 3px 0; min-width: 220px; }
.way { display: grid; grid-template-columns: 240px 1fr; gap: 8px; align-items: center; padding: 6px 0; }
.buttons { text-align: end; margin-top: 20px; } .buttons input { min-width: 96px; padding: 5px 12px; }
`;

const HOME: Readonly<Record<Language, string>> = { en: "US", ja: "JP", de: "DE", ar: "SA" };

function countrySelect(chosen: string | undefined, name: string): Html {
  return html`<select name="${name}" aria-label="Select your country or region"><option value="">Select your country or region</option>${COUNTRIES.map(
    ({ region, name: country, callingCode }) =>
      region === chosen
        ? html`<option value="${region}" selected>${country} (+${callingCode})</option>`
        : html`<option value="${region}">${country} (+${callingCode})</option>`,
  )}</select>`;
}

function steps(say: (concept: Concept) => string, language: Language): Html {
  return html`<section id="step-1"><h2>Step 1: How should we contact you?</h2><select id="contact" aria-label="Step 1: How should we contact you?"><option value="phone">${say("legacy_authentication_phone")}</option><option value="office-phone">${say("legacy_office_phone")}</option><option value="authenticator">Mobile app</option></select><div id="number-of">${countrySelect(HOME[language], "country")} <input type="text" name="number" aria-label="Phone number" autocomplete="off"></div><fieldset id="method"><legend>Method</legend><label><input type="radio" name="method" value="text" checked> Send me a code by text message</label><label><input type="radio" name="method" value="call"> ${say("option_call_me")}</label></fieldset><p>Your phone numbers will only be used for account security.</p><div class="buttons"><input type="submit" value="Next"></div></section><section id="step-2" hidden><h2>Step 2: We've sent a text message to your phone</h2><label>When you receive the verification code, enter it here <input type="text" name="otc" maxlength="6" autocomplete="one-time-code"></label><div class="buttons"><input type="submit" value="Verify"></div></section><section id="step-3" hidden><h2>Verification successful!</h2><div class="buttons"><input type="submit" value="Done"></div></section>`;
}

/** `+1 4255550100` as the page shows it: the country chosen, and the number without its code. */
function taken(registration: Registration | undefined): { region: string | undefined; number: string } {
  const [, code, number] = /^\+(\d+) (.*)$/u.exec(registration?.detail ?? "") ?? [];
  // The last, since the United States come after Canada.
  const country = COUNTRIES.findLast(({ callingCode }) => String(callingCode) === code);
  return { region: country?.region, number: number ?? "" };
}

function options(say: (concept: Concept) => string, registered: readonly Registration[]): Html {
  const of = (kind: MethodKind): Registration | undefined =>
    registered.find((registration) => registration.kind === kind);
  const way = (kind: MethodKind, text: string): Html => {
    const { region, number } = taken(of(kind));
    const tick = of(kind) === undefined ? html`<input type="checkbox"> ` : html`<input type="checkbox" checked> `;
    return html`<div class="way"><label>${tick}${text}</label><span>${countrySelect(region, `${kind}-country`)} <input type="text" name="${kind}" aria-label="${text}" value="${number}" autocomplete="off"></span></div>`;
  };
  return html`<section id="all"><h2>what's your preferred option?</h2><p>We'll use this verification option by default.</p><select aria-label="what's your preferred option?"><option>${say("legacy_option_text_auth_phone")}</option><option>${say("legacy_option_call_auth_phone")}</option><option>${say("legacy_option_call_office_phone")}</option><option>${say("legacy_option_notify_app")}</option><option>${say("legacy_option_app_code")}</option></select><h2>how would you like to respond?</h2><p>Set up one or more of these options.</p>${way("phone", say("legacy_authentication_phone"))}${way("office-phone", say("legacy_office_phone"))}${way("alternate-phone", say("legacy_alternate_authentication_phone"))}<div class="way"><label>${of("authenticator") === undefined ? html`<input type="checkbox"> ` : html`<input type="checkbox" checked> `}${say("legacy_authenticator_or_token")}</label><span><input type="button" value="${say("legacy_setup_authenticator")}"> ${registered.filter(({ kind }) => kind === "authenticator").map(({ detail }) => html`<span>${detail}</span> <a href="#delete">${say("action_delete")}</a> `)}</span></div><p>Your phone numbers will only be used for account security.</p><div class="buttons"><input type="submit" value="Save"> <input type="button" value="cancel"></div></section>`;
}

export function proofup(search: string): ServerPage {
  const { lng, list, proofup: shape } = parseOptions(search);
  const say = (concept: Concept): string => label(concept, lng);
  return {
    title: say("page_legacy_proofup"),
    style: STYLE,
    body: html`<div class="top">Practice</div><form method="post" action="proofup.aspx" class="frame" id="aspnetForm"><input type="hidden" name="__VIEWSTATE" value="cHJhY3RpY2U="><h1>${say("page_legacy_proofup")}</h1><p>Secure your account by adding phone verification to your password.</p>${shape === "steps" ? steps(say, lng) : options(say, LISTS[list])}</form>`,
  };
}
