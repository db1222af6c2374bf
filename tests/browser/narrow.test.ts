// Small windows: 320 px, and 400 % of 1280 × 1024, which has as many pixels and fewer lines. A number is corrected
// there by keys, and no hint hides what is needed for that. Owns what "hides" and "clipped" mean.

import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import type { Frame, Locator, Page } from "playwright-core";
import { securityInfo, userMethods } from "../portal/catalog.ts";
import type { Options } from "../portal/options.ts";
import { FIXED, RULE, typeNumberByKeys } from "./add-number.ts";
import { tabTo } from "./keys.ts";
import { numberField } from "./portal-pages.ts";
import {
  cardFor,
  eventually,
  handleFor,
  heldToast,
  openCard,
  seenCard,
  startWatched,
  type Watched,
} from "./sparekey.ts";

interface Narrow {
  readonly name: string;
  readonly panes: readonly Options["pane"][];
  readonly viewport: { readonly width: number; readonly height: number };
  readonly deviceScaleFactor: number;
}

const NARROW: readonly Narrow[] = [
  {
    name: "320 px",
    panes: ["v8-panel", "v9-drawer", "v9-dialog", "context-pane"],
    viewport: { width: 320, height: 640 },
    deviceScaleFactor: 1,
  },
  // The head and foot of the practice drawer leave no room for its form there.
  {
    name: "400 %",
    panes: ["v8-panel", "v9-dialog", "context-pane"],
    viewport: { width: 320, height: 256 },
    deviceScaleFactor: 4,
  },
];

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

async function boxOf(element: Locator): Promise<Box> {
  const box = await element.boundingBox();
  assert.ok(box, `nothing is drawn: ${String(element)}`);
  return box;
}

function overlap(one: Box, other: Box): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return Math.max(0, width) * Math.max(0, height);
}

/** Half a pixel is lost to rounding. */
function isInside(inner: Box, outer: Box): boolean {
  return (
    inner.x >= outer.x - 0.5 &&
    inner.y >= outer.y - 0.5 &&
    inner.x + inner.width <= outer.x + outer.width + 0.5 &&
    inner.y + inner.height <= outer.y + outer.height + 0.5
  );
}

/** Elements of a hint that clip their content; the strip's title ends in an ellipsis on purpose. */
async function cutOff(card: Locator): Promise<string[]> {
  return card.evaluate((element) =>
    [element, ...element.querySelectorAll<HTMLElement>("*")]
      .filter(
        (part): part is HTMLElement =>
          part instanceof HTMLElement && part.checkVisibility() && !part.classList.contains("hidden-text"),
      )
      .filter((part) => part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).overflowX !== "visible")
      .map((part) => `${part.className}: ${String(part.scrollWidth)} in ${String(part.clientWidth)}`),
  );
}

/** The hints that lie over a control. */
async function hintsOver(form: Frame, control: Locator): Promise<string[]> {
  const { left, top, right, bottom } = await control.evaluate(
    (element) => element.getBoundingClientRect().toJSON() as DOMRect,
  );
  return form.locator("sparekey-hints :is(.card, .mark, .strip, .undo-toast)").evaluateAll(
    (hints, at) =>
      hints
        .filter((hint) => hint.checkVisibility({ visibilityProperty: true }))
        .filter((hint) => {
          const box = hint.getBoundingClientRect();
          return (
            Math.min(box.right, at.right) > Math.max(box.left, at.left) &&
            Math.min(box.bottom, at.bottom) > Math.max(box.top, at.top)
          );
        })
        .map(({ className }) => className),
    { left, top, right, bottom },
  );
}

/** The part of the window in which the frame is drawn. */
async function roomOf(form: Frame, viewport: Narrow["viewport"]): Promise<Box> {
  const window = { x: 0, y: 0, ...viewport };
  const element = form.parentFrame() === null ? null : await form.frameElement();
  const frame = await element?.boundingBox();
  if (!frame) return window;
  const [x, y] = [Math.max(0, frame.x), Math.max(0, frame.y)];
  return {
    x,
    y,
    width: Math.min(window.width, frame.x + frame.width) - x,
    height: Math.min(window.height, frame.y + frame.height) - y,
  };
}

/** From the open card to the page's button, which the toast keeps free all the time. */
async function fixAndTurnToAdd(page: Page, form: Frame, room: Box): Promise<void> {
  await page.keyboard.press("Alt+Enter");
  await eventually(
    () => numberField(form).inputValue(),
    (value) => value === FIXED,
  );
  const toast = await heldToast(form);
  await tabTo(page, ({ text, tag, frame, isOurs }) => frame === form && !isOurs && tag === "button" && text === "Add");
  await eventually(
    () => hintsOver(form, form.getByRole("button", { name: "Add", exact: true })),
    (hints) => hints.length === 0,
  );
  const undo = await boxOf(toast.locator(".undo"));
  assert.ok(isInside(undo, room), `the way back ${JSON.stringify(undo)} is cut off by ${JSON.stringify(room)}`);
}

for (const { name, panes, viewport, deviceScaleFactor } of NARROW) {
  describe(`at ${name}`, () => {
    let sparekey: Watched;
    after(() => sparekey.close());

    for (const pane of panes) {
      test(`a number is corrected by keys in the ${pane}, and its hint hides neither field nor buttons`, async () => {
        sparekey ??= await startNarrow({ viewport, deviceScaleFactor });
        const page = await sparekey.page(
          userMethods({ pane, field: pane.startsWith("v9") ? "v9" : "v8", list: "passkey-and-authenticator" }),
        );
        await page.bringToFront();
        const form = await typeNumberByKeys(page, pane);
        const input = numberField(form);
        await openCard(page, RULE);
        const card = cardFor(form, RULE);
        const room = await roomOf(form, viewport);
        const cardBox = await boxOf(card);
        assert.ok(isInside(cardBox, room), `the card ${JSON.stringify(cardBox)} is cut off by ${JSON.stringify(room)}`);
        assert.equal(overlap(cardBox, await boxOf(input)), 0, "the field is hidden");
        assert.deepEqual(await cutOff(card), []);
        const fix = await boxOf(card.locator(".fix"));
        assert.ok(isInside(fix, cardBox), "the fix can be seen without scrolling");
        await fixAndTurnToAdd(page, form, room);
        assert.equal(await form.evaluate(() => window.__portal.entered?.phoneNumber), FIXED);
        await page.keyboard.press("Enter");
        // With the portal's own pane its frame disappears as well.
        await eventually(
          () => input.count().catch(() => 0),
          (count) => count === 0,
        );
        await page.close();
      });
    }

    for (const lng of ["en", "de", "ja", "ar"] as const) {
      test(`the card of a list fits, in the words for ${lng}`, async () => {
        sparekey ??= await startNarrow({ viewport, deviceScaleFactor });
        const page: Page = await sparekey.page(securityInfo({ list: "phone-only", lng }));
        await page.getByRole("grid").first().waitFor();
        // The page's menu comes before its list.
        await page.getByRole("row").last().scrollIntoViewIfNeeded();
        await seenCard(page, "phone-only");
        const card = cardFor(page, "phone-only");
        // Until the page is at rest, a strip may be replaced by a mark; and a press that takes longer than its timeout
        // has been made all the same, so that another one would close the card again.
        const isOpened = async (): Promise<boolean> => {
          if (!(await card.isVisible()))
            await handleFor(page, "phone-only")
              .click({ timeout: 1000 })
              .catch(() => undefined);
          return card.isVisible();
        };
        await eventually(isOpened, (isIt) => isIt);
        await openCard(page, "phone-only");
        await eventually(
          () => boxOf(card),
          (box) => isInside(box, { x: 0, y: 0, ...viewport }),
        );
        assert.deepEqual(await cutOff(card), []);
        await page.close();
      });
    }
  });
}

// A pane has two lines there: a card covers its field, and the dialog's button fills the dialog.
describe("at 400 % of 1280 × 720", () => {
  const viewport = { width: 320, height: 180 };
  let sparekey: Watched;
  after(() => sparekey.close());

  for (const pane of ["v8-panel", "context-pane"] as const) {
    test(`the undo toast leaves the button of the ${pane} free`, async () => {
      sparekey ??= await startNarrow({ viewport, deviceScaleFactor: 4 });
      const page = await sparekey.page(userMethods({ pane, list: "passkey-and-authenticator" }));
      await page.bringToFront();
      const form = await typeNumberByKeys(page, pane);
      await openCard(page, RULE);
      await fixAndTurnToAdd(page, form, await roomOf(form, viewport));
      await page.close();
    });
  }
});

async function startNarrow(window: Pick<Narrow, "viewport" | "deviceScaleFactor">): Promise<Watched> {
  const sparekey = await startWatched(window);
  await sparekey.choose({ defaultRegion: "JP" });
  return sparekey;
}
