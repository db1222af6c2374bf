// Where there is little room: a window of 320 px, and 400 % of 1280 × 1024, which leaves as many pixels and
// fewer lines. A number is put right there by keys, and no hint hides what is needed for it. Owns what
// "hides" and "clipped" mean.

import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import type { Frame, Locator, Page } from 'playwright-core';
import { securityInfo, userMethods } from '../portal/catalogue.ts';
import type { Options } from '../portal/options.ts';
import { FIXED, RULE, typeNumberByKeys } from './add-number.ts';
import { tabTo } from './keys.ts';
import { numberField } from './portal-pages.ts';
import { cardFor, eventually, handleFor, openCard, seenCard, startWatched, type Watched } from './sparekey.ts';

interface Narrow {
  readonly name: string;
  readonly viewport: { readonly width: number; readonly height: number };
  readonly deviceScaleFactor: number;
}

const NARROW: readonly Narrow[] = [
  { name: '320 px', viewport: { width: 320, height: 640 }, deviceScaleFactor: 1 },
  { name: '400 %', viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 },
];

const PANES: readonly Options['pane'][] = ['v8-panel', 'v9-drawer', 'v9-dialog', 'context-pane'];

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
  return inner.x >= outer.x - 0.5 && inner.y >= outer.y - 0.5 && inner.x + inner.width <= outer.x + outer.width + 0.5 && inner.y + inner.height <= outer.y + outer.height + 0.5;
}

/** What of a hint cuts off what is in it; the strip's title ends in dots on purpose. */
async function cutOff(card: Locator): Promise<string[]> {
  return card.evaluate((element) =>
    [element, ...element.querySelectorAll<HTMLElement>('*')]
      .filter((part): part is HTMLElement => part instanceof HTMLElement && part.checkVisibility() && !part.classList.contains('hidden-text'))
      .filter((part) => part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).overflowX !== 'visible')
      .map((part) => `${part.className}: ${String(part.scrollWidth)} in ${String(part.clientWidth)}`),
  );
}

/** The window's part that the frame is drawn in. */
async function roomOf(form: Frame, viewport: Narrow['viewport']): Promise<Box> {
  const window = { x: 0, y: 0, ...viewport };
  const element = form.parentFrame() === null ? null : await form.frameElement();
  const frame = await element?.boundingBox();
  if (!frame) return window;
  const [x, y] = [Math.max(0, frame.x), Math.max(0, frame.y)];
  return { x, y, width: Math.min(window.width, frame.x + frame.width) - x, height: Math.min(window.height, frame.y + frame.height) - y };
}

for (const { name, viewport, deviceScaleFactor } of NARROW) {
  describe(`at ${name}`, () => {
    let sparekey: Watched;
    after(() => sparekey.close());

    for (const pane of PANES) {
      test(`a number is put right by keys in the ${pane}, and its hint hides neither field nor buttons`, async () => {
        sparekey ??= await startNarrow({ viewport, deviceScaleFactor });
        const page = await sparekey.page(userMethods({ pane, field: pane.startsWith('v9') ? 'v9' : 'v8', list: 'passkey-and-authenticator' }));
        await page.bringToFront();
        const form = await typeNumberByKeys(page, pane);
        const input = numberField(form);
        await openCard(page, RULE);
        const card = cardFor(form, RULE);
        const room = await roomOf(form, viewport);
        const cardBox = await boxOf(card);
        assert.ok(isInside(cardBox, room), `the card ${JSON.stringify(cardBox)} is cut off by ${JSON.stringify(room)}`);
        assert.equal(overlap(cardBox, await boxOf(input)), 0, 'the field is hidden');
        assert.deepEqual(await cutOff(card), []);
        const fix = await boxOf(card.locator('.fix'));
        assert.ok(isInside(fix, cardBox), 'the fix can be seen without scrolling');
        await page.keyboard.press('Alt+Enter');
        await eventually(() => input.inputValue(), (value) => value === FIXED);

        await tabTo(page, ({ text, tag, frame, isOurs }) => frame === form && !isOurs && tag === 'button' && text === 'Add');
        const add = await boxOf(form.getByRole('button', { name: 'Add', exact: true }));
        for (const hint of await form.locator('sparekey-hints :is(.card, .mark, .strip, .note)').all()) {
          const box = (await hint.isVisible()) ? await hint.boundingBox() : null;
          if (box) assert.equal(overlap(box, add), 0, `${(await hint.getAttribute('class')) ?? ''} hides the Add button`);
        }
        await page.keyboard.press('Enter');
        const handedIn = await eventually(() => form.evaluate(() => window.__portal.submitted).catch(() => []), (submitted) => submitted.length > 0);
        assert.equal(handedIn[0]?.phoneNumber, FIXED);
        await page.close();
      });
    }

    for (const lng of ['en', 'de', 'ja', 'ar'] as const) {
      test(`the card of a list fits, in the words for ${lng}`, async () => {
        sparekey ??= await startNarrow({ viewport, deviceScaleFactor });
        const page: Page = await sparekey.page(securityInfo({ list: 'phone-only', lng }));
        await seenCard(page, 'phone-only');
        const handle = handleFor(page, 'phone-only');
        await handle.click();
        await openCard(page, 'phone-only');
        const card = cardFor(page, 'phone-only');
        const box = await boxOf(card);
        assert.ok(isInside(box, { x: 0, y: 0, ...viewport }), JSON.stringify(box));
        assert.deepEqual(await cutOff(card), []);
        await page.close();
      });
    }
  });
}

async function startNarrow(window: Pick<Narrow, 'viewport' | 'deviceScaleFactor'>): Promise<Watched> {
  const sparekey = await startWatched(window);
  await sparekey.choose({ defaultRegion: 'JP' });
  return sparekey;
}
