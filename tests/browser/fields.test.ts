// Fields that make reading and writing hard: one that is too short, one that gives its focus away, one in which an
// input method is composing.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Frame, Locator, Page } from "playwright-core";
import { PAUSE_MS } from "../../extension/content/eyes/changes.ts";
import { securityInfo, userMethods } from "../portal/catalog.ts";
import type { Options } from "../portal/options.ts";
import { label } from "../portal/words.ts";
import { numberField, openAddFormFor, openPhoneStep } from "./portal-pages.ts";
import {
  cardFor,
  eventually,
  handleFor,
  openCard,
  seenCard,
  settle,
  speakingRules,
  startWatched,
  type Watched,
} from "./sparekey.ts";

const TYPED = "090-1234-5678";
const FIXED = "+81 9012345678";
const FULL_WIDTH = "０９０１２３４５６７８";

let sparekey: Watched;
before(async () => {
  sparekey = await startWatched();
  await sparekey.choose({ defaultRegion: "JP" });
});
after(() => sparekey.close());

interface Form {
  readonly page: Page;
  readonly form: Frame;
  readonly input: Locator;
}

async function withForm(use: (opened: Form) => Promise<void>, options: Partial<Options> = {}): Promise<void> {
  const page = await sparekey.page(userMethods(options));
  try {
    const form = await openAddFormFor(page, "phone");
    await use({ page, form, input: numberField(form) });
  } finally {
    await page.close();
  }
}

/** In a page's own document: the browser's protocol cannot compose in a frame of another process. */
async function withPhoneStep(use: (page: Page, input: Locator) => Promise<void>): Promise<void> {
  const page = await sparekey.page(securityInfo());
  try {
    await openPhoneStep(page);
    await use(page, page.getByRole("textbox", { name: label("admin_method_phone_number", "en") }).last());
  } finally {
    await page.close();
  }
}

async function typeNumber({ page, input }: Form): Promise<void> {
  await input.click();
  await input.pressSequentially(TYPED, { delay: 10 });
  assert.equal((await seenCard(page, "country-code-missing")).fix, FIXED);
}

describe("a fix", () => {
  test("that is too long for the field is not written at all", async () => {
    await withForm(async (opened) => {
      const { page, form, input } = opened;
      await input.evaluate((field: HTMLInputElement, length) => (field.maxLength = length), TYPED.length);
      await typeNumber(opened);
      await cardFor(form, "country-code-missing").locator(".fix").click();
      await settle(page);
      assert.equal(await input.inputValue(), TYPED);
    });
  });

  test("that the page cuts while it is written is undone", async () => {
    await withForm(async (opened) => {
      const { page, form, input } = opened;
      await typeNumber(opened);
      await input.evaluate((field: HTMLInputElement) => {
        field.blur();
        field.addEventListener("focus", () => (field.maxLength = 10));
      });
      await handleFor(form, "country-code-missing").click();
      await cardFor(form, "country-code-missing").locator(".fix").click();
      await settle(page);
      assert.equal(await input.inputValue(), TYPED);
    });
  });

  test("is not written into another field that takes the focus", async () => {
    await withForm(async (opened) => {
      const { page, form, input } = opened;
      await typeNumber(opened);
      await input.evaluate((field: HTMLInputElement) => {
        const other = document.createElement("input");
        other.id = "other";
        other.value = "kept";
        field.after(other);
        other.focus();
        field.addEventListener("focus", () => other.focus());
      });
      await handleFor(form, "country-code-missing").click();
      await cardFor(form, "country-code-missing").locator(".fix").click();
      await settle(page);
      assert.equal(await input.inputValue(), TYPED);
      assert.equal(await form.locator("#other").inputValue(), "kept");
    });
  });
});

describe("a form", () => {
  test("whose controls have the names of DOM properties is read like any other", async () => {
    await withForm(async (opened) => {
      await opened.form.evaluate(() => {
        const form = document.createElement("form");
        for (const name of [
          "matches",
          "getRootNode",
          "contains",
          "closest",
          "hasAttribute",
          "getBoundingClientRect",
          "isContentEditable",
          "isConnected",
          "textContent",
        ]) {
          const control = document.createElement("input");
          control.name = name;
          form.append(control);
        }
        form.setAttribute("aria-labelledby", "none");
        form.tabIndex = 0;
        const image = document.createElement("img");
        image.name = "body";
        form.append(image);
        document.documentElement.querySelector("body")?.append(form);
      });
      await typeNumber(opened);
    });
  });
});

describe("a typist", () => {
  test("sees nothing new before the pause is over, though the answer is there by then", async () => {
    await withForm(async ({ page, form, input }) => {
      await input.click();
      await form.evaluate(() => {
        const drawn: number[] = [];
        Object.assign(window, { drawn });
        let written = 0;
        const isCardThere = (): boolean =>
          document.querySelector("sparekey-hints")?.shadowRoot?.querySelector(".card") !== null;
        addEventListener("input", ({ timeStamp }) => (written = timeStamp), { capture: true });
        const note = (records: MutationRecord[]): void => {
          const isNew = records.some(({ addedNodes }) =>
            [...addedNodes].some(
              (node) => node instanceof Element && node.matches("sparekey-hints, .hint-root, .card, .card *"),
            ),
          );
          if (isNew && isCardThere()) drawn.push(performance.now() - written);
        };
        const inside = new MutationObserver(note);
        const watchInside = (): void => {
          const root = document.querySelector("sparekey-hints")?.shadowRoot;
          if (root) inside.observe(root, { childList: true, subtree: true });
        };
        // Hints at the list behind the pane may have been drawn already.
        watchInside();
        new MutationObserver((records) => {
          note(records);
          watchInside();
        }).observe(document.documentElement, { childList: true });
      });
      // Slower than the looks, faster than the pause, so that each key but the last meets an answer that is held back.
      await input.pressSequentially(`${TYPED}${TYPED}`, { delay: 100 });
      await input.press("Backspace");
      await seenCard(page, "wrong-length");
      const drawn = await form.evaluate(() => (window as unknown as { readonly drawn: number[] }).drawn);
      assert.ok(drawn.length > 0);
      assert.deepEqual(
        drawn.filter((since) => since < PAUSE_MS - 1),
        [],
      );
    });
  });

  test("sees what is missing when pausing, and not while typing", async () => {
    await withForm(async ({ page, input }) => {
      await input.click();
      await input.pressSequentially("+81 901234567");
      await settle(page);
      const isHintShown = async (): Promise<boolean> => (await speakingRules(page)).includes("wrong-length");
      assert.equal(await isHintShown(), false);
      await page.keyboard.press("Tab");
      await seenCard(page, "wrong-length");
      await page.keyboard.press("Shift+Tab");
      await openCard(page, "wrong-length");
      await settle(page);
      assert.equal(await isHintShown(), true, "and it stays");
      await input.press("End");
      await input.press("Backspace");
      await eventually(isHintShown, (isShown) => !isShown);
    });
  });
});

describe("an input method", () => {
  test("is waited for: no hint is about an unfinished composition, whatever the page does meanwhile", async () => {
    await withPhoneStep(async (page, input) => {
      await input.click();
      const session = await page.context().newCDPSession(page);
      await session.send("Input.imeSetComposition", {
        text: FULL_WIDTH,
        selectionStart: FULL_WIDTH.length,
        selectionEnd: FULL_WIDTH.length,
      });
      await eventually(
        () => input.inputValue(),
        (value) => value === FULL_WIDTH,
      );
      for (let change = 0; change < 10; change += 1) {
        await page.evaluate((name) => document.body.classList.toggle(name), `ms-changed-${String(change)}`);
        await page.waitForTimeout(150);
      }
      assert.ok(!(await speakingRules(page)).includes("fullwidth-digits"));
      await session.send("Input.insertText", { text: FULL_WIDTH });
      await seenCard(page, "fullwidth-digits");
    });
  });
});

describe("a screen reader", () => {
  test("announces a verdict once typing has stopped, and has it as the field's description until it is dismissed", async () => {
    await withForm(async (opened) => {
      const { page, form, input } = opened;
      await typeNumber(opened);
      const { title } = await seenCard(page, "country-code-missing");
      const region = form.locator('sparekey-hints [role="status"]');
      await eventually(
        () => region.textContent(),
        (text) => text?.includes(title) === true,
      );
      assert.ok((await input.getAttribute("aria-description"))?.includes(title));
      await cardFor(form, "country-code-missing").locator(".close").click();
      await eventually(
        () => input.getAttribute("aria-description"),
        (text) => text === null,
      );
    });
  });

  test("is back at the field when a card that has the focus is dismissed", async () => {
    await withForm(
      async (opened) => {
        const { page, form, input } = opened;
        await typeNumber(opened);
        await cardFor(form, "country-code-missing").locator(".close").focus();
        await page.keyboard.press("Enter");
        await eventually(
          () => cardFor(form, "country-code-missing").count(),
          (count) => count === 0,
        );
        assert.ok(await input.evaluate((field) => field === document.activeElement));
        // The focus cannot leave the other panes.
      },
      { pane: "context-pane" },
    );
  });

  test("announces a list's hint once, though the page removes the list and brings it back", async () => {
    const page = await sparekey.page(securityInfo());
    const { title } = await seenCard(page, "single-method");
    await eventually(
      () => page.locator('sparekey-hints [role="status"]').textContent(),
      (text) => text?.includes(title) === true,
    );
    const hide = (hidden: boolean): Promise<void> =>
      page.evaluate((value) => {
        document.body.hidden = value;
      }, hidden);
    await hide(true);
    await eventually(
      () => page.locator("sparekey-hints").count(),
      (count) => count === 0,
    );
    await hide(false);
    await seenCard(page, "single-method");
    await settle(page);
    assert.equal(await page.locator('sparekey-hints [role="status"]').textContent(), "");
    await page.close();
  });
});
