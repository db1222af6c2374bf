// Several portal tabs, and going back and forward in them: hints and the badge always belong to what that tab shows.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { ALL_USERS, securityInfo, SIGN_IN, userMethods } from "../portal/catalog.ts";
import { endWorker, openSettings } from "./own-pages.ts";
import { bladeFrame, numberField, openAddFormFor } from "./portal-pages.ts";
import { eventually, seenCard, seenCards, settle, speakingRules, startWatched, type Watched } from "./sparekey.ts";
import { extensionOrigin } from "./support.ts";

/** The little of the extension's own API that is asked inside its worker. */
declare const chrome: {
  readonly tabs: {
    query(which: { active: true; lastFocusedWindow: true }): Promise<readonly { readonly id: number }[]>;
  };
  readonly action: { getBadgeText(of: { readonly tabId: number }): Promise<string> };
};

// From the practice directory. The first one's list is chosen by a switch; the hints at the others' lists differ in the
// rule `phone-only`.
const AUTHENTICATOR_USER = "00000000-0000-4000-8000-000000000002";
const PHONE_USER = "00000000-0000-4000-8000-000000000003";

const STALE = 'iframe[name="UserAuthMethods.ReactView"]:not(.fxs-reactview-frame-active)';

let sparekey: Watched;
before(async () => {
  sparekey = await startWatched({ backForwardCache: true });
  // Fluent listens to `unload`, because of which Chromium does not cache the document. It does if the page's policy
  // forbids the event, as Chromium will soon do for all pages.
  await sparekey.context.addInitScript(() => {
    const listen = window.addEventListener.bind(window) as (kind: string, ...rest: unknown[]) => void;
    window.addEventListener = (kind: string, ...rest: unknown[]): void => {
      if (kind !== "unload") listen(kind, ...rest);
    };
  });
});
after(() => sparekey.close());

/** The tab's id for the extension. Brings the page to the front, because the front tab is asked for. */
async function tabOf(page: Page): Promise<number> {
  await page.bringToFront();
  const id = await (await sparekey.worker()).evaluate(
    async () => (await chrome.tabs.query({ active: true, lastFocusedWindow: true }))[0]?.id,
  );
  assert.ok(id !== undefined);
  return id;
}

async function badgeOf(tabId: number): Promise<string> {
  return (await sparekey.worker()).evaluate(async (id) => chrome.action.getBadgeText({ tabId: id }), tabId);
}

/** The text of the badge, once it is the number of visible hints: it comes a moment after them. */
async function badgeWithHints(page: Page, tabId: number): Promise<string> {
  const look = async (): Promise<{ badge: string; hints: number }> => {
    const hints = (await seenCards(page)).flatMap(({ rules }) => rules).length;
    return { badge: await badgeOf(tabId), hints };
  };
  return (await eventually(look, ({ badge, hints }) => hints > 0 && badge === String(hints))).badge;
}

/** Goes to a page that is not watched, and back to the same document. */
async function leaveAndComeBack(page: Page): Promise<void> {
  await page.evaluate(() => {
    Object.assign(window, { left: true });
  });
  await page.goto(SIGN_IN);
  // A cached document does not load again.
  await page.goBack({ waitUntil: "commit" });
  assert.equal(await page.evaluate(() => "left" in window), true, "it is the document that was left");
}

/** What was said about a tab according to the report page: the background's own view of it. */
async function reportedOf(tabId: number): Promise<string> {
  const report = await sparekey.page(`${await extensionOrigin(sparekey.context)}/report.html?tab=${String(tabId)}`);
  await report.locator("main:not([aria-busy])").waitFor();
  const summary = await report.locator("main").innerText();
  await report.close();
  return summary;
}

/** By the address alone, in the same document, as the portal's own links do. */
async function goTo(page: Page, address: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, new URL(address).hash);
}

/**
 * Goes through all these addresses quickly, until the portal has come to the last one and its frame shows that user.
 */
async function goThrough(page: Page, hashes: readonly string[], last: string): Promise<void> {
  await page.evaluate(async (all) => {
    const arrived = new Promise<void>((resolve) => {
      let changes = 0;
      addEventListener("hashchange", () => {
        changes += 1;
        if (changes === all.length) resolve();
      });
    });
    for (const hash of all) location.hash = hash;
    await arrived;
  }, hashes);
  await (await bladeFrame(page)).getByText(`that ${last} has registered`).waitFor();
}

/** Ends the worker, then makes the page lose its hints: nobody can clear the badge at once. */
async function losesNumber(page: Page, lose: () => Promise<void>): Promise<void> {
  const tab = await tabOf(page);
  // Asked on a page of the extension, since a worker that is ended cannot be asked.
  const settings = await openSettings(sparekey);
  const badge = (): Promise<string> => settings.evaluate((id) => chrome.action.getBadgeText({ tabId: id }), tab);
  await eventually(badge, (text) => text !== "");
  await page.bringToFront();
  await endWorker(sparekey, page);
  await lose();
  await saysNothing(page);
  await eventually(badge, (text) => text === "");
  await settings.close();
}

async function saysPhoneOnly(page: Page): Promise<void> {
  await eventually(
    () => speakingRules(page),
    (rules) => rules.includes("phone-only"),
  );
}

/** The hints for a user with Authenticator alone. */
async function saysSingleMethodAlone(page: Page): Promise<void> {
  await eventually(
    () => speakingRules(page),
    (rules) => rules.includes("single-method") && !rules.includes("phone-only"),
  );
}

async function saysNothing(page: Page): Promise<void> {
  await eventually(
    () => speakingRules(page),
    (rules) => rules.length === 0,
  );
}

describe("two tabs with different users", () => {
  test("each show what belongs to their own user, in front and behind", async () => {
    const phone = await sparekey.page(userMethods({ list: "phone-only" }));
    const authenticator = await sparekey.page(userMethods({}, AUTHENTICATOR_USER));
    await saysPhoneOnly(phone);
    await saysSingleMethodAlone(authenticator);
    for (const page of [phone, authenticator, phone]) {
      await page.bringToFront();
      await settle(page);
      await saysPhoneOnly(phone);
      await saysSingleMethodAlone(authenticator);
    }
    await phone.close();
    await authenticator.close();
  });

  test("show the hint at a typed number only in the tab where it is typed", async () => {
    const other = await sparekey.page(userMethods({}, AUTHENTICATOR_USER));
    await saysSingleMethodAlone(other);
    const typed = await sparekey.page(userMethods());
    await numberField(await openAddFormFor(typed, "phone")).fill("+81 09012345678");
    await seenCard(typed, "trunk-zero");
    await settle(other);
    assert.deepEqual(
      (await speakingRules(other)).filter((rule) => rule === "trunk-zero"),
      [],
    );
    await typed.close();
    await other.close();
  });

  test("have badges of their own, and a tab without hints has none", async () => {
    const risky = await sparekey.page(userMethods({ list: "phone-only" }));
    await saysPhoneOnly(risky);
    const quiet = await sparekey.page(securityInfo({ list: "spare-keys" }));
    await quiet.getByText("Security key").first().waitFor();
    const [riskyTab, quietTab] = [await tabOf(risky), await tabOf(quiet)];
    await settle(quiet);
    assert.deepEqual(await seenCards(quiet), []);
    assert.equal(await badgeOf(quietTab), "");
    await badgeWithHints(risky, riskyTab);
    await risky.close();
    await quiet.close();
  });

  test("are independent: when one is closed, the other is still reviewed", async () => {
    const closed = await sparekey.page(userMethods({ list: "phone-only" }));
    const left = await sparekey.page(userMethods({}, AUTHENTICATOR_USER));
    await saysPhoneOnly(closed);
    await saysSingleMethodAlone(left);
    const tab = await tabOf(left);
    await badgeWithHints(left, tab);
    await closed.close();
    await settle(left);
    await saysSingleMethodAlone(left);
    await badgeWithHints(left, tab);
    await goTo(left, userMethods({}, PHONE_USER));
    await saysPhoneOnly(left);
    await left.close();
  });
});

describe("back and forward", () => {
  test("between two users in one document show the user who is on the screen", async () => {
    const page = await sparekey.page(userMethods({}, AUTHENTICATOR_USER));
    await saysSingleMethodAlone(page);
    await goTo(page, userMethods({}, PHONE_USER));
    await saysPhoneOnly(page);
    for (let turn = 0; turn < 2; turn += 1) {
      await page.goBack();
      await saysSingleMethodAlone(page);
      await page.goForward();
      await saysPhoneOnly(page);
    }
    await page.close();
  });

  test("between a user and another page of the portal remove hints and badge, and restore them", async () => {
    const page = await sparekey.page(userMethods({ list: "phone-only" }));
    await saysPhoneOnly(page);
    const tab = await tabOf(page);
    const badge = await badgeWithHints(page, tab);
    await goTo(page, ALL_USERS);
    for (let turn = 0; turn < 2; turn += 1) {
      await saysNothing(page);
      await eventually(
        () => badgeOf(tab),
        (text) => text === "",
      );
      await page.goBack();
      await saysPhoneOnly(page);
      await eventually(
        () => badgeOf(tab),
        (text) => text === badge,
      );
      await page.goForward();
    }
    await page.close();
  });

  test("to another route of Security info clear the badge, though the worker ended meanwhile", async () => {
    const page = await sparekey.page(securityInfo({ list: "phone-only" }));
    await saysPhoneOnly(page);
    await losesNumber(page, () =>
      page.evaluate(() => {
        history.pushState(null, "", "/devices");
      }),
    );
    await page.close();
  });

  test("to a cached document restore its hints and its badge", async () => {
    const page = await sparekey.page(securityInfo({ list: "phone-only" }));
    await saysPhoneOnly(page);
    const tab = await tabOf(page);
    const badge = await badgeWithHints(page, tab);
    await leaveAndComeBack(page);
    await saysPhoneOnly(page);
    await eventually(
      () => badgeOf(tab),
      (text) => text === badge,
    );
    // The session is alive, not only its drawing: a dialog that is opened now is noticed.
    await page.getByText("Delete", { exact: true }).first().click();
    await seenCard(page, "deleting-last");
    await page.close();
  });

  test("to a page that is not watched leave no badge", async () => {
    const page = await sparekey.page(securityInfo({ list: "phone-only" }));
    await saysPhoneOnly(page);
    const tab = await tabOf(page);
    await page.goto(SIGN_IN);
    await eventually(
      () => badgeOf(tab),
      (text) => text === "",
    );
    await page.close();
  });

  // Playwright loses the frames inside a cached document; the extension must not.
  test("to a cached document of the portal find its frames again", async () => {
    const page = await sparekey.page(userMethods({ list: "phone-only" }));
    await saysPhoneOnly(page);
    const tab = await tabOf(page);
    const badge = await badgeWithHints(page, tab);
    await leaveAndComeBack(page);
    await eventually(
      () => badgeOf(tab),
      (text) => text === badge,
    );
    assert.match(await reportedOf(tab), /phone-only/u);
    await page.bringToFront();
    await goTo(page, userMethods({}, AUTHENTICATOR_USER));
    await eventually(
      () => reportedOf(tab),
      (summary) => /single-method/u.test(summary) && !/phone-only/u.test(summary),
    );
    await page.close();
  });

  test("through cached documents of two users show each user's own hints", async () => {
    const page = await sparekey.page(securityInfo({ list: "phone-only" }));
    await saysPhoneOnly(page);
    await page.goto(securityInfo({ list: "authenticator-only" }));
    await saysSingleMethodAlone(page);
    const tab = await tabOf(page);
    await page.goBack({ waitUntil: "commit" });
    await saysPhoneOnly(page);
    const badge = await badgeWithHints(page, tab);
    await page.goForward({ waitUntil: "commit" });
    await saysSingleMethodAlone(page);
    await page.goBack({ waitUntil: "commit" });
    await saysPhoneOnly(page);
    await eventually(
      () => badgeOf(tab),
      (text) => text === badge,
    );
    await page.close();
  });
});

describe("frames of one tab", () => {
  test("of which one is removed while the worker has ended are not counted in the badge", async () => {
    const page = await sparekey.page(userMethods({ list: "phone-only" }));
    await saysPhoneOnly(page);
    await losesNumber(page, () =>
      page.evaluate(() => {
        document.querySelector('iframe[name="UserAuthMethods.ReactView"].fxs-reactview-frame-active')?.remove();
      }),
    );
    await page.close();
  });

  test("of which one was kept loaded: it is reviewed once it is in use, and the other no more", async () => {
    const page = await sparekey.page(userMethods({ list: "phone-only", hidden: "visibility" }));
    await saysPhoneOnly(page);
    // The frame that is kept loaded shows a user who only has an e-mail address.
    const show = {
      kind: "show",
      user: {
        id: PHONE_USER,
        name: "Kim Practice",
        userName: "kim@example.com",
        list: "email-only",
        mfa: "disabled",
        roles: [],
      },
    };
    const swap = (message: object | undefined): Promise<void> =>
      page.evaluate(
        ([stale, message]) => {
          const warm = document.querySelector<HTMLIFrameElement>(stale);
          const used = document.querySelector<HTMLIFrameElement>("iframe.fxs-reactview-frame-active");
          if (warm === null || used === null) throw new Error("two frames are expected");
          if (message !== undefined) warm.contentWindow?.postMessage(message, "*");
          [warm.style.cssText, used.style.cssText] = [used.style.cssText, warm.style.cssText];
          warm.classList.add("fxs-reactview-frame-active");
          used.classList.remove("fxs-reactview-frame-active");
        },
        [STALE, message] as const,
      );
    await swap(show);
    await seenCard(page, "no-mfa-method");
    await eventually(
      () => speakingRules(page),
      (rules) => !rules.includes("phone-only"),
    );
    const tab = await tabOf(page);
    await badgeWithHints(page, tab);
    await swap(undefined);
    await saysPhoneOnly(page);
    await eventually(
      () => speakingRules(page),
      (rules) => !rules.includes("no-mfa-method"),
    );
    await page.close();
  });

  test("of many users in quick succession show the hints of the last one", async () => {
    const page = await sparekey.page(userMethods({ list: "spare-keys" }));
    await bladeFrame(page);
    const addresses = [AUTHENTICATOR_USER, PHONE_USER].flatMap((user) => [userMethods({}, user), ALL_USERS]);
    const hashes = [...addresses, ...addresses, userMethods({}, AUTHENTICATOR_USER), userMethods({}, PHONE_USER)].map(
      (address) => new URL(address).hash,
    );
    await goThrough(page, hashes, "Kim Practice");
    await saysPhoneOnly(page);
    await settle(page);
    assert.ok((await speakingRules(page)).includes("phone-only"));
    await goThrough(page, [...hashes, new URL(userMethods({}, AUTHENTICATOR_USER)).hash], "Sam Sample");
    await saysSingleMethodAlone(page);
    const tab = await tabOf(page);
    await goTo(page, ALL_USERS);
    await saysNothing(page);
    await eventually(
      () => badgeOf(tab),
      (text) => text === "",
    );
    await page.close();
  });
});
