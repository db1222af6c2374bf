// The pages of a personal Microsoft account about its proofs: the list, adding one, and the code that
// is asked for before. Ids are those of the real pages, which have kept them for years.

import { COUNTRIES } from "../countries.ts";
import { html, NOTHING, type Html, type ServerPage } from "../html.ts";
import { parseOptions, type Language, type Options } from "../options.ts";
import { ABOUT, ADD_A_PROOF, HOME } from "../personal-words.ts";
import { PROOF_LISTS, type Proof } from "../proofs.ts";
import { label, userMethodName } from "../words.ts";

const STYLE = html`
body { margin: 0; font: 15px/1.45 "Segoe UI", "Noto Sans", "Noto Sans JP", system-ui, sans-serif; background: #f2f2f2; color: #1b1b1b; }
.inner { width: 440px; max-width: 94vw; margin: 56px auto; padding: 40px 44px; background: #fff; box-shadow: 0 2px 6px #0003; box-sizing: border-box; }
.inner.wide { width: 760px; }
.identityBanner { margin-bottom: 16px; } .text-title { font-size: 24px; font-weight: 600; margin-bottom: 12px; }
.form-control { display: block; width: 100%; box-sizing: border-box; font: inherit; padding: 6px 10px; margin: 6px 0 12px; border: 1px solid #666; background: #fff; color: inherit; }
.btn-primary { font: inherit; min-width: 108px; padding: 5px 12px; background: #0067b8; color: #fff; border: 0; float: inline-end; }
.alert-error { color: #c50f1f; } .boxes { display: flex; gap: 8px; } .boxes input { width: 42px; text-align: center; }
.proof { border-top: 1px solid #ddd; padding: 12px 0; } .proof button.head { all: unset; cursor: pointer; display: flex; gap: 16px; width: 100%; }
.proof .name { font-weight: 600; min-width: 190px; } .proof .more { padding: 8px 0 0 206px; }
.link { all: unset; color: #0067b8; cursor: pointer; text-decoration: underline; }
.notice { padding: 10px 14px; background: #fff4ce; margin: 0 0 16px; } .cover { position: fixed; inset: 0; background: #0006; display: grid; place-items: center; } .cover[hidden] { display: none; }
.cover > div { background: #fff; width: 400px; max-width: 92vw; padding: 24px 28px; }
footer { text-align: center; font-size: 12px; } footer a { color: inherit; margin: 0 8px; }
`;

/** As captured: nothing is shown until a script has made sure that the page is in no frame. */
const UNFRAMED = (nonce: string): Html =>
  html`<style id="antiClickjack">body{display:none}</style><script nonce="${nonce}">if (self === top) document.getElementById('antiClickjack').remove(); else top.location = self.location;</script>`;

function frame(title: string, content: Html, wide = false): ServerPage {
  return {
    title,
    style: STYLE,
    head: UNFRAMED,
    body: html`<div class="App" id="iPageElt"><div id="c_base" class="c_base"><div id="c_content"><div class="outer"><div class="middle"><div id="inner" class="inner${wide ? " wide" : ""}"><div id="pageContent" class="pagination-view"><div id="identityPageBanner" class="identityBanner" role="banner"><div class="identity">robin@example.com</div></div><div id="maincontent" role="main"><div id="iPageTitle" class="text-title" role="heading" aria-level="1">${title}</div>${content}</div></div></div></div></div></div></div></div><footer id="footer"><a id="terms" href="#terms">Terms</a><a id="privacy" href="#privacy">Privacy</a></footer><div id="PageId" hidden>i6151</div>`,
  };
}

const KINDS = {
  phone: "phone",
  email: "email",
  authenticator: "authenticator",
  passkey: "passkey",
  password: "password",
} as const;

function proofRow(proof: Proof, index: number, language: Language): Html {
  const remove = language === "en" ? "Remove" : label("action_delete", language);
  const pending = proof.pending === undefined ? NOTHING : html`<div class="pending">Will be removed in 30 days</div>`;
  return html`<div class="proof" data-proof="${index}"><button type="button" class="head" aria-expanded="false"><span class="name">${userMethodName(KINDS[proof.kind], language, "newer")}</span> <span class="detail">${proof.detail}</span></button><div class="more" hidden><div>${ABOUT[proof.kind]}</div>${proof.kind === "password" ? NOTHING : html`<button type="button" class="link remove">${remove}</button>`}</div>${pending}</div>`;
}

function manage(search: string): ServerPage {
  const options = parseOptions(search);
  const proofs = PROOF_LISTS[options.proofs];
  const addAddress = `/proofs/Add${search}`;
  const notice = proofs.some(({ pending }) => pending === true)
    ? html`<div class="notice" role="status" id="iPendingNotice">You asked to replace all of your security info. For your protection the change takes effect after 30 days. Until then you can cancel this request.</div>`
    : NOTHING;
  return frame(
    "Ways to prove who you are",
    html`${notice}<div id="banner"><p>Manage sign-in and verification options for your account.</p><div id="Proofs">${proofs.map((proof, index) => proofRow(proof, index, options.lng))}</div><p>${
      options.adder === "link"
        ? html`<a class="link" id="AddProofLink" href="${addAddress}">${ADD_A_PROOF}</a>`
        : html`<button type="button" class="link" id="AddProofLink" data-address="${addAddress}">${ADD_A_PROOF}</button>`
    }</p></div><h2>Additional security</h2><p>Two-step verification: <b>${proofs.length > 2 ? "ON" : "OFF"}</b></p><h2>Recovery code</h2><p>You can use your recovery code if you lose access to your security info. Print it out and keep it in a safe place.</p><p><button type="button" class="link" id="RecoveryCodeLink">Generate a new code</button> <span id="RecoveryCode" role="status"></span></p><h2>${label("link_sign_out_everywhere", options.lng)}</h2><p><button type="button" class="link">Sign me out</button></p><div class="cover" id="removing" hidden><div role="dialog" aria-modal="true" aria-labelledby="removing-title"><div id="removing-title" class="text-title">Remove this from your account?</div><p id="removing-what"></p><button type="button" class="link" id="removing-no">Cancel</button> <button type="button" class="btn-primary" id="removing-yes">${options.lng === "en" ? "Remove" : label("action_delete", options.lng)}</button></div></div>`,
    true,
  );
}

function add({ lng }: Options): ServerPage {
  const email = userMethodName("email", lng, "newer");
  const phone = label("admin_method_phone_number", lng);
  return frame(
    "Help us protect your account",
    html`<form method="post" id="frmAddProof" name="frmAddProof"><p>Your password alone is not enough. Which security info would you like to add?</p><label for="iProofOptions" hidden>What security info would you like to add?</label><select id="iProofOptions" name="iProofOptions" class="form-control" aria-label="What security info would you like to add?"><option value="Email">An alternate email address</option><option value="Phone">A phone number</option></select><div id="iEmailPart"><input type="email" id="EmailAddress" name="EmailAddress" class="form-control" placeholder="someone@example.com" aria-label="${email}" maxlength="113"></div><div id="iPhonePart" hidden><select id="DisplayPhoneCountryISO" name="DisplayPhoneCountryISO" class="form-control" aria-label="Country code">${COUNTRIES.map(
      ({ region, name, callingCode }) =>
        region === HOME[lng]
          ? html`<option value="${region}" selected>${name} (+${callingCode})</option>`
          : html`<option value="${region}">${name} (+${callingCode})</option>`,
    )}</select><input type="tel" id="DisplayPhoneNumber" name="DisplayPhoneNumber" class="form-control" placeholder="${phone}" aria-label="${phone}"></div><div id="iEmailError" class="alert alert-error" role="alert" hidden>Enter a valid one.</div><input type="hidden" id="PhoneNumber" name="PhoneNumber"><input type="hidden" id="PhoneCountryISO" name="PhoneCountryISO"><input type="hidden" id="canary" name="canary" value="practice"><input type="hidden" id="action" name="action" value="AddProof"><p><a id="iShowSkip" class="secondary-text" href="#skip">Skip for now (7 days until this is required)</a></p><input type="submit" id="iNext" class="btn btn-block btn-primary" value="Next"></form>`,
  );
}

function verify({ proofs, code, lng }: Options): ServerPage {
  const reachable = PROOF_LISTS[proofs].filter(({ kind }) => kind === "phone" || kind === "email");
  const entry =
    code === "six"
      ? html`<div class="boxes" role="group" aria-label="Enter the code we sent you">${Array.from({ length: 6 }, (_, index) => html`<input type="tel" id="codeEntry-${index}" class="form-control" maxlength="1" inputmode="numeric" aria-label="Digit ${index + 1}">`)}</div>`
      : html`<input type="tel" id="iOttText" name="iOttText" class="form-control" maxlength="16" placeholder="Code" aria-label="Enter the code we sent you" autocomplete="off">`;
  return frame(
    "Help us protect your account",
    html`<section class="section"><div class="section-body container"><form method="post" id="frmVerifyProof" name="frmVerifyProof"><p>We need to check that it is really you. How should we send your code?</p><div id="iProofList" role="radiogroup" aria-label="Codes">${reachable.map(
      (proof, index) =>
        html`<div id="iProofdiv${index}" class="radio"><label><input type="radio" name="proof" id="iProof${index}" value="${proof.kind}||${index}"> <span id="iProofLbl${index}">${userMethodName(proof.kind, lng, "newer")} ${proof.detail}</span></label></div>`,
    )}<div id="iProofdivNone" class="radio"><label><input type="radio" name="proof" id="iProofNone" value="none"> <span>I don't have any of these</span></label></div></div><div id="iReplace" class="notice" role="status" hidden>If you replace all of your security info, you have to wait 30 days before you can use the new one.</div><div id="iEnterCode">${entry}</div><div id="iVerificationErr" class="alert alert-error" role="alert" hidden>That code does not work.</div><input type="hidden" id="canary" name="canary" value="practice"><input type="submit" id="iNext" class="btn btn-block btn-primary" value="Verify"></form></div></section>`,
  );
}

/** Its newer generation leaves everything to a script. */
const FLUENT: ServerPage = {
  title: "Microsoft account",
  style: html``,
  head: UNFRAMED,
  body: html`<div id="pageContent"><div id="root"></div></div>`,
};

/** Whether the newer generation has the page at a path. */
export function isFluent(pathname: string, search: string): boolean {
  return parseOptions(search).personal === "fluent" && /^\/proofs\/manage(?:\/additional)?$/iu.test(pathname);
}

/** The page at a path of the personal account's host, if there is one. */
export function personalPage(pathname: string, search: string): ServerPage | undefined {
  if (isFluent(pathname, search)) return FLUENT;
  switch (pathname.toLowerCase()) {
    case "/proofs/manage":
    case "/proofs/manage/additional":
      return manage(search);
    case "/proofs/add":
      return add(parseOptions(search));
    case "/proofs/verify":
      return verify(parseOptions(search));
    default:
      return undefined;
  }
}
