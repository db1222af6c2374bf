// The countries that a card offers to somebody who has set nothing: what a choice writes, keeps and takes back.

import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import type { Frame, Locator, Page } from "playwright-core";
import { userMethods } from "../portal/catalog.ts";
import { FIXED, RULE, TYPED } from "./add-number.ts";
import { numberField, openAddFormFor } from "./portal-pages.ts";
import { cardFor, eventually, heldToast, openCard, startWatched, type Watched } from "./sparekey.ts";

/** Of the extension's own API, inside its worker. */
declare const chrome: { readonly storage: { readonly local: { get(key: string): Promise<Record<string, unknown>> } } };

let sparekey: Watched;
before(async () => {
  sparekey = await startWatched();
});
beforeEach(() => sparekey.choose({}));
after(() => sparekey.close());

interface Asked {
  readonly page: Page;
  readonly form: Frame;
  readonly input: Locator;
  /** The choice of Japan. */
  readonly japan: Locator;
}

/** The admin's form with a number that has no calling code, and its card open. */
async function whereAsked(use: (asked: Asked) => Promise<void>): Promise<void> {
  const page = await sparekey.page(userMethods({ list: "phone-only" }));
  try {
    const form = await openAddFormFor(page, "phone");
    const input = numberField(form);
    await input.click();
    await input.pressSequentially(TYPED, { delay: 10 });
    const { title } = await openCard(page, RULE);
    assert.equal(title, "Which country is this number from?");
    await use({ page, form, input, japan: cardFor(form, RULE).locator(".choice", { hasText: "Japan" }) });
  } finally {
    await page.close();
  }
}

const holds = (input: Locator, text: string): Promise<unknown> =>
  eventually(
    () => input.inputValue(),
    (value) => value === text,
  );

/** Waits until the stored country is this one; `null` where there is none. */
const keeps = (region: string | null): Promise<unknown> =>
  eventually(
    async () =>
      (await sparekey.worker()).evaluate(
        async () => (await chrome.storage.local.get("defaultRegion"))["defaultRegion"] ?? null,
      ),
    (stored) => stored === region,
  );

describe("who has chosen no country is asked in the card", () => {
  test("a press writes the number and keeps the country, and Undo takes back both", () =>
    whereAsked(async ({ form, input, japan }) => {
      assert.match((await japan.textContent()) ?? "", /\+81\s90\s1234\s5678/u);
      await japan.click();
      await holds(input, FIXED);
      await keeps("JP");
      await (await heldToast(form)).locator(".undo").click();
      await holds(input, TYPED);
      await keeps(null);
    }));

  test("Ctrl+Z takes back both as well", () =>
    whereAsked(async ({ page, input, japan }) => {
      await japan.click();
      await holds(input, FIXED);
      await keeps("JP");
      await page.keyboard.press("Control+z");
      await holds(input, TYPED);
      await keeps(null);
    }));

  test("by keys, the focus stays in the field: Alt+Enter, then Enter", () =>
    whereAsked(async ({ page, form, input }) => {
      const first = await cardFor(form, RULE).locator(".choice").first().textContent();
      await page.keyboard.press("Alt+Enter");
      assert.ok(await input.evaluate((field) => field === document.activeElement));
      assert.equal(await input.inputValue(), TYPED);
      await page.keyboard.press("Enter");
      const written = await eventually(
        () => input.inputValue(),
        (value) => value !== TYPED,
      );
      const digits = (text: string): string => text.replace(/\D/gu, "");
      assert.equal(digits(written), digits(first ?? ""));
    }));

  test("for any other country it leads to the settings", () =>
    whereAsked(async ({ form }) => {
      const settings = sparekey.context.waitForEvent("page");
      await cardFor(form, RULE).locator(".other-choice").click();
      assert.match((await settings).url(), /settings\.html$/u);
      await (await settings).close();
    }));
});
