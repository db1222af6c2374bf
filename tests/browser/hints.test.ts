// How hints behave: marks that stay, cards that open and close, strips beside lists, undo, silence, the keyboard, and
// what assistive technology gets. Owns no rule's words.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Frame, Locator, Page } from "playwright-core";
import { securityInfo, userMethods } from "../portal/catalog.ts";
import type { Options } from "../portal/options.ts";
import { label } from "../portal/words.ts";
import { endWorker } from "./own-pages.ts";
import { bladeFrame, chooseMethod, numberField, openAddFormFor, openPhoneStep } from "./portal-pages.ts";
import {
  cardFor,
  eventually,
  handleFor,
  heldToast,
  openCard,
  seenCard,
  seenCards,
  settle,
  speakingRules,
  spotFor,
  startWatched,
  type Watched,
} from "./sparekey.ts";

/** The little of the extension's own API that is asked inside its worker. */
declare const chrome: {
  readonly tabs: {
    query(which: object): Promise<readonly { readonly id: number }[]>;
    sendMessage(tab: number, message: object): Promise<unknown>;
  };
  readonly storage: {
    readonly local: {
      get(keys: null): Promise<Readonly<Record<string, unknown>>>;
      set: (items: object) => Promise<void>;
    };
  };
  readonly commands: {
    getAll(): Promise<readonly { readonly name: string; readonly shortcut: string; readonly description: string }[]>;
  };
};

const RULE = "country-code-missing";
const TYPED = "090-1234-5678";
const FIXED = "+81 9012345678";
const PANES: readonly Options["pane"][] = ["v8-panel", "v8-light-panel", "v9-drawer", "v9-dialog", "context-pane"];

let sparekey: Watched;
before(async () => {
  sparekey = await startWatched();
});
after(() => sparekey.close());

interface Opened {
  readonly page: Page;
  readonly form: Frame;
  readonly input: Locator;
}

/** The admin's form with a number that has a fix in it, and its card open. */
async function withNumber(pane: Options["pane"], use: (opened: Opened) => Promise<void>): Promise<void> {
  await sparekey.choose({ defaultRegion: "JP" });
  const page = await sparekey.page(userMethods({ pane, field: pane.startsWith("v9") ? "v9" : "v8" }));
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

const boxOf = (element: Locator): Promise<DOMRect> =>
  element.evaluate((found) => found.getBoundingClientRect().toJSON() as DOMRect);

const isOpen = async (page: Page, rule = RULE): Promise<boolean | undefined> =>
  (await seenCards(page)).find(({ rules }) => rules.includes(rule))?.isOpen;
const closed = (page: Page): Promise<unknown> =>
  eventually(
    () => isOpen(page),
    (open) => open === false,
  );
const opened = (page: Page): Promise<unknown> =>
  eventually(
    () => isOpen(page),
    (open) => open === true,
  );

/** As the browser does when the command's keys are pressed; no test can press those. */
async function pressCommand(page: Page): Promise<void> {
  await page.bringToFront();
  await (await sparekey.worker()).evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    await chrome.tabs.sendMessage(tab?.id ?? -1, { kind: "open-hint" }).catch(() => undefined);
  });
}

/** The text of the live region. */
const spoken = async (frame: Page | Frame): Promise<string> =>
  (await frame.locator('sparekey-hints [role="status"]').textContent()) ?? "";

/** Controls and texts of the page that are under an element of ours. */
async function covered(element: Locator): Promise<readonly string[]> {
  return element.evaluate((ours) => {
    const box = ours.getBoundingClientRect();
    const isUnder = ({ left, right, top, bottom }: DOMRect): boolean =>
      Math.min(right, box.right) - Math.max(left, box.left) > 1 &&
      Math.min(bottom, box.bottom) - Math.max(top, box.top) > 1;
    const isSeen = (element: Element): boolean =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    // What is behind a dialog can be neither pressed nor read.
    const page = [...document.querySelectorAll("[role=dialog], [role=alertdialog]")].at(-1) ?? document.body;
    const controls = [...page.querySelectorAll("a[href], button, input, [role=button], [role=combobox]")]
      .filter((control) => isSeen(control) && isUnder(control.getBoundingClientRect()))
      .map(({ outerHTML }) => outerHTML.slice(0, 80));
    const words: string[] = [];
    const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text !== null; text = walker.nextNode()) {
      const range = new Range();
      range.selectNodeContents(text);
      const parent = text.parentElement;
      if (parent !== null && isSeen(parent) && [...range.getClientRects()].some(isUnder))
        words.push(text.textContent ?? "");
    }
    return [...controls, ...words];
  });
}

describe("a mark", () => {
  for (const pane of PANES) {
    test(`is beside its field, large enough and covering nothing, in the ${pane}`, async () => {
      await withNumber(pane, async ({ form, input }) => {
        const mark = handleFor(form, RULE);
        const isBeside = (box: DOMRect, field: DOMRect): boolean =>
          box.left >= field.right - 1 ||
          box.right <= field.left + 1 ||
          box.bottom <= field.top + 1 ||
          box.top >= field.bottom - 1;
        // A pane may still be moving in, and the mark follows it.
        const atRest = async (): Promise<{ box: DOMRect; field: DOMRect; under: readonly string[] }> => {
          const [box, field] = [await boxOf(mark), await boxOf(input)];
          return { box, field, under: await covered(mark) };
        };
        const {
          box: { x, width, height },
        } = await eventually(atRest, ({ box, field, under }) => isBeside(box, field) && under.length === 0);
        assert.ok(width >= 24 && height >= 24);
        assert.ok(x >= 0 && x + width <= (await form.evaluate(() => document.documentElement.clientWidth)));
      });
    });
  }

  test("stays when the focus moves on, and opens the card by pointer, press and focus", async () => {
    await withNumber("v8-panel", async ({ page, form, input }) => {
      await page.keyboard.press("Tab");
      await closed(page);
      const mark = handleFor(form, RULE);
      await mark.hover();
      await opened(page);
      // The card stays open while the pointer goes from the mark to it.
      await cardFor(form, RULE).hover();
      await page.waitForTimeout(600);
      assert.equal(await isOpen(page), true);
      await page.mouse.move(500, 600);
      await closed(page);
      await mark.click();
      await page.mouse.move(500, 600);
      await page.waitForTimeout(600);
      assert.equal(await isOpen(page), true, "pinned");
      await page.keyboard.press("Escape");
      await closed(page);
      await input.focus();
      await opened(page);
      await page.keyboard.press("Escape");
      await closed(page);
      assert.ok(await input.isVisible(), "the panel is still open");
      await mark.click();
      await opened(page);
    });
  });

  test("has its card on its own side, and the card stays open while the pointer goes straight to the fix", async () => {
    const page = await sparekey.page(securityInfo({ list: "empty" }));
    await page.setViewportSize({ width: 1366, height: 768 });
    await openPhoneStep(page);
    await page
      .getByRole("textbox", { name: label("admin_method_phone_number", "en") })
      .last()
      .fill("+1 425 555 0100");
    await openCard(page, "country-code-twice");
    await page.keyboard.press("Tab");
    await eventually(
      () => isOpen(page, "country-code-twice"),
      (open) => open === false,
    );
    const mark = handleFor(page, "country-code-twice");
    await mark.hover();
    await openCard(page, "country-code-twice");
    const [from, to] = [await boxOf(mark), await boxOf(cardFor(page, "country-code-twice").locator(".fix"))];
    const end = { x: to.x + to.width / 2, y: to.y + to.height / 2 };
    assert.ok(to.left > from.right, "on the side of the mark, where there is room");
    await page.mouse.move(end.x, end.y, { steps: 10 });
    await page.mouse.down();
    await page.mouse.up();
    await page.locator("sparekey-hints .undo-toast").waitFor();
    await page.close();
  });

  test("closes its card when the pointer leaves the frame straight for the portal around it", async () => {
    await withNumber("context-pane", async ({ page, form }) => {
      await page.keyboard.press("Tab");
      await closed(page);
      await handleFor(form, RULE).hover();
      await opened(page);
      await cardFor(form, RULE).hover();
      // As the browser reports it to a frame. The movement of a driven pointer from frame to frame is reported to
      // neither of them (measured in Chromium 156: no pointerout, mouseout, pointerleave or mouseleave).
      await form.evaluate(() =>
        document.documentElement.dispatchEvent(new PointerEvent("pointerout", { bubbles: true })),
      );
      await closed(page);
    });
  });

  test("closes its card when the part under the pointer was replaced and fired no `pointerleave`", async () => {
    await withNumber("v8-panel", async ({ page, form, input }) => {
      await page.keyboard.press("Escape");
      await page.keyboard.press("Tab");
      await handleFor(form, RULE).hover();
      await opened(page);
      await form.evaluate(() => {
        document
          .querySelector("sparekey-hints")
          ?.shadowRoot?.addEventListener("pointerleave", (event) => event.stopImmediatePropagation(), true);
      });
      await page.mouse.move(500, 600);
      await page.waitForTimeout(600);
      assert.equal(await isOpen(page), true, "no event has reported that the pointer left");
      await input.evaluate((field) => {
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(field, "090-1234-567");
        field.dispatchEvent(new Event("input", { bubbles: true }));
      });
      await closed(page);
    });
  });

  test("disappears by ×, and comes back by Undo or with another value", async () => {
    await withNumber("v8-panel", async ({ page, form, input }) => {
      const close = cardFor(form, RULE).locator(".close");
      await close.click();
      await eventually(
        () => isOpen(page),
        (open) => open === undefined,
      );
      await form.locator("sparekey-hints .undo-toast .undo").click();
      await openCard(page, RULE);
      await close.click();
      await eventually(
        () => isOpen(page),
        (open) => open === undefined,
      );
      await input.press("End");
      await input.press("Backspace");
      await input.press("9");
      await openCard(page, RULE);
    });
  });

  test("follows its field when the page scrolls, in the same frame", async () => {
    const page = await sparekey.page(securityInfo());
    await seenCard(page, "single-method");
    const distances = await page.evaluate(async () => {
      document.body.style.paddingBottom = "2000px";
      const ours = (): DOMRect => {
        const parts = [
          ...(document.querySelector("sparekey-hints")?.shadowRoot?.querySelectorAll(".strip, .mark") ?? []),
        ];
        return parts.find((part) => part.checkVisibility())?.getBoundingClientRect() ?? new DOMRect();
      };
      const heading = document.querySelector("h1, h2, [role=heading]") ?? document.body;
      const nextFrame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
      // Until the strip has taken its place in the longer page.
      for (let before = NaN, frames = 0, all = 0; frames < 30 && all < 3000; frames += 1, all += 1) {
        await nextFrame();
        const { top, height } = ours();
        if (top !== before || height === 0) frames = 0;
        before = top;
      }
      const seen: number[] = [];
      for (let step = 0; step < 10; step += 1) {
        window.scrollBy(0, 7);
        await nextFrame();
        await nextFrame();
        seen.push(Math.round(ours().top - heading.getBoundingClientRect().top));
      }
      return seen;
    });
    assert.ok(Math.max(...distances) - Math.min(...distances) <= 1, distances.join(" "));
    await page.close();
  });
});

describe("a choice", () => {
  test("that has just been made opens its card, which closes when the user moves on", async () => {
    const page = await sparekey.page(userMethods({ list: "passkey-and-authenticator" }));
    const form = await openAddFormFor(page, "email");
    await openCard(page, "email-is-not-mfa");
    await form.getByPlaceholder("name@example.com").click();
    await eventually(
      () => isOpen(page, "email-is-not-mfa"),
      (open) => open === false,
    );
    await page.close();
  });
});

describe("a strip", () => {
  const VARIANTS: readonly Partial<Options>[] = [
    {},
    { lng: "ja" },
    { lng: "ar" },
    { generation: "previous" },
    { rows: "plain" },
  ];
  for (const variant of VARIANTS) {
    test(`is the only one of a list, and covers nothing: ${JSON.stringify(variant)}`, async () => {
      const page = await sparekey.page(securityInfo({ list: "phone-only", ...variant }));
      await seenCard(page, "single-method");
      await settle(page);
      await eventually(
        () => page.locator("sparekey-hints .hint-root").count(),
        (count) => count === 1,
      );
      const strip = page.locator("sparekey-hints .strip");
      await strip.waitFor();
      await eventually(
        () => covered(strip),
        ({ length }) => length === 0,
      );
      assert.equal(await strip.locator(".count").textContent(), "2");
      await handleFor(page, "single-method").click();
      const card = await openCard(page, "single-method");
      assert.deepEqual([...card.rules].sort(), ["phone-only", "single-method"]);
      await page.close();
    });
  }

  for (const [width, height] of [
    [320, 640],
    [800, 600],
  ] as const) {
    test(`covers nothing, or is replaced by a mark that does so, at ${String(width)} px`, async () => {
      const page = await sparekey.page(securityInfo({ list: "phone-only" }));
      await page.setViewportSize({ width, height });
      await seenCard(page, "single-method");
      await settle(page);
      const part = page.locator("sparekey-hints .strip:visible, sparekey-hints .mark:visible");
      await eventually(
        () => part.count(),
        (count) => count === 1,
      );
      await eventually(
        () => covered(part),
        ({ length }) => length === 0,
      );
      await handleFor(page, "single-method").click();
      await openCard(page, "single-method");
      await settle(page);
      await eventually(
        () => cardFor(page, "single-method").boundingBox(),
        (box) => box !== null && box.x >= 0 && box.x + box.width <= width,
      );
      assert.ok(
        await cardFor(page, "single-method").locator(".hint .body").isVisible(),
        "what was asked for is said whole",
      );
      await page.close();
    });
  }

  // The viewport in a browser on a laptop of 1366 by 768.
  test("shows its reasons, and its menu whole, where its card has to scroll", async () => {
    const page = await sparekey.page(securityInfo({ list: "phone-only" }));
    await page.setViewportSize({ width: 1366, height: 650 });
    await handleFor(page, "phone-only").click();
    await openCard(page, "phone-only");
    const card = cardFor(page, "phone-only");
    const isOnTop = (part: Locator): Promise<boolean> =>
      part.evaluate((element) => {
        const { left, right, top, bottom } = element.getBoundingClientRect();
        const root = element.getRootNode() as ShadowRoot;
        const found = root.elementFromPoint((left + right) / 2, Math.min((top + bottom) / 2, top + 12));
        return found !== null && element.contains(found);
      });
    await card.locator(".why").click();
    await settle(page);
    assert.ok(await isOnTop(card.locator(".reasons")));
    await card.locator(".silence").click();
    await settle(page);
    assert.ok(await isOnTop(card.getByRole("menuitem").first()));
    const last = card.getByRole("menuitem").last();
    await last.scrollIntoViewIfNeeded();
    assert.ok(await isOnTop(last));
    await page.close();
  });

  test("moves the focus to Undo if its × was pressed by keys", async () => {
    const page = await sparekey.page(securityInfo({ list: "phone-only" }));
    await seenCard(page, "single-method");
    await settle(page);
    await page.locator("sparekey-hints .strip .close").focus();
    await page.keyboard.press("Enter");
    const undo = page.locator("sparekey-hints .undo-toast .undo");
    await undo.waitFor();
    assert.ok(await undo.evaluate((button) => (button.getRootNode() as ShadowRoot).activeElement === button));
    await page.keyboard.press("Enter");
    await seenCard(page, "single-method");
    const isFocused = (): Promise<boolean> =>
      page
        .locator("sparekey-hints .strip .details")
        .evaluate((details) => (details.getRootNode() as ShadowRoot).activeElement === details);
    await eventually(isFocused, Boolean);
    await page.locator("sparekey-hints .strip .close").press("Enter");
    await undo.waitFor();
    await page.keyboard.press("Escape");
    await undo.waitFor({ state: "detached" });
    await page.close();
  });

  test("keeps its reasons open when its text changes", async () => {
    const page = await sparekey.page(securityInfo({ list: "phone-only" }));
    await seenCard(page, "phone-only");
    await handleFor(page, "phone-only").click();
    const card = cardFor(page, "phone-only");
    await card.locator(".why").click();
    await card.getByText(/\b72 days\b/u).waitFor();
    await sparekey.choose({ today: "2026-11-22" });
    await card.getByText(/\b71 days\b/u).waitFor();
    assert.ok(await card.locator(".reasons").isVisible());
    assert.equal(await card.locator(".why").getAttribute("aria-expanded"), "true");
    await sparekey.choose({});
    await page.close();
  });

  test("in the blade covers nothing, and does not change the page's layout", async () => {
    const page = await sparekey.page(userMethods({ list: "phone-only" }));
    const blade = await bladeFrame(page);
    await seenCard(page, "single-method");
    await settle(page);
    await eventually(
      () => covered(blade.locator("sparekey-hints .strip")),
      ({ length }) => length === 0,
    );
    const height = (): Promise<number> => blade.evaluate(() => document.documentElement.scrollHeight);
    const withStrip = await height();
    await blade.evaluate(() => document.querySelector("sparekey-hints")?.remove());
    assert.equal(await height(), withStrip);
    await page.close();
  });
});

describe("Undo", () => {
  for (const pane of PANES) {
    test(`restores what was typed, in the field and in the page's own state, in the ${pane}`, async () => {
      await withNumber(pane, async ({ form, input }) => {
        await cardFor(form, RULE).locator(".fix").click();
        const toast = await heldToast(form);
        await eventually(
          () => input.inputValue(),
          (value) => value === FIXED,
        );
        await toast.locator(".undo").click();
        await eventually(
          () => input.inputValue(),
          (value) => value === TYPED,
        );
        assert.equal(await form.evaluate(() => window.__portal.entered?.phoneNumber), TYPED);
        assert.ok(await input.evaluate((element) => element === document.activeElement), "the field keeps the focus");
        assert.equal(await toast.count(), 0);
      });
    });
  }

  for (const way of ["Undo", "the keys of the browser"] as const) {
    test(`by ${way} leaves the caret at the end, so that the next key erases nothing`, async () => {
      await withNumber("v9-drawer", async ({ form, input }) => {
        await cardFor(form, RULE).locator(".fix").click();
        await eventually(
          () => input.inputValue(),
          (value) => value === FIXED,
        );
        if (way === "Undo") await form.locator("sparekey-hints .undo-toast .undo").click();
        else await input.press("Control+z");
        await eventually(
          () => input.inputValue(),
          (value) => value === TYPED,
        );
        await input.press("9");
        assert.equal(await input.inputValue(), `${TYPED}9`);
      });
    });
  }

  test("undoes nothing that was typed elsewhere since", async () => {
    await withNumber("context-pane", async ({ form, input }) => {
      await input.evaluate((field) => {
        const other = document.createElement("input");
        other.id = "other";
        field.after(other);
      });
      await cardFor(form, RULE).locator(".fix").click();
      const toast = await heldToast(form);
      await eventually(
        () => input.inputValue(),
        (value) => value === FIXED,
      );
      await form.locator("#other").click();
      await form.locator("#other").pressSequentially("kept");
      await toast.locator(".undo").click();
      await eventually(
        () => input.inputValue(),
        (value) => value === TYPED,
      );
      assert.equal(await form.locator("#other").inputValue(), "kept");
    });
  });

  test("is offered for some seconds, which stop under the pointer", async () => {
    await withNumber("v8-panel", async ({ page, form, input }) => {
      await cardFor(form, RULE).locator(".fix").click();
      const toast = await heldToast(form);
      await eventually(
        () => input.inputValue(),
        (value) => value === FIXED,
      );
      await toast.hover();
      await page.waitForTimeout(9000);
      assert.equal(await toast.count(), 1);
      await page.mouse.move(500, 600);
      await eventually(
        () => toast.count(),
        (count) => count === 0,
      );
    });
  });

  test("is no longer offered once the field holds something else", async () => {
    await withNumber("v8-panel", async ({ form, input }) => {
      await cardFor(form, RULE).locator(".fix").click();
      // Nor does it disappear by itself meanwhile.
      const toast = await heldToast(form);
      await input.press("End");
      await input.press("1");
      await eventually(
        () => toast.count(),
        (count) => count === 0,
      );
    });
  });
});

describe("silence", () => {
  const stored = async (): Promise<Readonly<Record<string, unknown>>> =>
    (await sparekey.worker()).evaluate(() => chrome.storage.local.get(null));

  test("is a menu for the arrow keys, and Escape closes it", async () => {
    await withNumber("context-pane", async ({ page, form, input }) => {
      const card = cardFor(form, RULE);
      await card.locator(".silence").focus();
      await page.keyboard.press("Enter");
      const items = card.getByRole("menuitem");
      await items.first().waitFor();
      assert.ok(await card.getByText("Do not show this", { exact: true }).isVisible());
      const focused = (): Promise<string | undefined> =>
        form.evaluate(
          () => document.querySelector("sparekey-hints")?.shadowRoot?.activeElement?.textContent ?? undefined,
        );
      const names = await items.allTextContents();
      assert.equal(await focused(), names[0]);
      await page.keyboard.press("ArrowDown");
      assert.equal(await focused(), names[1]);
      await page.keyboard.press("End");
      assert.equal(await focused(), names.at(-1));
      await page.keyboard.press("ArrowDown");
      assert.equal(await focused(), names[0], "round at the end");
      await page.keyboard.press("Escape");
      assert.ok(await items.first().isHidden());
      assert.equal(await isOpen(page), true);
      await page.keyboard.press("Escape");
      await closed(page);
      assert.ok(await input.evaluate((field) => field === document.activeElement), "the field has the focus again");
    });
  });

  test("at the element lasts until the value changes, and can be undone", async () => {
    await withNumber("v8-panel", async ({ page, form }) => {
      await cardFor(form, RULE).locator(".silence").click();
      await cardFor(form, RULE).getByRole("menuitem").first().click();
      const toast = await heldToast(form);
      await eventually(
        () => isOpen(page),
        (open) => open === undefined,
      );
      await toast.locator(".undo").click();
      await seenCard(page, RULE);
    });
  });

  test("of the page lasts two hours, and can be undone, though the worker slept while the card was read", async () => {
    await withNumber("v8-panel", async ({ page, form }) => {
      await cardFor(form, RULE).locator(".silence").click();
      await endWorker(sparekey, page);
      const pressed = Date.now();
      await cardFor(form, RULE).getByRole("menuitem").nth(1).click();
      const toast = await heldToast(form);
      await eventually(
        () => speakingRules(page),
        (rules) => rules.length === 0,
      );
      const { silencedPlaces } = (await stored()) as { readonly silencedPlaces: Readonly<Record<string, number>> };
      const until = silencedPlaces["user-methods"] ?? 0;
      assert.ok(Math.abs(until - pressed - 7_200_000) < 60_000, String(until - pressed));
      await toast.locator(".undo").click();
      await seenCard(page, RULE);
    });
  });

  test("is confirmed at the place of the strip that was pressed", async () => {
    const page = await sparekey.page(securityInfo({ list: "phone-only" }));
    await page.setViewportSize({ width: 1366, height: 768 });
    await seenCard(page, "single-method");
    await settle(page);
    const before = await boxOf(page.locator("sparekey-hints .strip"));
    await handleFor(page, "single-method").click();
    await cardFor(page, "single-method").locator(".silence").click();
    await cardFor(page, "single-method").getByRole("menuitem").nth(1).click();
    const toast = page.locator("sparekey-hints .undo-toast");
    await toast.waitFor();
    await settle(page);
    const { left, top } = await boxOf(toast);
    assert.deepEqual([left, top].map(Math.round), [before.left, before.top].map(Math.round));
    await toast.locator(".undo").click();
    await seenCard(page, "single-method");
    await page.close();
  });

  test("that the storage refuses is said to have failed, and the hint stays", async () => {
    await withNumber("v8-panel", async ({ page, form }) => {
      await (await sparekey.worker()).evaluate(() => {
        const { local } = chrome.storage;
        const { set } = local;
        local.set = () => {
          local.set = set;
          return Promise.reject(new Error("QUOTA_BYTES quota exceeded"));
        };
      });
      await cardFor(form, RULE).locator(".silence").click();
      await cardFor(form, RULE).getByRole("menuitem").nth(2).click();
      const toast = form.locator("sparekey-hints .undo-toast");
      await toast.waitFor();
      const failed = "The browser could not save this. Nothing was changed.";
      assert.equal(await toast.innerText(), failed);
      assert.equal(await spoken(form), failed);
      assert.deepEqual(
        [await stored().then((now) => now["silencedRules"]), (await speakingRules(page)).includes(RULE)],
        [undefined, true],
      );
      // The next one is taken, in the place of what was said.
      await handleFor(form, RULE).click();
      await cardFor(form, RULE).locator(".silence").click();
      await cardFor(form, RULE).getByRole("menuitem").nth(2).click();
      await eventually(
        () => speakingRules(page),
        (rules) => !rules.includes(RULE),
      );
      assert.match(await toast.innerText(), /^This advice is off/u);
    });
  });

  test("of a rule lasts, and can be undone", async () => {
    await withNumber("v8-panel", async ({ page, form }) => {
      await cardFor(form, RULE).locator(".silence").click();
      await cardFor(form, RULE).getByRole("menuitem").nth(2).click();
      const toast = await heldToast(form);
      await eventually(
        () => speakingRules(page),
        (rules) => !rules.includes(RULE),
      );
      assert.deepEqual((await stored())["silencedRules"], [RULE]);
      await toast.locator(".undo").click();
      await seenCard(page, RULE);
    });
  });
});

describe("a message", () => {
  test("is copied completely, which is announced once", async () => {
    await sparekey.choose({});
    const page = await sparekey.page(userMethods({ list: "phone-only" }));
    const blade = await bladeFrame(page);
    await blade
      .getByRole("menuitem", { name: label("admin_action_require_reregister", "en") })
      .or(blade.getByText(label("admin_action_require_reregister", "en"), { exact: true }))
      .first()
      .click();
    await openCard(page, "reregister-effect");
    const card = cardFor(blade, "reregister-effect");
    const message = await card.locator(".message").textContent();
    // The verdict is announced in the same region, at the latest a second after the press.
    const { title } = await seenCard(page, "reregister-effect");
    await eventually(
      () => spoken(blade),
      (announced) => announced.includes(title),
    );
    await card.locator(".copy").click();
    await eventually(
      () => card.locator(".copy").textContent(),
      (text) => text === "Copied",
    );
    assert.equal(await blade.locator('sparekey-hints [role="status"]').textContent(), "Copied");
    const reader = await sparekey.page(securityInfo());
    await reader.evaluate(() =>
      document.body.prepend(Object.assign(document.createElement("textarea"), { id: "pasted" })),
    );
    await reader.locator("#pasted").click();
    await reader.keyboard.press("Control+v");
    await eventually(
      () => reader.locator("#pasted").inputValue(),
      (pasted) => pasted === message,
    );
    await reader.close();
    await page.close();
  });
});

describe("the command", () => {
  test("has a key and a description", async () => {
    const commands = await (await sparekey.worker()).evaluate(() => chrome.commands.getAll());
    const command = commands.find(({ name }) => name === "open-hint");
    assert.equal(command?.shortcut, "Alt+Shift+K");
    assert.ok(command.description.length > 0);
  });

  for (const pane of PANES) {
    test(`opens the hint of the focused field and applies its fix, and the focus never leaves, in the ${pane}`, async () => {
      await withNumber(pane, async ({ page, form, input }) => {
        await page.keyboard.press("Escape");
        await closed(page);
        await input.evaluate((field) => field.addEventListener("blur", () => field.setAttribute("data-left", "")));
        await pressCommand(page);
        await opened(page);
        assert.equal(await cardFor(form, RULE).locator("[data-selected]").getAttribute("class"), "fix");
        const heard = await spoken(form);
        const title = (await seenCard(page, RULE)).title;
        assert.ok(heard.startsWith(title) && heard.endsWith("Change to +81 901 234 5678"), heard);
        assert.doesNotMatch(heard, /\d{7}/u, "no number is read as a sum in millions");
        await pressCommand(page);
        await eventually(
          () => input.inputValue(),
          (value) => value === FIXED,
        );
        assert.equal(await input.getAttribute("data-left"), null);
      });
    });

    test(`lets keys go through the card from the field in the ${pane}`, async () => {
      await withNumber(pane, async ({ page, form, input }) => {
        await input.evaluate((field) => field.addEventListener("blur", () => field.setAttribute("data-left", "")));
        await pressCommand(page);
        const selected = cardFor(form, RULE).locator("[data-selected]");
        await selected.waitFor();
        await page.keyboard.press("ArrowDown");
        assert.match((await selected.getAttribute("class")) ?? "", /why/u);
        const why = await selected.textContent();
        await eventually(
          () => spoken(form),
          (announced) => announced === why,
        );
        await page.keyboard.press("Enter");
        assert.ok(await cardFor(form, RULE).locator(".reasons").isVisible());
        await page.keyboard.press("Escape");
        await closed(page);
        assert.ok(await input.isVisible(), "the pane is still open");
        assert.equal(await input.getAttribute("data-left"), null);
        assert.equal(await input.inputValue(), TYPED);
      });
    });
  }

  for (const pane of PANES) {
    test(`leads to Undo after a silence that was chosen by keys, and the focus never leaves, in the ${pane}`, async () => {
      await withNumber(pane, async ({ page, form, input }) => {
        await input.evaluate((field) => field.addEventListener("blur", () => field.setAttribute("data-left", "")));
        await pressCommand(page);
        const selected = form.locator("sparekey-hints [data-selected]");
        await selected.waitFor();
        await page.keyboard.press("ArrowUp");
        await page.keyboard.press("ArrowUp");
        assert.match((await selected.getAttribute("class")) ?? "", /silence/u);
        await page.keyboard.press("Enter");
        await page.keyboard.press("Enter");
        const toast = await heldToast(form);
        await eventually(
          () => isOpen(page),
          (open) => open === undefined,
        );
        await pressCommand(page);
        await eventually(
          () => selected.getAttribute("class"),
          (names) => names?.includes("undo") === true,
        );
        assert.match(await spoken(form), /^Quiet here .*Undo$/u);
        // Escape ends the virtual focus on it, and closes nothing else.
        await page.keyboard.press("Escape");
        assert.equal(await selected.count(), 0);
        assert.ok(await input.isVisible());
        await pressCommand(page);
        await selected.waitFor();
        await pressCommand(page);
        await seenCard(page, RULE);
        assert.equal(await toast.count(), 0);
        assert.equal(await input.getAttribute("data-left"), null);
      });
    });
  }

  test("leaves Home and End to the field, and Enter to the page once something is typed", async () => {
    await withNumber("v8-panel", async ({ page, form, input }) => {
      await pressCommand(page);
      const selected = cardFor(form, RULE).locator("[data-selected]");
      await selected.waitFor();
      const caret = (): Promise<number | null> => input.evaluate((field) => (field as HTMLInputElement).selectionStart);
      await page.keyboard.press("Home");
      assert.equal(await caret(), 0);
      await page.keyboard.press("End");
      assert.equal(await caret(), TYPED.length);
      assert.equal(await selected.getAttribute("class"), "fix", "the selection has stayed where it was");
      // The text of the card may stay the same.
      await page.keyboard.press("ArrowDown");
      await page.keyboard.type("-");
      assert.equal(await selected.count(), 0);
      await input.evaluate((field) =>
        field.addEventListener(
          "keydown",
          (event) => event instanceof KeyboardEvent && event.key === "Enter" && field.setAttribute("data-entered", ""),
        ),
      );
      await page.keyboard.press("Enter");
      assert.equal(await input.getAttribute("data-entered"), "");
      assert.ok(
        !(await cardFor(form, RULE)
          .locator(".reasons")
          .isVisible()
          .catch(() => false)),
      );
    });
  });

  test("leaves the arrow keys to the field as long as it was not pressed", async () => {
    await withNumber("v8-panel", async ({ page, form, input }) => {
      await page.keyboard.press("ArrowDown");
      assert.equal(await cardFor(form, RULE).locator("[data-selected]").count(), 0);
      assert.ok(await input.evaluate((field) => field === document.activeElement));
    });
  });
});

describe("a warning that comes again", () => {
  test("is announced again, and not before the live region is in the accessibility tree", async () => {
    await sparekey.choose({});
    const page = await sparekey.page(userMethods({ pane: "context-pane", list: "passkey-and-authenticator" }));
    const form = await openAddFormFor(page, "email");
    await openCard(page, "email-is-not-mfa");
    await eventually(
      () => spoken(form),
      (announced) => announced !== "",
    );
    await chooseMethod(form, label("admin_method_temporary_access_pass", "en"));
    await form.locator("sparekey-hints").waitFor({ state: "detached" });
    await form.evaluate(() => {
      const waits: number[] = [];
      Object.assign(window, { waits });
      new MutationObserver(() => {
        const region = document.querySelector("sparekey-hints")?.shadowRoot?.querySelector('[role="status"]');
        if (!region || waits.length > 0) return;
        const since = performance.now();
        waits.push(region.textContent === "" ? Infinity : 0);
        new MutationObserver(() => (waits[0] = Math.min(waits[0] ?? 0, performance.now() - since))).observe(region, {
          childList: true,
        });
      }).observe(document.documentElement, { childList: true });
    });
    await chooseMethod(form, label("admin_method_email", "en"));
    await openCard(page, "email-is-not-mfa");
    await eventually(
      () => spoken(form),
      (announced) => announced !== "",
    );
    const [waited] = await form.evaluate(() => (window as { waits?: readonly number[] }).waits ?? []);
    assert.ok(waited !== undefined && waited >= 100 && waited < 5000, String(waited));
    await page.close();
  });
});

describe("with the keyboard alone", () => {
  /** By Tab, at most as many times as a form is long. */
  async function tabTo(page: Page, control: Locator): Promise<void> {
    for (let step = 0; step < 20; step += 1) {
      if (
        await control.evaluate(
          (element) => element === document.activeElement || element.contains(document.activeElement),
        )
      )
        return;
      await page.keyboard.press("Tab");
    }
    throw new Error("not reached by Tab");
  }

  test("a number is added in the pane of the blade, and corrected before", async () => {
    await sparekey.choose({ defaultRegion: "JP" });
    const page = await sparekey.page(userMethods());
    const blade = await bladeFrame(page);
    await blade.getByText(label("admin_action_add_method", "en"), { exact: true }).waitFor();
    await blade
      .getByRole("menuitem")
      .filter({ hasText: label("admin_action_add_method", "en") })
      .focus();
    await page.keyboard.press("Enter");
    const method = blade.getByRole("combobox", { name: label("admin_choose_method", "en") });
    await method.waitFor();
    await tabTo(page, method);
    await page.keyboard.press("Alt+ArrowDown");
    const option = blade.getByRole("option", { name: label("admin_method_phone_number", "en"), exact: true });
    await option.waitFor();
    for (
      let step = 0;
      step < 10 && !(await option.evaluate((element) => element === document.activeElement));
      step += 1
    ) {
      await page.keyboard.press("ArrowDown");
    }
    await page.keyboard.press("Enter");
    const input = numberField(blade);
    await input.waitFor();
    await tabTo(page, input);
    await page.keyboard.type(TYPED, { delay: 10 });
    await openCard(page, RULE);
    await page.keyboard.press("Alt+Enter");
    await eventually(
      () => input.inputValue(),
      (value) => value === FIXED,
    );
    await tabTo(page, blade.getByRole("button", { name: "Add", exact: true }));
    await page.keyboard.press("Enter");
    await input.waitFor({ state: "detached" });
    await page.close();
  });

  test("a number is corrected at 320 px, which is also 400 % of 1280, and neither field nor card is clipped", async () => {
    await sparekey.choose({});
    const page = await sparekey.page(securityInfo());
    await openPhoneStep(page);
    await page.setViewportSize({ width: 320, height: 640 });
    const input = page.getByRole("textbox", { name: label("admin_method_phone_number", "en") }).last();
    await input.pressSequentially("425-555-0100", { delay: 10 });
    await openCard(page, "punctuation");
    await settle(page);
    interface Standing {
      readonly isWhole: boolean;
      readonly isFieldFree: boolean;
      readonly underMark: readonly string[];
      /** The small card leaves the buttons free. */
      readonly controlsUnderCard: readonly string[];
    }
    const standing = async (): Promise<Standing> => {
      const [card, field] = [await cardFor(page, "punctuation").boundingBox(), await input.boundingBox()];
      return {
        isWhole:
          card !== null && card.x >= 0 && card.x + card.width <= 320 && card.y >= 0 && card.y + card.height <= 640,
        isFieldFree:
          card !== null && field !== null && (card.y >= field.y + field.height || card.y + card.height <= field.y),
        underMark: await covered(handleFor(page, "punctuation")),
        controlsUnderCard: (await covered(cardFor(page, "punctuation"))).filter((under) => under.startsWith("<")),
      };
    };
    await eventually(
      standing,
      (now) => now.isWhole && now.isFieldFree && now.underMark.length + now.controlsUnderCard.length === 0,
    );
    await page.keyboard.press("Alt+Enter");
    await eventually(
      () => input.inputValue(),
      (value) => value === "4255550100",
    );
    await page.close();
  });
});

describe("assistive technology", () => {
  interface Node {
    readonly ignored: boolean;
    readonly role?: { readonly value: string };
    readonly name?: { readonly value: string };
    readonly description?: { readonly value: string };
    readonly properties?: readonly { readonly name: string; readonly value: { readonly value?: unknown } }[];
  }

  async function tree(page: Page, frame: Page | Frame): Promise<readonly Node[]> {
    const session = await page.context().newCDPSession(frame);
    await session.send("Accessibility.enable");
    const { nodes } = await session.send("Accessibility.getFullAXTree");
    await session.detach();
    return (nodes as readonly Node[]).filter(({ ignored }) => !ignored);
  }

  const shape = (nodes: readonly Node[], role: string): readonly string[] =>
    nodes.filter((node) => node.role?.value === role).map(({ name }) => name?.value ?? "");

  for (const dialog of ["v8", "v8-blocking", "v9"] as const) {
    test(`finds mark, card and buttons by name while the ${dialog} dialog hides the rest of the page`, async () => {
      await sparekey.choose({ defaultRegion: "JP" });
      const page = await sparekey.page(securityInfo({ dialog }));
      await openPhoneStep(page);
      const input = page.getByRole("textbox", { name: label("admin_method_phone_number", "en") }).last();
      await input.click();
      await input.pressSequentially("+81 90-1234-5678", { delay: 10 });
      const { title } = await openCard(page, "country-mismatch");
      const nodes = await tree(page, page);
      const name = shape(nodes, "button").find((text) => text.startsWith("Sparekey:") && text.endsWith(title));
      assert.ok(name, shape(nodes, "button").join(", "));
      const mark = nodes.find((node) => node.role?.value === "button" && node.name?.value === name);
      assert.equal(mark?.properties?.find((property) => property.name === "expanded")?.value.value, true);
      assert.ok(shape(nodes, "group").includes(name), "the card is a group of the same name");
      for (const button of ["Dismiss", "Silence", "Why?"]) assert.ok(shape(nodes, "button").includes(button), button);
      assert.ok(
        nodes.some((node) => node.role?.value === "textbox" && node.description?.value.includes(title)),
        "the field says it too",
      );
      // A closed card is hidden from screen readers as well.
      await page.keyboard.press("Escape");
      await eventually(
        () => isOpen(page, "country-mismatch"),
        (open) => open === false,
      );
      await eventually(
        () => tree(page, page),
        (all) => !shape(all, "button").includes("Why?"),
      );
      await page.close();
    });
  }

  test("finds a strip as a group with its text, and its details by name", async () => {
    await sparekey.choose({});
    const page = await sparekey.page(securityInfo({ list: "phone-only" }));
    await seenCard(page, "single-method");
    await settle(page);
    const nodes = await eventually(
      () => tree(page, page),
      (all) => shape(all, "group").some((text) => text.startsWith("Sparekey:")),
    );
    assert.ok(shape(nodes, "button").includes("Details"));
    assert.equal(await spotFor(page, "single-method").locator(".details").getAttribute("aria-expanded"), "false");
    await page.close();
  });
});
