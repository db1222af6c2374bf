// Every page of the table of expectations, with the shipped extension in Chromium: exactly the rules
// speak that the table names.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { DECIDED, openedPages, PAGES, type Decided, type Expectation, type OpenedPage } from '../portal/expectations.ts';
import { HeardTab, type HeardHint } from './heard.ts';
import { eventually, startWatched, type Watched } from './sparekey.ts';
import { takeSteps } from './steps.ts';
import { askedOutside } from './support.ts';

/** `ONLY='per-user|ja' npm run test:expectations` opens the pages whose titles match that. */
const ONLY = new RegExp(process.env['ONLY'] ?? '', 'u');

/** No page takes as long, and one that hangs must not keep the others from being looked at. */
const LONGEST_MS = 60_000;

/** Pages open at a time, each in a window of its own; one takes half a second of a core, and waits as long again. */
const AT_ONCE = 3;

/** All rules that the core finds on the page, seen or behind a dialog, once each, in order. */
function found({ rules, behind = [] }: Expectation): readonly string[] {
  return [...rules, ...behind].sort();
}

function rulesOf(hints: readonly HeardHint[]): readonly string[] {
  return [...new Set(hints.map(({ rule }) => rule))].sort();
}

async function saysWhatIsExpected(tab: HeardTab, opened: OpenedPage): Promise<void> {
  const { expectation } = opened;
  await tab.visit(opened.address);
  await takeSteps(tab.page, opened);
  const wanted = found(expectation);
  // First what the extension notices by itself; what it says wrongly is said below.
  await eventually(
    async () => rulesOf(await tab.hints()),
    (rules) => rules.join() === wanted.join(),
  ).catch(() => undefined);
  // Then what it says of the page at rest, whatever came before.
  await tab.settled();
  const hints = await tab.hints();
  assert.deepEqual(rulesOf(hints), wanted);
  assert.equal((await tab.snapshots())[0] !== undefined, PAGES[expectation.page].place !== null, 'the page is looked at');
  if (expectation.fix !== undefined) {
    assert.deepEqual([...new Set(hints.flatMap(({ fix }) => fix ?? []))], expectation.fix === null ? [] : [expectation.fix]);
  }
  const isSeen = expectation.rules.length > 0;
  await eventually(
    () => tab.isSomethingDrawn(),
    (isDrawn) => isDrawn === isSeen,
  );
}

/** One browser for all pages before which the same was decided. */
function openedAfter(name: keyof typeof DECIDED, pages: readonly OpenedPage[]): void {
  describe(`exactly the expected rules speak, with ${name} decided`, { concurrency: AT_ONCE }, () => {
    const { choices, policy }: Decided = DECIDED[name];
    let sparekey: Watched;
    const free: HeardTab[] = [];
    before(async () => {
      sparekey = await startWatched({ ...(policy !== undefined && { decisions: policy }) });
      await sparekey.choose(choices);
      sparekey.context.setDefaultTimeout(15_000);
      // One after the other: a window is known by being the next that opens.
      for (let window = 0; window < AT_ONCE; window += 1) free.push(await HeardTab.open(sparekey));
    });
    after(async () => {
      try {
        assert.deepEqual(askedOutside(sparekey.portal), [], 'nothing but the practice pages was asked for');
      } finally {
        await sparekey.close();
      }
    });
    for (const opened of pages) {
      test(`${opened.title}: ${opened.expectation.rules.join(', ') || 'none'}`, { timeout: LONGEST_MS }, async () => {
        // A page that hangs keeps its window.
        const tab = free.pop() ?? (await HeardTab.open(sparekey));
        try {
          await saysWhatIsExpected(tab, opened);
        } finally {
          free.push(tab);
        }
      });
    }
  });
}

const wanted = openedPages().filter(({ title }) => ONLY.test(title));
for (const name of Object.keys(DECIDED) as (keyof typeof DECIDED)[]) {
  const pages = wanted.filter(({ expectation: { decided = 'country-is-japan' } }) => decided === name);
  if (pages.length > 0) openedAfter(name, pages);
}
