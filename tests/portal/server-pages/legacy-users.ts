// Per-user MFA as it was before the Entra admin center: a page of forms, made on the server. Ids are
// not known of the real page, so these mean nothing.

import { html, type Html, type ServerPage } from "../html.ts";
import { parseOptions, type Language } from "../options.ts";
import { directory, type MfaState, type User } from "../users.ts";
import { label, type Concept } from "../words.ts";

const STATES: Readonly<Record<MfaState, Concept>> = {
  disabled: "peruser_state_disabled",
  enabled: "peruser_state_enabled",
  enforced: "peruser_state_enforced",
};

const STYLE = html`
body { margin: 0; font: 14px/1.45 "Segoe UI", "Noto Sans", "Noto Sans JP", system-ui, sans-serif; }
.top { padding: 12px 28px; background: #0072c6; color: #fff; font-size: 18px; }
.frame { padding: 20px 28px; }
h1 { font-weight: 300; font-size: 30px; margin: 0 0 4px; }
.tabs a { margin-inline-end: 18px; color: inherit; } .tabs a[aria-current] { font-weight: 600; text-decoration: none; }
.filters { display: flex; gap: 18px; align-items: center; margin: 16px 0; flex-wrap: wrap; }
.columns { display: flex; gap: 28px; align-items: flex-start; flex-wrap: wrap; }
table { border-collapse: collapse; flex: 1; min-width: 460px; }
th { text-align: start; font-weight: 400; font-size: 12px; opacity: .75; } th a { color: inherit; }
th, td { padding: 7px 10px; border-bottom: 1px solid #8886; }
.side { width: 260px; } .side h2 { font-weight: 300; } .side a { color: #2b88d8; display: block; padding: 4px 0; }
.empty { text-align: center; padding: 32px; }
.cover { position: fixed; inset: 0; background: #0008; } .cover[hidden] { display: none; }
.modal { position: absolute; inset-block-start: 90px; inset-inline: 0; margin: auto; width: 460px; max-width: 92vw; padding: 24px 28px; background: Canvas; color: CanvasText; border: 1px solid #8886; }
.modal h2 { font-weight: 300; margin: 0 0 12px; } .modal label { display: block; padding: 6px 0; }
.buttons { text-align: end; margin-top: 18px; } .buttons input { min-width: 88px; padding: 4px 10px; }
`;

function row({ name, userName, mfa }: User, language: Language): Html {
  return html`<tr data-user="${userName}" data-state="${mfa}"><td><input type="checkbox" aria-label="${name}"></td><td>${name}</td><td>${userName}</td><td class="state">${label(STATES[mfa], language)}</td></tr>`;
}

function modal(id: string, title: string, content: Html, accept: string): Html {
  return html`<div class="cover" id="${id}" hidden><div class="modal" role="dialog" aria-modal="true" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>${content}<div class="buttons"><input type="button" class="accept" value="${accept}"> <input type="button" class="cancel" value="cancel"></div></div></div>`;
}

export function legacyUsers(search: string): ServerPage {
  const options = parseOptions(search);
  const say = (concept: Concept): string => label(concept, options.lng);
  const settings = html`${(
    [
      "peruser_require_contact_methods_again",
      "peruser_delete_app_passwords",
      "peruser_restore_mfa_remembered_devices",
    ] as const
  ).map((setting) => html`<label><input type="checkbox"> ${say(setting)}</label>`)}`;
  return {
    title: "multi-factor authentication",
    style: STYLE,
    body: html`<div class="top">Practice</div><form method="post" action="multifactorverification.aspx" class="frame" id="aspnetForm"><input type="hidden" name="__VIEWSTATE" value="cHJhY3RpY2U="><input type="hidden" name="__EVENTVALIDATION" value="cHJhY3RpY2U=">
<h1>multi-factor authentication</h1>
<div class="tabs"><a href="#users" aria-current="page">users</a> <a href="#settings">service settings</a></div>
<p>Before you begin, take a look at the deployment guide.</p>
<div class="filters"><label>View: <select><option>Sign-in allowed users</option><option>Sign-in blocked users</option><option>Global administrators</option></select></label> <label>Multi-Factor Auth status: <select id="status"><option value="">Any</option>${(
      ["disabled", "enabled", "enforced"] as const
    ).map(
      (state) => html`<option value="${state}">${say(STATES[state])}</option>`,
    )}</select></label> <label>Search <input type="text" id="search" autocomplete="off"></label> <input type="button" value="bulk update"></div>
<div class="columns"><table id="users" data-thousands="${options.directory === "thousands" ? "yes" : "no"}"><thead><tr><th></th><th><a href="#sort" class="sort" data-column="1">DISPLAY NAME</a></th><th><a href="#sort" class="sort" data-column="2">USER NAME</a></th><th>MULTI-FACTOR AUTH STATUS</th></tr></thead><tbody>${directory(options).map((user) => row(user, options.lng))}</tbody><tbody id="none" hidden><tr><td colspan="4" class="empty">${say("peruser_no_users")}</td></tr></tbody></table>
<div class="side" id="side" hidden><h2 id="selected"></h2><div>quick steps</div><a href="#enable" class="step" data-makes="enabled">Enable</a><a href="#disable" class="step" data-makes="disabled">${say("peruser_action_disable_mfa")}</a><a href="#enforce" class="step" data-makes="enforced">Enforce</a><a href="#manage" id="manage">${say("peruser_manage_user_settings")}</a></div></div>
${modal("about-enabled", "About enabling multi-factor auth", html`<p>Please read the deployment guide if you have not already.</p>`, "enable multi-factor auth")}${modal("about-disabled", "Disable multi-factor authentication?", html`<p>The users you selected are no longer asked for it.</p>`, "yes")}${modal("about-enforced", "Enforce multi-factor authentication?", html`<p>Apps that cannot ask for it need app passwords.</p>`, "enforce multi-factor auth")}${modal("about-settings", say("peruser_manage_user_settings"), settings, "save")}<div class="cover" id="updated" hidden><div class="modal" role="dialog" aria-modal="true" aria-labelledby="updated-title"><h2 id="updated-title">Updates successful</h2><div class="buttons"><input type="button" class="cancel" value="close"></div></div></div>
</form>`,
  };
}

/** Labels of the states, for the page's own script. */
export function stateLabels(language: Language): Readonly<Record<MfaState, string>> {
  return {
    disabled: label(STATES.disabled, language),
    enabled: label(STATES.enabled, language),
    enforced: label(STATES.enforced, language),
  };
}
