// The popup over the practice pages: what it says in each state, and that its buttons take effect at once.

import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import type { Frame, Page } from "playwright-core";
import { FOREIGN, register, securityInfo, userMethods } from "../portal/catalog.ts";
import {
  accessibilityFaults,
  clippedTexts,
  endWorker,
  faultsInEveryTheme,
  openPopup,
  tabOf,
  writeLongWords,
} from "./own-pages.ts";
import { bladeFrame, openHeldBack } from "./portal-pages.ts";
import {
  eventually,
  extensionFor,
  seenCard,
  settle,
  speakingRules,
  spotFor,
  startWatched,
  type Watched,
} from "./sparekey.ts";
import { extensionOrigin } from "./support.ts";

declare const chrome: {
  /** On the browser's own page about extensions. */
  readonly developerPrivate: {
    updateExtensionConfiguration(changed: { extensionId: string; hostAccess: string }): Promise<void>;
  };
  readonly runtime: {
    connect: () => {
      readonly onMessage: { addListener(): void };
      readonly onDisconnect: { addListener(): void };
      postMessage(message: object): void;
    };
  };
  readonly action: { getBadgeText(of: { readonly tabId: number }): Promise<string> };
  readonly storage: {
    readonly local: { set(items: object): Promise<void>; get(key: string): Promise<object> };
    readonly managed: { get: (keys: null) => Promise<object> };
    readonly onChanged: { dispatch(changes: object, area: string): void };
  };
};

const HOUR_MS = 3_600_000;
const LATE_MS = 6789;

let sparekey: Watched;
before(async () => {
  sparekey = await startWatched();
});
after(() => sparekey.close());

/** What the popup shows, part by part; parts that are not shown are left out. */
interface Read {
  place: string;
  status: string;
  findings: string[];
  /** The text about dismissed hints. */
  hidden: string;
  step: string;
  methods: string[];
  silenced: string[];
}

async function read(popup: Page): Promise<Read> {
  return popup.evaluate(() => {
    const text = (element: Element | null): string =>
      element instanceof HTMLElement && element.checkVisibility()
        ? element.innerText.replaceAll(/\s*\n\s*/gu, " · ").trim()
        : "";
    const all = (selector: string): string[] =>
      [...document.querySelectorAll(selector)].map(text).filter((it) => it !== "");
    const one = (selector: string): string => text(document.querySelector(selector));
    return {
      place: one("#place"),
      status: one("#status"),
      findings: all("#findings summary .title"),
      hidden: one("#dismissed"),
      step: one("#step-text"),
      methods: all("#methods li"),
      silenced: all("#silenced-rules .name"),
    };
  });
}

/** Opens a page and the popup over it, and waits for what the popup says. */
async function over(
  address: string,
  holds: (seen: Read) => boolean,
): Promise<{ page: Page; popup: Page; seen: Read; close(): Promise<void> }> {
  const page = await sparekey.page(address);
  const popup = await openPopup(sparekey, page);
  const seen = await eventually(() => read(popup), holds);
  const close = async (): Promise<void> => {
    await popup.close();
    await page.close();
    await sparekey.choose({});
  };
  return { page, popup, seen, close };
}

/** Presses the × of the strip or mark beside a list. */
async function hideList(frame: Page | Frame, rule: string): Promise<void> {
  const close = spotFor(frame, rule).locator(".strip .close");
  await close.waitFor();
  await close.click();
  await close.waitFor({ state: "detached" });
}

async function badge(page: Page): Promise<string> {
  const tabId = await tabOf(sparekey, page);
  return (await sparekey.worker()).evaluate((id) => chrome.action.getBadgeText({ tabId: id }), tabId);
}

describe("the popup says", () => {
  test("what was found, what each method is worth, when text messages end, and what to do next", async () => {
    const { popup, seen, close } = await over(securityInfo({ list: "phone-and-email" }), ({ step }) => step !== "");
    assert.deepEqual(seen, {
      place: "Security info",
      status: `${String(seen.findings.length)} things to look at`,
      findings: ["Texts and calls are coming to an end", "Only one way to sign in"],
      hidden: "",
      step: "Add a passkey on a computer, or a security key, so that you do not depend on texts and calls, which Microsoft is ending.",
      methods: [
        "Phone · Counts as MFA · Ends in 72 days",
        "Email · Password reset only, not MFA",
        "Password · Does not count as MFA",
      ],
      silenced: [],
    });
    assert.equal(await popup.locator("#telephony").isVisible(), false, "the first finding says it");
    await popup.locator("#findings summary").first().click();
    assert.equal(await popup.locator("#findings .more").first().locator("a").getAttribute("target"), "_blank");
    await close();
  });

  test("when text messages end, also where a phone is one way in among others and no finding says it", async () => {
    const { popup, close } = await over(
      securityInfo({ list: "authenticator-and-same-phone" }),
      ({ methods }) => methods.length > 0,
    );
    assert.match(await popup.locator("#telephony").innerText(), /72 days, on February\s1,\s2027 \(July\s1,\s2027/u);
    await close();
  });

  test("the admin's form of texts on another user's page", async () => {
    const { seen, close } = await over(userMethods({ list: "email-only" }), ({ step }) => step !== "");
    assert.equal(seen.place, "Authentication methods of a user");
    assert.equal(seen.step, "Issue a Temporary Access Pass, so that this user can set up a passkey.");
    await close();
  });

  test("that there is nothing to worry about", async () => {
    const { popup, seen, close } = await over(securityInfo({ list: "spare-keys" }), ({ step }) => step !== "");
    assert.equal(seen.status, "Nothing to worry about.");
    assert.deepEqual(seen.findings, []);
    assert.match(seen.step, /^Nothing to add\./u);
    assert.equal(await popup.locator("#telephony").isVisible(), false, "no phone, no end of texts");
    await close();
  });

  test("that it has nothing to say where it cannot know whether all is well", async () => {
    const unheard = await over(securityInfo({ list: "unheard-of" }), ({ methods }) => methods.length > 0);
    assert.equal(unheard.seen.status, "Nothing to point out, but not every method here is known to Sparekey.");
    assert.match(unheard.seen.methods[0] ?? "", /^Another method · Not known to Sparekey/u);
    await unheard.close();
    const wizard = await over(register(), ({ place, status }) => place !== "" && !status.includes("loading"));
    assert.equal(wizard.seen.status, "Nothing to point out here.");
    await wizard.close();
  });

  test("equal methods once, with their number", async () => {
    const { seen, close } = await over(
      securityInfo({ list: "two-authenticators" }),
      ({ methods }) => methods.length > 0,
    );
    assert.deepEqual(seen.methods, ["Microsoft Authenticator × 2 · Counts as MFA", "Password · Does not count as MFA"]);
    await close();
  });

  // A tab that was open when Sparekey was installed or updated looks the same to the popup, so it must not say that the
  // page is none of Microsoft's.
  test("that it knows no page in this tab, and what helps if there is one", async () => {
    const { popup, seen, close } = await over(FOREIGN, ({ place }) => place !== "");
    assert.equal(seen.place, "No MFA page seen here");
    assert.match(seen.status, /only where sign-in methods are set up.*If this is such a page, reload it\./u);
    assert.deepEqual([seen.findings, seen.methods, seen.step], [[], [], ""]);
    const link = popup.getByRole("link", { name: "Security info" });
    assert.equal(await link.getAttribute("href"), "https://mysignins.microsoft.com/security-info");
    await close();
  });

  test("that the review failed if the core fails, and offers the report", async () => {
    const failing = await startWatched();
    // No page has needed the core yet.
    await (await failing.worker()).evaluate(() => {
      const whole = globalThis.fetch;
      globalThis.fetch = (input, options) =>
        String(input).endsWith(".wasm") ? Promise.reject(new Error("no core")) : whole(input, options);
    });
    const page = await failing.page(securityInfo());
    const popup = await openPopup(failing, page);
    const seen = await eventually(
      () => read(popup),
      ({ place }) => place !== "" && place !== "No MFA page seen here",
    );
    assert.deepEqual(
      [seen.place, seen.status, seen.findings, seen.methods],
      ["Sparekey could not look at this page", "Please reload it. If that does not help, please report it.", [], []],
    );
    assert.ok(await popup.locator("#report").isVisible());
    await failing.close();
  });

  test("that the review failed if the storage cannot be read, by the popup neither", async () => {
    const failing = await startWatched();
    const refuse = (): void => {
      // Only pages of the extension have such an API.
      const { storage } =
        (globalThis as unknown as { chrome?: { storage?: { local: { get(): Promise<object> } } } }).chrome ?? {};
      if (storage !== undefined) storage.local.get = () => Promise.reject(new Error("IO error: Corruption"));
    };
    await (await failing.worker()).evaluate(refuse);
    await failing.context.addInitScript(refuse);
    const page = await failing.page(securityInfo());
    const popup = await openPopup(failing, page);
    await eventually(
      () => read(popup),
      ({ place }) => place === "Sparekey could not look at this page",
    );
    assert.equal(await popup.evaluate(() => document.documentElement.hasAttribute("data-untranslated")), false);
    await failing.close();
  });

  test("that it waits, and then the result", async () => {
    const page = await sparekey.context.newPage();
    const goOn = await openHeldBack(page, securityInfo({ late: LATE_MS }), LATE_MS);
    const popup = await openPopup(sparekey, page);
    const seen = await eventually(
      () => read(popup),
      ({ place }) => place !== "",
    );
    assert.deepEqual([seen.place, seen.status, seen.methods], ["Security info", "The page is still loading.", []]);
    await goOn();
    const later = await eventually(
      () => read(popup),
      ({ methods }) => methods.length > 0,
    );
    assert.notEqual(later.status, seen.status);
    await popup.close();
    await page.close();
  });

  test("until when the page is silenced, and shows everything again after one press, on the page as well", async () => {
    await sparekey.choose({ silencedPlaces: { "security-info": Date.now() + HOUR_MS } });
    const { page, popup, seen, close } = await over(securityInfo(), ({ methods }) => methods.length > 0);
    assert.match(seen.status, /^You silenced this page until \d{1,2}:\d{2}/u);
    assert.deepEqual(seen.findings, []);
    assert.deepEqual(await speakingRules(page), []);
    await popup.getByRole("button", { name: "Show again" }).click();
    await eventually(
      () => read(popup),
      ({ findings }) => findings.length > 0,
    );
    await page.bringToFront();
    await seenCard(page, "single-method");
    await close();
  });

  test("which rules are silenced, and brings one back", async () => {
    await sparekey.choose({ silencedRules: ["single-method", "phone-only", "trunk-zero"] });
    const { page, popup, seen, close } = await over(securityInfo(), ({ silenced }) => silenced.length > 0);
    assert.equal(seen.status, "Everything found here is silenced.");
    assert.deepEqual(seen.silenced, ["Texts and calls are coming to an end", "Only one way to sign in"]);
    await popup.getByRole("button", { name: "Show again: Only one way to sign in" }).click();
    const after = await eventually(
      () => read(popup),
      ({ findings }) => findings.length > 0,
    );
    assert.deepEqual(
      [after.findings, after.silenced],
      [["Only one way to sign in"], ["Texts and calls are coming to an end"]],
    );
    await page.bringToFront();
    await seenCard(page, "single-method");
    await close();
  });

  test("how many hints were dismissed on the page, and shows them again after one press", async () => {
    const { page, popup, seen, close } = await over(
      securityInfo({ list: "phone-and-email" }),
      ({ findings }) => findings.length === 2,
    );
    assert.equal(seen.hidden, "");
    await eventually(
      () => badge(page),
      (text) => text === "2",
    );
    await hideList(page, "single-method");
    await eventually(
      () => read(popup),
      ({ hidden }) => hidden !== "",
    );
    const { status, findings, hidden } = await read(popup);
    assert.deepEqual(
      [status, findings.length, hidden],
      ["2 things to look at", 2, "You hid 2 of them on the page. · Show again"],
    );
    await eventually(
      () => badge(page),
      (text) => text === "",
    );
    await popup.bringToFront();
    await popup.getByRole("button", { name: /^Show again: You hid 2/u }).focus();
    await popup.keyboard.press("Enter");
    await eventually(
      () => read(popup),
      (now) => now.hidden === "",
    );
    assert.equal(await popup.evaluate(() => document.activeElement?.id), "status");
    await page.bringToFront();
    await seenCard(page, "single-method");
    await eventually(
      () => badge(page),
      (text) => text === "2",
    );
    assert.equal(await page.locator("sparekey-hints .undo-toast").count(), 0, "nothing says that it is quiet here");
    await close();
  });

  test("the same of a portal frame, though the background slept before each look and press", async () => {
    const { page, popup, close } = await over(
      userMethods({ list: "phone-and-email" }),
      ({ findings }) => findings.length === 2,
    );
    await hideList(await bladeFrame(page), "single-method");
    await endWorker(sparekey, page);
    await popup.reload();
    const seen = await eventually(
      () => read(popup),
      ({ hidden }) => hidden !== "",
    );
    assert.match(seen.hidden, /^You hid 2 of them/u);
    await endWorker(sparekey, page);
    await popup.getByRole("button", { name: /^Show again: You hid 2/u }).click();
    await page.bringToFront();
    await seenCard(page, "single-method");
    await eventually(
      () => read(popup),
      (now) => now.findings.length === 2 && now.hidden === "",
    );
    await close();
  });

  test("that dismissed hints stay dismissed in another language and on another day", async () => {
    const { page, popup, close } = await over(
      securityInfo({ list: "phone-and-email" }),
      ({ findings }) => findings.length === 2,
    );
    await hideList(page, "single-method");
    await eventually(
      () => read(popup),
      ({ hidden }) => hidden !== "",
    );
    await sparekey.choose({ language: "ja", today: "2026-11-22" });
    const seen = await eventually(
      () => read(popup),
      ({ place, methods }) => place === "セキュリティ情報" && /71/u.test(methods.join()),
    );
    assert.match(seen.hidden, /2\s件/u);
    await page.bringToFront();
    await settle(page);
    assert.deepEqual(await speakingRules(page), []);
    await close();
  });

  test("that the organization has switched it off, and still what is on the page", async () => {
    const decide = async (policy: object): Promise<void> => {
      await (await sparekey.worker()).evaluate((decided) => {
        chrome.storage.managed.get = async () => decided;
        chrome.storage.onChanged.dispatch({}, "managed");
      }, policy);
    };
    const { page, popup, close } = await over(securityInfo(), ({ findings }) => findings.length > 0);
    await decide({ switchedOff: true, silencedRules: ["single-method"] });
    const seen = await eventually(
      () => read(popup),
      ({ findings }) => findings.length === 0,
    );
    assert.equal(seen.status, "Your organization has switched Sparekey off.");
    assert.ok(seen.methods.length > 0);
    await page.bringToFront();
    await eventually(
      () => speakingRules(page),
      (rules) => rules.length === 0,
    );
    await decide({ silencedRules: ["single-method"] });
    const after = await eventually(
      () => read(popup),
      ({ findings }) => findings.length > 0,
    );
    assert.deepEqual(
      [after.findings, after.silenced],
      [["Texts and calls are coming to an end"], ["Only one way to sign in"]],
    );
    assert.equal(
      await popup.getByRole("button", { name: /^Show again/u }).count(),
      0,
      "it is not the reader's to bring back",
    );
    await decide({});
    await close();
  });

  test("that the browser does not let it look, and what to do about that, until it is let", async () => {
    const extensions = await sparekey.context.newPage();
    await extensions.goto("chrome://extensions");
    const letLook = (hostAccess: "ON_CLICK" | "ON_ALL_SITES"): Promise<void> =>
      extensionOrigin(sparekey.context).then((origin) =>
        extensions.evaluate(
          ([extensionId, access]) => {
            return chrome.developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess: access });
          },
          [new URL(origin).host, hostAccess] as const,
        ),
      );
    try {
      await letLook("ON_CLICK");
      const { popup, seen, close } = await over(securityInfo(), ({ status }) => /browser/u.test(status));
      assert.equal(seen.place, "No MFA page seen here");
      assert.match(
        seen.status,
        /^The browser does not let Sparekey look at every page .* allow Sparekey on this site/u,
      );
      assert.equal(await popup.locator("#report").isVisible(), false);
      assert.deepEqual(await faultsInEveryTheme(popup), []);
      await sparekey.choose({ language: "ja" });
      await eventually(
        () => read(popup),
        ({ status }) => /許可/u.test(status),
      );
      await sparekey.choose({});
      await letLook("ON_ALL_SITES");
      await eventually(
        () => read(popup),
        ({ status }) => /reload it\.$/u.test(status),
      );
      await close();
    } finally {
      await letLook("ON_ALL_SITES");
      await extensions.close();
    }
    const { close } = await over(securityInfo(), ({ findings }) => findings.length > 0);
    await close();
  });

  test("everything in another language as soon as that is chosen, and so do the hints", async () => {
    const { page, popup, close } = await over(securityInfo(), ({ findings }) => findings.length > 0);
    await popup.evaluate(() => chrome.storage.local.set({ language: "ja" }));
    const seen = await eventually(
      () => read(popup),
      ({ place }) => place === "セキュリティ情報",
    );
    assert.equal(await popup.evaluate(() => document.documentElement.lang), "ja");
    assert.ok(
      seen.methods.every((method) => /[\u3040-\u30ff\u4e00-\u9fff]/u.test(method)),
      seen.methods.join(),
    );
    await page.bringToFront();
    const card = await eventually(
      () => seenCard(page, "single-method"),
      ({ language }) => language === "ja",
    );
    assert.match(card.title, /[\u3040-\u30ff\u4e00-\u9fff]/u);
    await close();
  });
});

describe("the popup", () => {
  test("is used by keyboard alone", async () => {
    await sparekey.choose({ silencedRules: ["single-method"] });
    const { popup, close } = await over(
      securityInfo({ list: "phone-and-email" }),
      ({ silenced }) => silenced.length > 0,
    );
    const focused = (): Promise<string> => popup.evaluate(() => document.activeElement?.textContent?.trim() ?? "");
    const order: string[] = [];
    for (let presses = 0; presses < 3; presses += 1) {
      await popup.keyboard.press("Tab");
      order.push(await focused());
    }
    assert.match(order[0] ?? "", /^Settings$/u);
    assert.match(order[1] ?? "", /Texts and calls/u);
    assert.match(order[2] ?? "", /^Show again$/u);
    await popup.keyboard.press("Enter");
    const after = await eventually(
      () => read(popup),
      ({ silenced }) => silenced.length === 0,
    );
    assert.deepEqual(after.findings, ["Texts and calls are coming to an end", "Only one way to sign in"]);
    await close();
  });

  test("keeps the focus near what was pressed, and never sends it back to the top", async () => {
    await sparekey.choose({ silencedRules: ["single-method", "phone-only"] });
    const { popup, close } = await over(securityInfo(), ({ silenced }) => silenced.length === 2);
    const focused = (): Promise<string | null> =>
      popup.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.id ?? null);
    await popup.locator("#silenced-rules button").first().focus();
    await popup.keyboard.press("Enter");
    await eventually(
      () => read(popup),
      ({ silenced }) => silenced.length === 1,
    );
    assert.equal(await focused(), "Show again: Only one way to sign in");
    await popup.keyboard.press("Enter");
    await eventually(
      () => read(popup),
      ({ silenced }) => silenced.length === 0,
    );
    assert.equal(await focused(), "status");
    await popup.evaluate(
      (until) => chrome.storage.local.set({ silencedPlaces: { "security-info": until } }),
      Date.now() + HOUR_MS,
    );
    await popup.locator("#show-again button").focus();
    await popup.keyboard.press("Enter");
    await eventually(
      () => read(popup),
      ({ findings }) => findings.length === 2,
    );
    assert.equal(await focused(), "status");
    await close();
  });

  test("keeps what is open, and the focus, while the page changes", async () => {
    const { popup, close } = await over(
      securityInfo({ list: "phone-and-email" }),
      ({ findings }) => findings.length > 0,
    );
    const first = popup.locator("#findings summary").first();
    await first.focus();
    await popup.keyboard.press("Enter");
    await popup.evaluate(() => chrome.storage.local.set({ silencedRules: ["single-method"] }));
    await eventually(
      () => read(popup),
      ({ silenced }) => silenced.length > 0,
    );
    assert.equal(await popup.locator("#findings details[open]").count(), 1);
    assert.match(await popup.evaluate(() => document.activeElement?.textContent ?? ""), /Texts and calls/u);
    await close();
  });

  test("keeps what is open when a worse finding is put before it", async () => {
    await sparekey.choose({ silencedRules: ["phone-only"] });
    const { popup, close } = await over(
      securityInfo({ list: "phone-and-email" }),
      ({ findings }) => findings.length === 1,
    );
    await popup.locator("#findings summary").first().click();
    await popup.evaluate(() => chrome.storage.local.set({ silencedRules: [] }));
    await eventually(
      () => read(popup),
      ({ findings }) => findings.length === 2,
    );
    assert.deepEqual(await popup.locator("#findings details[open] .title").allInnerTexts(), [
      "Only one way to sign in",
    ]);
    await close();
  });

  for (const language of ["en", "ja"]) {
    test(`has no fault that axe finds, in ${language}, in any theme or direction`, async () => {
      await sparekey.choose({ language, silencedRules: ["single-method"] });
      const { popup, close } = await over(
        securityInfo({ list: "twenty-methods" }),
        ({ methods }) => methods.length > 0,
      );
      await popup.locator("#findings summary").first().click();
      assert.deepEqual(await faultsInEveryTheme(popup), []);
      await close();
    });
  }

  // Browsers make a popup 600 pixels high at most; what each method is worth may be scrolled to.
  test("shows page, findings and next step without being scrolled, in every language", async () => {
    await sparekey.choose({});
    const { popup, seen, close } = await over(userMethods({ list: "phone-and-email" }), ({ step }) => step !== "");
    const folders = await readdir(path.join(extensionFor("chromium"), "_locales"));
    // English, in which the popup was opened, comes last, so that each language changes the text.
    const languages = [
      ...folders.map((folder) => folder.replace("_", "-")).filter((language) => language !== "en"),
      "en",
    ];
    const hidden: string[] = [];
    let { step: last } = seen;
    for (const language of languages) {
      // In one write: otherwise the popup could be English for a moment, which would look like a change.
      await popup.evaluate((tag) => chrome.storage.local.set({ language: tag }), language);
      ({ step: last } = await eventually(
        () => read(popup),
        ({ step }) => step !== last,
      ));
      const { end, height } = await popup.evaluate(() => ({
        end: document.querySelector("#step")?.getBoundingClientRect().bottom ?? Infinity,
        height: window.innerHeight,
      }));
      if (end > height) hidden.push(`${language}: ${String(end)} of ${String(height)}`);
    }
    assert.deepEqual(hidden, []);
    await close();
  });

  test("has room for the longest words", async () => {
    await sparekey.choose({ silencedRules: ["single-method"] });
    const { popup, close } = await over(securityInfo({ list: "phone-and-email" }), ({ step }) => step !== "");
    await popup.locator("#findings summary").first().click();
    await writeLongWords(popup);
    assert.deepEqual(await clippedTexts(popup), []);
    await close();
  });

  test("fails in axe if its texts have too little contrast", async () => {
    const { popup, close } = await over(FOREIGN, ({ place }) => place !== "");
    await popup.evaluate(() => {
      document.body.style.color = "#bbbbbb";
    });
    assert.match((await accessibilityFaults(popup)).join(), /color-contrast/u);
    await close();
  });

  test("is painted with its texts before the background has answered", async () => {
    const page = await sparekey.page(securityInfo());
    const tab = await tabOf(sparekey, page);
    const popup = await sparekey.context.newPage();
    // A background that never answers, and a browser that does not know yet what the organization has decided.
    await popup.addInitScript(() => {
      const asked: object[] = [];
      Object.assign(window, { asked });
      const silent = { addListener: () => undefined };
      chrome.runtime.connect = () => ({
        onMessage: silent,
        onDisconnect: silent,
        postMessage: (message) => void asked.push(message),
      });
      chrome.storage.managed.get = () => new Promise(() => undefined);
    });
    await popup.goto(`${await extensionOrigin(sparekey.context)}/popup.html?tab=${String(tab)}`);
    await popup.bringToFront();
    await eventually(
      () => popup.evaluate(() => performance.getEntriesByName("first-contentful-paint").length),
      (paints) => paints > 0,
    );
    assert.match(await popup.locator("footer").innerText(), /sends nothing/u);
    await eventually(
      () => popup.evaluate(() => (window as unknown as { asked: object[] }).asked),
      ([message]) => message !== undefined,
    );
    await eventually(
      () => read(popup),
      ({ status }) => status === "Looking at this page…",
    );
    await popup.close();
    await page.close();
  });
});
