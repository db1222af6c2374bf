// Every page of the table of expectations, with the shipped extension in Chromium: exactly the rules
// speak that the table names.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { EXPECTATIONS, openedPages, PAGES, type OpenedPage } from '../portal/expectations.ts';
import { eventually, settle, speakingRules, startWatched, type Watched } from './sparekey.ts';
import { takeSteps } from './steps.ts';
import { askedOutside } from './support.ts';

/** `ONLY='per-user|ja' npm run test:expectations` opens the pages whose titles match that. */
const ONLY = new RegExp(process.env['ONLY'] ?? '', 'u');

/** Pages open at a time; each waits more than it works. */
const AT_ONCE = 2;

let sparekey: Watched;
before(async () => {
  sparekey = await startWatched();
  await sparekey.choose({ defaultRegion: 'JP' });
  sparekey.context.setDefaultTimeout(15_000);
});
after(() => sparekey.close());

async function saysWhatIsExpected(opened: OpenedPage): Promise<void> {
  const page = await sparekey.page(opened.address);
  try {
    await takeSteps(page, opened);
    const expected = [...opened.expectation.rules];
    // What speaks wrongly may come late or go again, so the end is looked at whatever came before.
    await eventually(
      () => speakingRules(page),
      (rules) => expected.every((rule) => rules.includes(rule)),
      6000,
    ).catch(() => undefined);
    await settle(page);
    assert.deepEqual(await speakingRules(page), expected);
  } finally {
    await page.close();
  }
}

describe('the table', () => {
  test('has each name once, and its rules in order', () => {
    const names = EXPECTATIONS.map(({ name }) => name);
    assert.deepEqual(names, [...new Set(names)]);
    for (const { name, rules } of EXPECTATIONS) assert.deepEqual(rules, [...rules].sort(), name);
  });

  test('has, for every place, a page on which nothing speaks beside those on which something does', () => {
    const places = new Set(Object.values(PAGES).flatMap(({ place }) => place ?? []));
    for (const place of places) {
      const here = EXPECTATIONS.filter(({ page }) => PAGES[page].place === place);
      assert.ok(here.some(({ rules }) => rules.length > 0), `${place}: something`);
      // The report's one hint is about the report itself.
      if (place !== 'registration-report') assert.ok(here.some(({ rules }) => rules.length === 0), `${place}: nothing`);
    }
  });
});

describe('exactly the expected rules speak', { concurrency: AT_ONCE }, () => {
  for (const opened of openedPages().filter(({ title }) => ONLY.test(title))) {
    test(`${opened.title}: ${opened.expectation.rules.join(', ') || 'none'}`, () => saysWhatIsExpected(opened));
  }
});

test('nothing but the practice pages was asked for', () => {
  assert.deepEqual(askedOutside(sparekey.portal), []);
});
