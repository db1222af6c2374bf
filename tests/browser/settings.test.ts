// The settings page: choices take effect at once, decisions are locked, and a file transfers the settings.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "playwright-core";
import { PNG } from "pngjs";
import { securityInfo, userMethods } from "../portal/catalog.ts";
import { numberField, openAddFormFor } from "./portal-pages.ts";
import {
  clippedTexts,
  endWorker,
  faultsInEveryTheme,
  openPopup,
  openReport,
  openSettings,
  THEMES,
  writeLongWords,
} from "./own-pages.ts";
import { eventually, seenCard, speakingRules, startWatched, TODAY, type Watched } from "./sparekey.ts";

declare global {
  interface Window {
    /** The keys of each change of the storage. */
    heard: string[][];
    /** A write that fails; later ones succeed. */
    refuseOnce: () => Promise<void>;
    /** Releases the write that is held back. */
    letWrite: () => void;
    /** Releases the texts that were requested. */
    sendTexts: () => void;
    hasTexts: true;
  }
}

declare const chrome: {
  readonly storage: {
    readonly local: { get(keys: null): Promise<object>; set(items: object): Promise<void> };
    readonly onChanged: { addListener(listener: (changed: object) => void): void };
    readonly managed: { get(keys: null): Promise<object> };
  };
  readonly commands: { getAll(): Promise<readonly { readonly name: string; readonly shortcut: string }[]> };
};

let sparekey: Watched;
before(async () => {
  sparekey = await startWatched();
});
after(() => sparekey.close());

async function stored(): Promise<object> {
  return (await sparekey.worker()).evaluate(() => chrome.storage.local.get(null));
}

async function importFile(settings: Page, content: string): Promise<void> {
  await settings
    .locator("#file")
    .setInputFiles({ name: "file.json", mimeType: "application/json", buffer: Buffer.from(content) });
}

const file = (values: object): string => JSON.stringify({ kind: "sparekey-settings", version: 1, ...values });

describe("what is chosen", () => {
  test("the country is used at once for a number without a country code", async () => {
    await sparekey.choose({});
    const page = await sparekey.page(userMethods());
    const form = await openAddFormFor(page, "phone");
    await numberField(form).fill("090-1234-5678");
    assert.equal((await seenCard(page, "country-code-missing")).fix, undefined);
    const settings = await openSettings(sparekey);
    await settings.getByLabel("Country of numbers without a country code").selectOption("JP");
    await page.bringToFront();
    const card = await eventually(
      () => seenCard(page, "country-code-missing"),
      ({ fix }) => fix !== undefined,
    );
    assert.equal(card.fix, "+81 9012345678");
    await settings.close();
    await page.close();
  });

  test("a rule that is switched off is silent at once, is listed, and comes back", async () => {
    await sparekey.choose({});
    const page = await sparekey.page(securityInfo());
    await seenCard(page, "single-method");
    const settings = await openSettings(sparekey);
    assert.equal(await settings.locator("#no-silences").isVisible(), true);
    const rule = settings.getByRole("checkbox", { name: "Only one way to sign in" });
    await rule.uncheck();
    await settings.getByRole("button", { name: "Show again: Only one way to sign in" }).waitFor();
    await page.bringToFront();
    await eventually(
      () => speakingRules(page),
      (rules) => !rules.includes("single-method"),
    );
    await settings.bringToFront();
    await settings.getByRole("button", { name: "Show again: Only one way to sign in" }).click();
    await eventually(
      () => rule.isChecked(),
      (isChecked) => isChecked,
    );
    await page.bringToFront();
    await seenCard(page, "single-method");
    await settings.close();
    await page.close();
  });

  test("a rule that is switched off while the background sleeps is silent at once", async () => {
    await sparekey.choose({});
    const page = await sparekey.page(securityInfo());
    await seenCard(page, "single-method");
    const settings = await openSettings(sparekey);
    await endWorker(sparekey, page);
    await settings.getByRole("checkbox", { name: "Only one way to sign in" }).uncheck();
    await page.bringToFront();
    await eventually(
      () => speakingRules(page),
      (rules) => !rules.includes("single-method") && rules.length > 0,
    );
    await settings.close();
    await page.close();
  });

  test("a rule that is shown again leaves the focus at the next one", async () => {
    await sparekey.choose({ silencedRules: ["single-method", "phone-only"] });
    const settings = await openSettings(sparekey);
    const focused = (): Promise<string | null> =>
      settings.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.id ?? null);
    const rows = settings.locator("#silences li");
    await rows.first().getByRole("button").focus();
    await settings.keyboard.press("Enter");
    await eventually(
      () => rows.count(),
      (count) => count === 1,
    );
    assert.equal(await focused(), "Show again: Texts and calls are coming to an end");
    await settings.keyboard.press("Enter");
    await eventually(
      () => rows.count(),
      (count) => count === 0,
    );
    assert.equal(await focused(), "silences-heading");
    await settings.close();
  });

  test("a page that is silenced is listed with the time that is left", async () => {
    await sparekey.choose({ silencedPlaces: { "security-info": Date.now() + 29.5 * 60_000, register: 1 } });
    const settings = await openSettings(sparekey);
    const rows = await settings.locator("#silences li").allInnerTexts();
    assert.equal(rows.length, 1, "what is over is not listed");
    assert.match(rows[0] ?? "", /^Security info\n.*until \d.*: 30 minutes left/u);
    await settings.close();
  });

  test("a language is used by hints, popup, report and settings at once, and so is its removal", async () => {
    await sparekey.choose({});
    const page = await sparekey.page(securityInfo());
    await seenCard(page, "single-method");
    const popup = await openPopup(sparekey, page);
    const report = await openReport(sparekey, page);
    await report.locator("#save").click();
    const settings = await openSettings(sparekey);
    const names = await settings.locator("#language option").allInnerTexts();
    assert.ok(names.includes("English") && names.includes("日本語"), names.join());
    const texts = [
      settings.locator("h1"),
      popup.locator("#place"),
      report.locator("#summary dd").first(),
      report.locator("#status"),
    ];
    const seen = async (): Promise<string> => (await Promise.all(texts.map((text) => text.innerText()))).join(" | ");
    const english = "Sparekey settings | Security info | Security info | Saved in your downloads. Nothing was sent.";
    await eventually(seen, (now) => now === english);
    await settings.locator("#language").selectOption("ja");
    await eventually(
      seen,
      (now) => now.startsWith("Sparekey の設定 | セキュリティ情報 | セキュリティ情報 | ") && !now.includes("Saved"),
    );
    assert.deepEqual(await Promise.all([report.title(), report.locator("html").getAttribute("lang")]), [
      "このページを報告 – Sparekey",
      "ja",
    ]);
    await page.bringToFront();
    await eventually(
      () => seenCard(page, "single-method"),
      ({ language }) => language === "ja",
    );
    await settings.bringToFront();
    await settings.locator("#language").selectOption("");
    await eventually(seen, (now) => now === english);
    await report.close();
    await popup.close();
    await settings.close();
    await page.close();
  });
});

describe("two settings pages", () => {
  test("that change the same list at the same time lose neither change", async () => {
    await sparekey.choose({});
    const [first, second] = [await openSettings(sparekey), await openSettings(sparekey)];
    await first.evaluate(() => {
      const { local } = chrome.storage;
      const set = local.set.bind(local);
      local.set = async (items) => {
        await new Promise<void>((resolve) => (window.letWrite = resolve));
        await set(items);
      };
    });
    await first.bringToFront();
    await first.locator("#rule-phone-only").click();
    await eventually(() => first.evaluate(() => "letWrite" in window), Boolean);
    // The first page has read the list and not written it; the second one has to wait for that.
    await second.bringToFront();
    await second.locator("#rule-single-method").click();
    await sleep(300);
    await first.evaluate(() => window.letWrite());
    await eventually(
      stored,
      (now) => "silencedRules" in now && String(now.silencedRules) === "phone-only,single-method",
    );
    for (const page of [first, second]) await page.close();
  });
});

describe("of two languages chosen in quick succession", () => {
  test("the last one is used on every page, though the texts of the first come later", async () => {
    await sparekey.choose({});
    const page = await sparekey.page(securityInfo());
    await seenCard(page, "single-method");
    const pages = [await openPopup(sparekey, page), await openReport(sparekey, page), await openSettings(sparekey)];
    const everyPage = async <T>(look: () => T): Promise<T[]> => Promise.all(pages.map((own) => own.evaluate(look)));
    await everyPage(() => {
      const { fetch } = window;
      window.fetch = async (address) => {
        if (!String(address).includes("/_locales/de/")) return fetch(address);
        await new Promise<void>((resolve) => (window.sendTexts = resolve));
        const texts: unknown = await (await fetch(address)).json();
        return { json: () => Promise.resolve(texts).finally(() => (window.hasTexts = true)) } as Response;
      };
    });
    const choose = async (language: string): Promise<void> =>
      (await sparekey.worker()).evaluate((chosen) => chrome.storage.local.set({ language: chosen }), language);
    const languages = (): Promise<string[]> => everyPage(() => document.documentElement.lang);
    await choose("de");
    await eventually(
      () => everyPage(() => "sendTexts" in window),
      (asked) => asked.every(Boolean),
    );
    await choose("ja");
    await eventually(languages, (now) => now.every((language) => language === "ja"));
    await everyPage(() => window.sendTexts());
    await eventually(
      () => everyPage(() => "hasTexts" in window),
      (have) => have.every(Boolean),
    );
    assert.deepEqual(await languages(), ["ja", "ja", "ja"]);
    for (const own of [...pages, page]) await own.close();
  });
});

describe("what the storage refuses", () => {
  test("is reported, and every control shows what is stored", async () => {
    const choices = { defaultRegion: "JP", language: "en", silencedRules: ["phone-only"] };
    await sparekey.choose(choices);
    const settings = await openSettings(sparekey);
    await settings.evaluate(() => {
      const { local } = chrome.storage;
      const set = local.set.bind(local);
      window.refuseOnce = () => {
        local.set = set;
        return Promise.reject(new Error("QUOTA_BYTES quota exceeded"));
      };
    });
    const message = settings.locator("#not-saved");
    const isShown = (text: string): boolean => text === "The browser could not save this. Nothing was changed.";
    const rule = settings.locator("#rule-single-method");
    const attempts: readonly (readonly [press: () => Promise<unknown>, holds: () => Promise<boolean>])[] = [
      [
        () => settings.locator("#region").selectOption("DE"),
        async () => (await settings.locator("#region").inputValue()) === "JP",
      ],
      [
        () => settings.locator("#language").selectOption("ja"),
        async () => (await settings.locator("#language").inputValue()) === "en",
      ],
      [() => rule.click(), () => rule.isChecked()],
      [
        () => settings.locator("#silences button").click(),
        async () => (await settings.locator("#silences li").count()) === 1,
      ],
    ];
    for (const [press, holds] of attempts) {
      await settings.evaluate(() => {
        chrome.storage.local.set = window.refuseOnce;
      });
      await press();
      await eventually(() => message.innerText(), isShown);
      await eventually(holds, (isTrue) => isTrue);
      assert.equal(
        await message.evaluate((line) => line.getBoundingClientRect().bottom <= innerHeight),
        true,
        "it is in sight",
      );
      // The next changes are stored, and the message is gone.
      for (const tag of ["", "en"]) {
        await settings
          .locator("#rules > *")
          .first()
          .evaluate((part) => part.setAttribute("data-before", ""));
        await settings.locator("#language").selectOption(tag);
        await eventually(stored, (now) => "language" in now && (now.language ?? "") === tag);
        // The rules are drawn anew; a press meanwhile could miss its target.
        await settings.locator("[data-before]").waitFor({ state: "detached" });
      }
      assert.equal(await message.innerText(), "");
    }
    await settings.evaluate(() => {
      chrome.storage.local.set = window.refuseOnce;
    });
    await importFile(settings, file({ defaultRegion: "DE" }));
    await settings.locator("#import-apply").click();
    await eventually(() => message.innerText(), isShown);
    assert.equal(await settings.locator("#import-answer").innerText(), "");
    assert.deepEqual(await stored(), { today: TODAY, ...choices });
    await settings.close();
  });
});

describe("what the organization has decided", () => {
  test("is shown, and cannot be changed", async () => {
    await sparekey.choose({ defaultRegion: "JP" });
    const settings = await sparekey.context.newPage();
    await settings.addInitScript(() => {
      chrome.storage.managed.get = async () => ({
        defaultRegion: "DE",
        allowedRegions: ["DE", "FR"],
        silencedRules: ["trunk-zero"],
        switchedOff: true,
      });
    });
    const origin = new URL((await sparekey.worker()).url()).host;
    await settings.goto(`chrome-extension://${origin}/settings.html`);
    const region = settings.locator("#region");
    await eventually(
      () => region.inputValue(),
      (value) => value === "DE",
    );
    assert.equal(await region.isDisabled(), true);
    assert.equal(await settings.locator("#region-note").innerText(), "Set by your organization.");
    const rule = settings.locator("#rule-trunk-zero");
    assert.deepEqual([await rule.isDisabled(), await rule.isChecked()], [true, false]);
    assert.equal(await settings.locator("#switched-off").isVisible(), true);
    assert.match(await settings.locator("#decisions").innerText(), /Germany and France/u);
    assert.equal(await settings.locator("#ignored-parts").isVisible(), false);
    assert.deepEqual(await faultsInEveryTheme(settings), []);
    await settings.close();
  });

  test("and cannot be used is named, with the reason, in every language, and what is beside it holds", async () => {
    await sparekey.choose({});
    const settings = await sparekey.context.newPage();
    await settings.addInitScript(() => {
      chrome.storage.managed.get = async () => ({
        defaultRegion: "JPN",
        allowedRegions: ["DE", "Japan", 81],
        silencedRules: ["trunk-zero", "<b>no rule</b>"],
        switchedOff: "yes",
        telecomProviderConfigured: true,
        homeRegion: "DE",
        [`long-${"x".repeat(1000)}`]: { deep: [[[{}]]] },
        ["__proto__"]: true,
      });
    });
    await settings.goto(new URL("settings.html", (await sparekey.worker()).url()).href);
    const ignored = settings.locator("#ignored");
    await ignored.locator("li").first().waitFor();
    const rows = async (): Promise<string[]> =>
      (await ignored.locator("li").allInnerTexts()).map((row) => row.replace(/\s+/gu, " ").trim()).sort();
    assert.deepEqual(await rows(), [
      "__proto__ Sparekey has no such setting.",
      "allowedRegions (entry 2) “Japan” is not a country or region code that Sparekey knows.",
      "allowedRegions (entry 3) This must be text.",
      "defaultRegion “JPN” is not a country or region code that Sparekey knows.",
      "homeRegion Sparekey has no such setting.",
      `long-${"x".repeat(34)}… Sparekey has no such setting.`,
      "silencedRules (entry 2) Sparekey has no rule named “<b>no rule</b>”.",
      "switchedOff This must be true or false.",
    ]);
    assert.match(await settings.locator("#decisions").innerText(), /from: Germany\n.*telephony provider of its own/u);
    assert.equal(await settings.locator("#rule-trunk-zero").isDisabled(), true);
    assert.equal(await settings.locator("#region").isDisabled(), false);
    assert.equal(await settings.locator("#switched-off").isVisible(), false);
    assert.deepEqual(await faultsInEveryTheme(settings), []);
    const heading = settings.locator("#ignored-heading");
    const seen = new Set<string>();
    for (const tag of await settings
      .locator("#language option")
      .evaluateAll((all) => all.map((it) => it.getAttribute("value") ?? ""))) {
      await settings.locator("#language").selectOption(tag);
      await eventually(
        () => settings.evaluate(() => document.documentElement.lang),
        (lang) => lang === (tag || "en"),
      );
      seen.add(await heading.innerText());
      for (const row of await rows()) assert.doesNotMatch(row, /settings_|\$/u);
      assert.deepEqual(await clippedTexts(settings), [], tag);
    }
    assert.equal(seen.size, 11);
    await settings.close();
    await sparekey.choose({});
  });
});

describe("the shortcut", () => {
  test("is shown, with a way to the browser's own page for changing it", async () => {
    const settings = await openSettings(sparekey);
    await eventually(
      () => settings.locator("#shortcut").innerText(),
      (text) => text === "Alt+Shift+K",
    );
    const opened = sparekey.context.waitForEvent("page");
    await settings.getByRole("button", { name: "Change in the browser…" }).click();
    const shortcuts = await opened;
    await eventually(
      () => Promise.resolve(shortcuts.url()),
      (address) => address === "chrome://extensions/shortcuts",
    );
    await shortcuts.close();
    await settings.close();
  });

  test("is shown as missing if another extension uses the keys, and shown again when it is set", async () => {
    const settings = await sparekey.context.newPage();
    await settings.addInitScript(() => {
      chrome.commands.getAll = async () => [{ name: "open-hint", shortcut: "" }];
    });
    await settings.goto(new URL("settings.html", (await sparekey.worker()).url()).href);
    await eventually(
      () => settings.locator("#shortcut").innerText(),
      (text) => text === "None is set.",
    );
    await settings.evaluate(() => {
      chrome.commands.getAll = async () => [{ name: "open-hint", shortcut: "Alt+Y" }];
      document.dispatchEvent(new Event("visibilitychange"));
    });
    await eventually(
      () => settings.locator("#shortcut").innerText(),
      (text) => text === "Alt+Y",
    );
    await settings.close();
  });
});

describe("the file", () => {
  test("transfers the settings to another machine, after they were shown", async () => {
    await sparekey.choose({ defaultRegion: "JP", language: "ja", silencedRules: ["single-method"] });
    const settings = await openSettings(sparekey);
    const download = settings.waitForEvent("download");
    await settings.locator("#export").click();
    const content = await readFile(await (await download).path(), "utf8");

    await sparekey.choose({ silencedRules: ["phone-only"] });
    await settings.getByRole("heading", { name: "Sparekey settings" }).waitFor();
    await importFile(settings, content);
    await settings.locator("dialog").waitFor();
    const shown = await settings.locator("#import-changes li").allInnerTexts();
    assert.deepEqual(shown, [
      "Country of numbers without a country code: None → Japan",
      "Language: Automatic: as the page and the browser → 日本語",
      "Texts and calls are coming to an end: off → on",
      "Only one way to sign in: on → off",
    ]);
    assert.deepEqual(
      await stored(),
      { today: TODAY, silencedRules: ["phone-only"] },
      "nothing is changed before it is agreed to",
    );
    await settings.getByRole("button", { name: "Apply" }).click();
    await settings.getByRole("heading", { name: "Sparekey の設定" }).waitFor();
    await eventually(stored, (now) => "language" in now);
    assert.deepEqual(await stored(), {
      today: TODAY,
      defaultRegion: "JP",
      language: "ja",
      silencedRules: ["single-method"],
    });
    await settings.close();
  });

  test("is imported in one change of the storage", async () => {
    await sparekey.choose({ defaultRegion: "JP", silencedRules: ["single-method"] });
    const settings = await openSettings(sparekey);
    await settings.evaluate(() => {
      window.heard = [];
      chrome.storage.onChanged.addListener((changed) => window.heard.push(Object.keys(changed).sort()));
    });
    await importFile(settings, file({ language: "ja", silencedRules: ["trunk-zero"] }));
    await settings.locator("#import-apply").click();
    await eventually(
      () => settings.locator("#import-answer").innerText(),
      (text) => text === "設定をインポートしました。",
    );
    assert.deepEqual(await settings.evaluate(() => window.heard), [["defaultRegion", "language", "silencedRules"]]);
    await eventually(
      () => settings.locator("#region").inputValue(),
      (value) => value === "",
    );
    await settings.close();
  });

  test("that is broken or of another program gets an answer and changes nothing", async () => {
    await sparekey.choose({ defaultRegion: "JP" });
    const before = await stored();
    const settings = await openSettings(sparekey);
    for (const [content, answer] of [
      ['{ "kind": ', /broken, or not a settings file\. Nothing was changed\./u],
      ["\u0000\u0001binary", /broken/u],
      ["[]", /not settings of Sparekey/u],
      [JSON.stringify({ kind: "other", version: 1 }), /not settings of Sparekey/u],
      [file({ version: 2 }), /newer version/u],
      [file({ defaultRegion: 81 }), /cannot be used: defaultRegion/u],
      [file({ silencedRules: "all" }), /cannot be used: silencedRules/u],
      [" ".repeat(300_000), /too large/u],
    ] as const) {
      await importFile(settings, content);
      await eventually(
        () => settings.locator("#import-answer").innerText(),
        (text) => answer.test(text),
      );
      assert.equal(await settings.locator("dialog").isVisible(), false);
    }
    assert.deepEqual(await stored(), before);
    await settings.close();
  });

  test("may contain unknown values, which are listed and ignored; Cancel changes nothing", async () => {
    await sparekey.choose({});
    const before = await stored();
    const settings = await openSettings(sparekey);
    await importFile(
      settings,
      file({ defaultRegion: "FR", color: "red", silencedRules: ["no-such-rule", "single-method"] }),
    );
    await settings.locator("dialog").waitFor();
    assert.match(await settings.locator("#import-ignored").innerText(), /color and no-such-rule/u);
    // A user who cannot read the question may choose another language first.
    await (await sparekey.worker()).evaluate(() => chrome.storage.local.set({ language: "de" }));
    await eventually(
      () => settings.locator("dialog").innerText(),
      (text) => text.includes("Frankreich") && text.includes("color und no-such-rule") && text.includes("ein → aus"),
    );
    await settings.keyboard.press("Escape");
    await eventually(
      () => settings.locator("dialog").isVisible(),
      (isOpen) => !isOpen,
    );
    assert.deepEqual(await stored(), { ...before, language: "de" });
    await settings.close();
  });
});

describe("the page", () => {
  for (const language of ["en", "ja"]) {
    test(`has no fault that axe finds, in ${language}, in any theme or direction`, async () => {
      await sparekey.choose({ language, silencedRules: ["single-method"] });
      const settings = await openSettings(sparekey);
      assert.deepEqual(await faultsInEveryTheme(settings), []);
      await settings.setViewportSize({ width: 320, height: 640 });
      assert.deepEqual(await faultsInEveryTheme(settings), []);
      await settings.close();
    });
  }

  test("has room for the longest words, also in a narrow window", async () => {
    await sparekey.choose({ silencedRules: ["single-method"], silencedPlaces: { register: Date.now() + 60_000 } });
    const settings = await openSettings(sparekey);
    await settings.setViewportSize({ width: 320, height: 640 });
    await writeLongWords(settings);
    assert.deepEqual(await clippedTexts(settings), []);
    await settings.close();
  });

  // The browser's backplate is only in the pixels: neither axe nor the computed colors show it.
  test("has a main button that can be read in forced colors", async () => {
    await sparekey.choose({});
    const settings = await openSettings(sparekey);
    await settings.emulateMedia(THEMES.forced);
    await importFile(settings, file({ defaultRegion: "JP" }));
    const apply = settings.getByRole("button", { name: "Apply" });
    const drawn = PNG.sync.read(await apply.screenshot());
    // Without text there are only background, border, and the mixtures of both in the corners.
    const middle = Array.from({ length: drawn.width }, (_, x) =>
      drawn.data.readUInt32BE((Math.floor(drawn.height / 2) * drawn.width + x) * 4),
    );
    const changes = middle.filter((color, x) => x > 0 && color !== middle[x - 1]).length;
    assert.ok(changes > 12, `${String(changes)} changes of color along the middle: no letters`);
    await settings.close();
  });

  test("gives every rule a name without placeholders, and a source", async () => {
    await sparekey.choose({});
    const settings = await openSettings(sparekey);
    const names = await settings.locator(".rule label").allInnerTexts();
    assert.ok(names.length > 30);
    assert.equal(new Set(names).size, names.length, "no two rules have one name");
    for (const name of names) assert.doesNotMatch(name, /\$|^[a-z-]+$/u, "neither a placeholder nor an id");
    assert.equal(await settings.locator('.rule a[href^="https://"]').count(), names.length);
    await settings.close();
  });
});
