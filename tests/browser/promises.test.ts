// The three promises, end to end, with the shipped extension at the real addresses: a number is corrected by one click,
// Email is no MFA, and a list with one way in says so.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { securityInfo, userMethods } from "../portal/catalog.ts";
import type { Language, Options } from "../portal/options.ts";
import { label } from "../portal/words.ts";
import { bladeFrame, numberField, openAddFormFor, openPhoneStep, pickMethod } from "./portal-pages.ts";
import {
  cardFor,
  eventually,
  openCard,
  seenCard,
  seenCards,
  settle,
  speakingRules,
  startWatched,
  type Watched,
} from "./sparekey.ts";

let sparekey: Watched;
before(async () => {
  sparekey = await startWatched();
});
after(() => sparekey.close());

async function withPage(address: string, use: (page: Page) => Promise<void>): Promise<void> {
  const page = await sparekey.page(address);
  try {
    await use(page);
  } finally {
    await page.close();
  }
}

const PANES: readonly Options["pane"][] = ["v8-panel", "v8-light-panel", "v9-drawer", "v9-dialog", "context-pane"];

describe("a number typed by an admin", () => {
  before(() => sparekey.choose({ defaultRegion: "JP" }));

  for (const pane of PANES) {
    const field = pane.startsWith("v9") ? "v9" : "v8";
    test(`is corrected by one click in the ${pane}, which stays open, and Ctrl+Z brings it back`, async () => {
      await withPage(userMethods({ pane, field }), async (page) => {
        const form = await openAddFormFor(page, "phone");
        const input = numberField(form);
        await input.click();
        await input.pressSequentially("090-1234-5678", { delay: 20 });
        const card = await seenCard(page, "country-code-missing");
        assert.equal(card.severity, "stop");
        assert.equal(card.fix, "+81 9012345678");

        await cardFor(form, "country-code-missing").locator(".fix").click();
        await eventually(
          () => input.inputValue(),
          (value) => value === "+81 9012345678",
        );
        assert.equal(
          await form.evaluate(() => window.__portal.entered?.phoneNumber),
          "+81 9012345678",
          "React's state",
        );
        assert.ok(await input.evaluate((element) => element === document.activeElement), "the field keeps the focus");
        assert.ok(await form.getByRole("button", { name: "Add", exact: true }).isEnabled());
        await eventually(
          () => seenCards(page),
          (cards) => cards.every(({ rules }) => !rules.includes("country-code-missing")),
        );

        await page.keyboard.press("Control+z");
        await eventually(
          () => input.inputValue(),
          (value) => value === "090-1234-5678",
        );
        assert.equal(await form.evaluate(() => window.__portal.entered?.phoneNumber), "090-1234-5678", "React's state");
        await seenCard(page, "country-code-missing");
      });
    });
  }

  test("is corrected by the keyboard, and Escape closes the hint but not the panel", async () => {
    await withPage(userMethods(), async (page) => {
      const form = await openAddFormFor(page, "phone");
      const input = numberField(form);
      await input.click();
      await input.pressSequentially("+81 09012345678", { delay: 20 });
      await seenCard(page, "trunk-zero");
      await page.keyboard.press("Escape");
      await eventually(
        () => seenCard(page, "trunk-zero"),
        ({ isOpen }) => !isOpen,
      );
      assert.ok(await input.isVisible(), "the panel is still open");
      // Closed for this value alone.
      await page.keyboard.press("End");
      await page.keyboard.press("Backspace");
      await page.keyboard.type("9");
      await openCard(page, "trunk-zero");
      await page.keyboard.press("Alt+Enter");
      await eventually(
        () => input.inputValue(),
        (value) => value === "+81 9012345679",
      );
    });
  });

  test("gets no hint while it is being typed, nor when it is right", async () => {
    await withPage(userMethods(), async (page) => {
      const form = await openAddFormFor(page, "phone");
      const input = numberField(form);
      await input.click();
      const heard: string[] = [];
      for (const key of "+81 9012345678") {
        await page.keyboard.type(key);
        await page.waitForTimeout(250);
        const cards = await seenCards(page);
        heard.push(...cards.filter(({ severity }) => severity === "stop").flatMap(({ rules }) => rules));
      }
      assert.deepEqual(
        heard.filter((rule) => !["single-method", "phone-only", "no-mfa-method"].includes(rule)),
        [],
      );
      // With one more digit it cannot be a number any longer.
      await page.keyboard.type("9");
      await seenCard(page, "wrong-length");
    });
  });

  test("beside a country selector is corrected as a national number", async () => {
    for (const country of ["v8-dropdown", "v8-combobox", "v9-dropdown"] as const) {
      await withPage(securityInfo({ lng: "ja", country }), async (page) => {
        await openPhoneStep(page, "ja");
        const input = page.getByRole("textbox", { name: label("admin_method_phone_number", "ja") }).last();
        await input.click();
        await input.pressSequentially("+81 90-1234-5678", { delay: 20 });
        const card = await seenCard(page, "country-code-twice");
        assert.ok(["9012345678", "09012345678"].includes(card.fix ?? ""), `${country}: ${card.fix ?? "no fix"}`);
        await cardFor(page, "country-code-twice").locator(".fix").click();
        await eventually(
          () => input.inputValue(),
          (value) => value === card.fix,
        );
        await settle(page);
        assert.ok(!(await speakingRules(page)).includes("country-code-twice"));
      });
    }
  });
});

describe("Email", () => {
  const LANGUAGES: readonly Language[] = ["en", "ja", "de", "ar"];
  for (const language of LANGUAGES) {
    test(`picked by an admin gives the warning (${language})`, async () => {
      await withPage(userMethods({ lng: language, list: "passkey-and-authenticator" }), async (page) => {
        await openAddFormFor(page, "email", language);
        assert.equal((await seenCard(page, "email-is-not-mfa")).severity, "warn");
      });
    });
  }

  test("picked from the cards of Security info gives the warning", async () => {
    await withPage(securityInfo({ list: "passkey-and-authenticator" }), async (page) => {
      await pickMethod(page, "email");
      await seenCard(page, "email-is-not-mfa");
    });
  });

  test("picked from the drop-down of the previous generation gives the warning", async () => {
    await withPage(securityInfo({ generation: "previous", list: "passkey-and-authenticator" }), async (page) => {
      await page.getByText(label("action_add_method", "en", "older"), { exact: true }).click();
      await page.getByRole("dialog").getByRole("combobox").click();
      await page.getByRole("option", { name: "Email", exact: true }).click();
      await seenCard(page, "email-is-not-mfa");
    });
  });

  test("gives no warning where another method is picked", async () => {
    await withPage(userMethods({ list: "passkey-and-authenticator" }), async (page) => {
      await openAddFormFor(page, "phone");
      await settle(page);
      assert.ok(!(await speakingRules(page)).includes("email-is-not-mfa"));
    });
  });
});

describe("a list of methods", () => {
  before(() => sparekey.choose({}));

  const VARIANTS: readonly Partial<Options>[] = [
    {},
    { rows: "plain" },
    { generation: "previous" },
    { testids: "off" },
    { lng: "ja" },
    { lng: "de" },
    { lng: "ar" },
    { late: 3000 },
    { reveal: 1000 },
  ];
  for (const variant of VARIANTS) {
    test(`with one phone is single-method and phone-only, with the days left: security-info ${JSON.stringify(variant)}`, async () => {
      await withPage(securityInfo({ list: "phone-only", ...variant }), async (page) => {
        await seenCard(page, "single-method");
        const card = await seenCard(page, "phone-only");
        // 2026-11-21 to 2027-02-01; Arabic may write its own digits.
        assert.match(`${card.title} ${card.body}`, /72|٧٢/u);
      });
    });
  }

  for (const variant of [
    {},
    { table: "v9" },
    { tabs: "on" },
    { hidden: "offscreen" },
    { hidden: "visibility" },
    { lng: "ja" },
  ] as const) {
    test(`with one phone is single-method and phone-only: user-methods ${JSON.stringify(variant)}`, async () => {
      await withPage(userMethods({ list: "phone-only", ...variant }), async (page) => {
        await seenCard(page, "single-method");
        await seenCard(page, "phone-only");
        const perFrame = await Promise.all(
          page.frames().map((frame) => frame.locator("sparekey-hints .hint-root").count()),
        );
        assert.equal(perFrame.filter((count) => count > 0).length, 1, "only the frame on screen speaks");
        assert.ok(await (await bladeFrame(page)).locator("sparekey-hints").count());
      });
    });
  }

  const EXPECTED: readonly [Options["list"], readonly string[], readonly string[]][] = [
    ["passkey-and-authenticator", [], ["single-method", "phone-only", "no-mfa-method"]],
    ["email-only", ["no-mfa-method"], ["phone-only"]],
    ["phone-and-email", ["phone-only", "single-method"], ["no-mfa-method"]],
    ["authenticator-only", ["single-method"], ["phone-only", "no-mfa-method"]],
    ["authenticator-and-same-phone", ["same-phone"], ["single-method", "phone-only", "no-mfa-method"]],
    ["empty", ["no-mfa-method"], ["single-method", "phone-only", "same-phone"]],
  ];
  for (const [list, speaks, silent] of EXPECTED) {
    for (const [place, address] of [
      ["security-info", securityInfo({ list })],
      ["user-methods", userMethods({ list })],
    ] as const) {
      test(`${list} on ${place}: ${speaks.join(", ") || "nothing to warn of"}`, async () => {
        await withPage(address, async (page) => {
          for (const rule of speaks) await seenCard(page, rule);
          await settle(page);
          const rules = await speakingRules(page);
          for (const rule of silent) assert.ok(!rules.includes(rule), `${rule} speaks`);
        });
      });
    }
  }
});
