// Every page of the table of expectations, with the shipped extension in Chromium: exactly the rules of the table must
// speak. On one page for each rule its hint is also opened and compared with what a screen reader gets of it, while the
// page's dialog is open, if it has one.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import {
  DECIDED,
  openedPages,
  PAGES,
  type Decided,
  type Expectation,
  type OpenedPage,
  type PageName,
  type Step,
} from "../portal/expectations.ts";
import rules from "../../extension/generated/rules.json" with { type: "json" };
import { HeardTab, type HeardHint } from "./heard.ts";
import { assertIsHeard } from "./hint-tree.ts";
import { eventually, startWatched, type Watched } from "./sparekey.ts";
import { takeSteps } from "./steps.ts";
import { askedOutside } from "./support.ts";

/** `ONLY='per-user|ja' npm run test:expectations` opens the pages whose titles match that. */
const ONLY = new RegExp(process.env["ONLY"] ?? "", "u");

/** No page takes as long. A page that hangs must not keep the others from being tested. */
const LONGEST_MS = 60_000;

/** Milliseconds in which the extension may notice by itself what the page shows; then it is asked. */
const LONGEST_UNASKED_MS = 8000;

/**
 * Number of pages that are open at a time, each in a window of its own. One needs half a second of a core, and waits as
 * long again.
 */
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
  // First what the extension notices by itself; a wrong result of that is reported below.
  await eventually(
    async () => rulesOf(await tab.hints()),
    (rules) => rules.join() === wanted.join(),
    LONGEST_UNASKED_MS,
  ).catch(() => undefined);
  // Then what it says about the page at rest, whatever came before.
  await tab.settled();
  const hints = await tab.hints();
  assert.deepEqual(rulesOf(hints), wanted);
  assert.equal(
    (await tab.snapshots())[0] !== undefined,
    PAGES[expectation.page].place !== null,
    "the page is looked at",
  );
  if (expectation.fix !== undefined) {
    assert.deepEqual(
      [...new Set(hints.flatMap(({ fix }) => fix ?? []))],
      expectation.fix === null ? [] : [expectation.fix],
    );
  }
  const isSeen = expectation.rules.length > 0;
  await eventually(
    () => tab.isSomethingDrawn(),
    (isDrawn) => isDrawn === isSeen,
  );
}

/**
 * The page on which a rule's hint is compared: in English, because names are looked for, and one with this hint alone,
 * if there is any.
 */
function pageToHear(rule: string): OpenedPage | undefined {
  const pages = openedPages().filter(
    ({ expectation, language }) => language === "en" && expectation.rules.includes(rule),
  );
  return pages.find(({ expectation }) => expectation.rules.length === 1) ?? pages[0];
}

const TO_HEAR = rules.map(({ id }) => ({ rule: id, page: pageToHear(id)?.title }));

/** The dialog or pane that a Fluent page leaves open in front of what the hint is about. */
const LEAVES_A_DIALOG = new Set<Step["does"]>([
  "add",
  "choose-country",
  "choose-phone-type",
  "type",
  "delete",
  "change-default",
  "press",
  "set",
  "tick",
]);
const FLUENT = new Set<PageName>(["security-info", "user-methods", "per-user-mfa", "per-user-mfa-iam"]);

function leavesADialog({ page, steps = [] }: Expectation): boolean {
  const last = steps.at(-1);
  return FLUENT.has(page) && last !== undefined && LEAVES_A_DIALOG.has(last.does);
}

/** One browser for all pages that have the same decisions. */
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
        assert.deepEqual(askedOutside(sparekey.portal), [], "nothing but the practice pages was asked for");
      } finally {
        await sparekey.close();
      }
    });
    for (const opened of pages) {
      test(`${opened.title}: ${opened.expectation.rules.join(", ") || "none"}`, { timeout: LONGEST_MS }, async (t) => {
        // A page that hangs keeps its window.
        const tab = free.pop() ?? (await HeardTab.open(sparekey));
        try {
          await saysWhatIsExpected(tab, opened);
          for (const { rule } of TO_HEAR.filter(({ page }) => page === opened.title)) {
            await t.test(`${rule} is heard as it is seen`, async () => {
              const { isBesideADialog } = await assertIsHeard(tab.page, rule);
              if (leavesADialog(opened.expectation))
                assert.ok(isBesideADialog, "the page has its dialog open meanwhile");
            });
          }
        } finally {
          free.push(tab);
        }
      });
    }
  });
}

test("every rule has a page on which its hint is compared", () => {
  assert.deepEqual(
    TO_HEAR.filter(({ page }) => page === undefined),
    [],
  );
});

const wanted = openedPages().filter(({ title }) => ONLY.test(title));
for (const name of Object.keys(DECIDED) as (keyof typeof DECIDED)[]) {
  const pages = wanted.filter(({ expectation: { decided = "country-is-japan" } }) => decided === name);
  if (pages.length > 0) openedAfter(name, pages);
}
