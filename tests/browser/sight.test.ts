// Whether hints can be seen: above what a page shows in the browser's top layer, and writing nothing where they cannot.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Frame, Locator, Page } from "playwright-core";
import { securityInfo, userMethods } from "../portal/catalog.ts";
import type { Options } from "../portal/options.ts";
import { label } from "../portal/words.ts";
import { FIXED, RULE, TYPED } from "./add-number.ts";
import { numberField, openAddFormFor, openPhoneStep } from "./portal-pages.ts";
import { cardFor, eventually, handleFor, heldToast, openCard, startWatched, type Watched } from "./sparekey.ts";

let sparekey: Watched;
before(async () => {
  sparekey = await startWatched();
  await sparekey.choose({ defaultRegion: "JP" });
});
after(() => sparekey.close());

interface Opened {
  readonly page: Page;
  readonly form: Frame;
  readonly input: Locator;
}

/** The admin's form with a number that has a fix in it, and its card open. */
async function withNumber(pane: Options["pane"], use: (opened: Opened) => Promise<void>): Promise<void> {
  const page = await sparekey.page(userMethods({ pane, list: "phone-only" }));
  try {
    const form = await openAddFormFor(page, "phone");
    const input = numberField(form);
    await input.click();
    await input.pressSequentially(TYPED, { delay: 10 });
    await openCard(page, RULE);
    await use({ page, form, input });
  } finally {
    await page.close();
  }
}

/** Waits until nothing of the page lies over an element of ours, asked at many points of it. */
async function onTop(element: Locator): Promise<void> {
  const over = (): Promise<readonly string[]> =>
    element.evaluate((ours) => {
      const { left, top, width, height } = ours.getBoundingClientRect();
      const found: string[] = [];
      for (const across of [0.25, 0.5, 0.75])
        for (const down of [0.25, 0.5, 0.75]) {
          const at = document.elementFromPoint(left + across * width, top + down * height);
          if (at?.localName !== "sparekey-hints") found.push(at?.outerHTML.slice(0, 80) ?? "nothing");
        }
      return found;
    });
  await eventually(over, ({ length }) => length === 0, 5000);
}

const holds = (input: Locator, text: string): Promise<unknown> =>
  eventually(
    () => input.inputValue(),
    (value) => value === text,
    5000,
  );

const NATIVE = ["native-dialog", "native-popover"] as const;

describe("in the top layer", () => {
  for (const pane of NATIVE) {
    test(`card and mark are above the ${pane} of their field`, () =>
      withNumber(pane, async ({ form }) => {
        await onTop(cardFor(form, RULE));
        await onTop(handleFor(form, RULE));
      }));

    test(`a press writes the fix, in the ${pane}, which stays open, and Ctrl+Z and Undo take it back`, () =>
      withNumber(pane, async ({ form, input, page }) => {
        await cardFor(form, RULE).locator(".fix").click({ timeout: 5000 });
        await holds(input, FIXED);
        assert.ok(await input.evaluate((field) => field === document.activeElement));
        await page.keyboard.press("Control+z");
        await holds(input, TYPED);
        await openCard(page, RULE);
        await page.keyboard.press("Alt+Enter");
        await holds(input, FIXED);
        const toast = await heldToast(form);
        await onTop(toast);
        await toast.locator(".undo").click({ timeout: 5000 });
        await holds(input, TYPED);
      }));
  }

  test("a hint that was there before comes back where it was when the dialog closes", () =>
    withNumber("native-dialog", async ({ form }) => {
      await form.getByRole("button", { name: "Cancel" }).click();
      await eventually(
        () => form.locator("dialog").count(),
        (count) => count === 0,
      );
      await onTop(handleFor(form, "single-method"));
      assert.equal(
        await form.evaluate(() => document.querySelector("sparekey-hints")?.parentElement?.localName),
        "html",
      );
    }));

  /** What a page may bring into the top layer after the card, over it. */
  const LATER: Readonly<Record<string, () => void>> = {
    "a popover over everything": () => {
      const over = document.createElement("div");
      over.style.cssText = "position:fixed;inset:0;width:auto;height:auto;margin:0;pointer-events:none;background:#fff";
      over.popover = "manual";
      document.body.append(over);
      over.showPopover();
    },
    "a popover over the card": () => {
      const over = document.createElement("div");
      const card = document.querySelector("sparekey-hints")?.shadowRoot?.querySelector(".card:not([hidden])");
      const { left = 0, top = 0, width = 0, height = 0 } = card?.getBoundingClientRect() ?? {};
      over.style.cssText = `position:fixed;left:${String(left)}px;top:${String(top)}px;width:${String(width)}px;height:${String(height)}px;margin:0;background:#fff`;
      over.popover = "manual";
      document.body.append(over);
      over.showPopover();
    },
  };
  for (const [name, build] of Object.entries(LATER)) {
    for (const pane of ["v8-panel", "native-popover"] as const) {
      test(`${name} that is shown later does not hide the card, in the ${pane}`, () =>
        withNumber(pane, async ({ form }) => {
          await form.evaluate(build);
          await onTop(cardFor(form, RULE));
          const isAbove = (): Promise<boolean> =>
            form.evaluate(() => document.querySelector("sparekey-hints")?.matches(":popover-open") ?? false);
          await eventually(isAbove, Boolean, 5000);
        }));
    }
  }

  test("a card is above a full-screen page", async () => {
    const page = await sparekey.page(securityInfo({ list: "empty" }));
    await openPhoneStep(page);
    const rule = "country-code-twice";
    const input = page.getByRole("textbox", { name: label("admin_method_phone_number", "en") }).last();
    await page.evaluate(() => document.body.requestFullscreen());
    await input.click();
    await input.pressSequentially("+1 425 555 0100", { delay: 10 });
    await openCard(page, rule);
    await onTop(cardFor(page, rule));
    await cardFor(page, rule).locator(".fix").click({ timeout: 5000 });
    await eventually(
      () => input.inputValue(),
      (value) => value !== "+1 425 555 0100",
      5000,
    );
    await page.close();
  });
});

describe("a card that the page has hidden", () => {
  const HIDDEN: Readonly<Record<string, () => void>> = {
    "by moving the host into a hidden element": () => {
      const hide = (): void => {
        const away = document.createElement("div");
        away.hidden = true;
        document.body.append(away);
        away.append(document.querySelector("sparekey-hints") ?? "");
      };
      window.addEventListener("keydown", hide, { capture: true, once: true });
    },
    "by emptying the shadow root": () => {
      const hide = (): void => {
        document.querySelector("sparekey-hints")?.shadowRoot?.replaceChildren();
      };
      window.addEventListener("keydown", hide, { capture: true, once: true });
    },
    "by clipping the page": () => {
      const hide = (): void => {
        document.documentElement.style.clipPath = "inset(0 0 100% 0)";
      };
      window.addEventListener("keydown", hide, { capture: true, once: true });
    },
  };
  for (const [name, hide] of Object.entries(HIDDEN)) {
    test(`writes nothing at Alt+Enter: ${name}`, () =>
      withNumber("v8-panel", async ({ form, input }) => {
        // The Alt key hides it, and Enter follows before anything of ours can come back.
        await form.evaluate(hide);
        await input.press("Alt+Enter");
        assert.equal(await input.inputValue(), TYPED);
      }));
  }
});
