// Without a pointer: a number is added and corrected in each kind of Entra pane, from the page's load to the Add
// button, by keys alone.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { userMethods } from "../portal/catalog.ts";
import type { Options } from "../portal/options.ts";
import { FIXED, OTHER, RULE, typeNumberByKeys } from "./add-number.ts";
import { countPointers, focused, tabTo } from "./keys.ts";
import { numberField } from "./portal-pages.ts";
import { eventually, openCard, seenCards, startWatched, type Watched } from "./sparekey.ts";

let sparekey: Watched;
before(async () => {
  sparekey = await startWatched();
  await sparekey.choose({ defaultRegion: "JP" });
});
after(() => sparekey.close());

const PANES: readonly Options["pane"][] = ["v8-panel", "v8-light-panel", "v9-drawer", "v9-dialog", "context-pane"];

/** Waits until the open card would write this: the card of the number before may still be there. */
async function offered(page: Page, fixed: string): Promise<void> {
  await eventually(
    () => seenCards(page),
    (cards) => cards.some(({ isOpen, fix }) => isOpen && fix === fixed),
  );
}

describe("by keys alone", () => {
  for (const pane of PANES) {
    test(`a number is added in the ${pane}, corrected by Alt+Enter, and submitted`, async () => {
      const page = await sparekey.context.newPage();
      const pointers = await countPointers(page);
      await page.goto(
        userMethods({ pane, field: pane.startsWith("v9") ? "v9" : "v8", list: "passkey-and-authenticator" }),
      );
      await page.bringToFront();
      const form = await typeNumberByKeys(page, pane);
      const input = numberField(form);
      await openCard(page, RULE);
      assert.equal((await focused(page)).placeholder, "+1 4255551234", "the card has not taken the focus");

      await page.keyboard.press("Escape");
      await eventually(
        () => seenCards(page),
        (cards) => cards.every(({ rules, isOpen }) => !isOpen || !rules.includes(RULE)),
      );
      assert.ok(await input.isVisible(), "Escape has closed the card and not the pane");
      // The card was closed for that number; this is another one.
      await page.keyboard.press("Backspace");
      await page.keyboard.type("9");
      await offered(page, OTHER.fixed);

      await page.keyboard.press("Alt+Enter");
      await eventually(
        () => input.inputValue(),
        (value) => value === OTHER.fixed,
      );
      assert.equal((await focused(page)).placeholder, "+1 4255551234", "the focus has stayed in the field");
      await page.keyboard.press("Control+z");
      await eventually(
        () => input.inputValue(),
        (value) => value === OTHER.typed,
      );
      await offered(page, OTHER.fixed);
      await page.keyboard.press("Alt+Enter");
      await eventually(
        () => input.inputValue(),
        (value) => value === OTHER.fixed,
      );

      await tabTo(
        page,
        ({ text, tag, frame, isOurs }) => frame === form && !isOurs && tag === "button" && text === "Add",
      );
      assert.equal(await form.evaluate(() => window.__portal.entered?.phoneNumber), OTHER.fixed);
      await page.keyboard.press("Space");
      // With the portal's own pane its frame disappears as well.
      await eventually(
        () => input.count().catch(() => 0),
        (count) => count === 0,
      );
      assert.equal(await pointers(), 0, "no pointer had a part in it");
      await page.close();
    });
  }

  test("from the Add button back there are as many Tab stops as there: no hint is in between", async () => {
    const page = await sparekey.page(
      userMethods({ pane: "v9-dialog", field: "v9", list: "passkey-and-authenticator" }),
    );
    await page.bringToFront();
    const form = await typeNumberByKeys(page, "v9-dialog");
    await openCard(page, RULE);
    await tabTo(
      page,
      ({ text, tag, frame, isOurs }) => frame === form && !isOurs && tag === "button" && text === "Add",
    );
    await tabTo(page, ({ placeholder }) => placeholder === "+1 4255551234", "Shift+Tab");
    await openCard(page, RULE);
    await page.keyboard.press("Alt+Enter");
    await eventually(
      () => numberField(form).inputValue(),
      (value) => value === FIXED,
    );
    await page.close();
  });
});
