// Every hint, the popup and the settings, compared with pictures of them that were looked at. Owns which
// pictures there are; `SPAREKEY_REWRITE=1` makes them anew.

import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, test, type TestContext } from 'node:test';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import rules from '../../extension/generated/rules.json' with { type: 'json' };
import { initSync, review, type Context, type Finding, type Tab } from '../../pkg/sparekey.js';
import { securityInfo } from '../portal/catalogue.ts';
import type { GalleryLook, Shown } from './gallery-page.ts';
import { openPopup, openSettings, THEMES } from './own-pages.ts';
import { differenceFrom, whyNotComparable } from './pictures.ts';
import { eventually, seenCard, startWatched, type Watched } from './sparekey.ts';

/** Folder of the portal's sources, put in by the build. */
declare const PORTAL_FOLDER: string;

const TESTS = path.resolve(PORTAL_FOLDER, '..');
const EXTENSION = path.resolve(TESTS, '../extension');

/** An organisation that admits numbers of the United States alone: no practice page decides that. */
const ONLY_US = { snapshot: 'user-methods-number-hyphens.en.json', policy: { allowedRegions: ['US'] } };

interface Look extends GalleryLook {
  readonly name: string;
  readonly forcedColors: 'active' | 'none';
  /** Rules that are pictured; all where it is absent. */
  readonly only?: readonly string[];
}

/** A fix, a list's strip with several hints, a choice, a message to send, a long text and a short one. */
const KINDS = ['country-code-missing', 'phone-only', 'email-is-not-mfa', 'tell-the-user', 'reregister-effect', 'wrong-length'] as const;

const LOOKS: readonly Look[] = [
  { name: 'light', language: 'en', theme: 'light', forcedColors: 'none' },
  { name: 'dark', language: 'en', theme: 'dark', forcedColors: 'none', only: KINDS },
  { name: 'forced', language: 'en', theme: 'light', forcedColors: 'active', only: KINDS },
  { name: 'ja', language: 'ja', theme: 'light', forcedColors: 'none', only: KINDS },
  { name: 'de', language: 'de', theme: 'light', forcedColors: 'none', only: KINDS },
  // There are no Arabic texts: what is written in English is laid out as Arabic is.
  { name: 'ar', language: 'ar', theme: 'light', forcedColors: 'none', only: KINDS },
];

let sparekey: Watched;
let gallery: Page;
let notComparable: string | undefined;
before(async () => {
  sparekey = await startWatched({ steady: true });
  gallery = await sparekey.context.newPage();
  notComparable = await whyNotComparable(gallery);
  if (notComparable !== undefined) console.warn(`NO PICTURE IS COMPARED: ${notComparable}`);
});
after(() => sparekey.close());

/** Whether the test can go on. */
function isComparable(t: TestContext): boolean {
  if (notComparable === undefined) return true;
  t.skip(notComparable);
  return false;
}

interface Recording {
  readonly context: Context;
  readonly tab: Tab;
}

async function recorded(file: string): Promise<Recording> {
  return JSON.parse(await readFile(path.join(TESTS, 'snapshots/recorded', file), 'utf8')) as Recording;
}

/** For each rule one spot of a recorded page at which it speaks first, where there is such a page. */
async function everyHint(): Promise<Map<string, Finding[]>> {
  initSync({ module: await readFile(path.resolve(TESTS, '../pkg/sparekey_bg.wasm')) });
  const files = (await readdir(path.join(TESTS, 'snapshots/recorded'))).filter((name) => name.endsWith('.en.json')).sort();
  const hints = new Map<string, Finding[]>();
  const add = ({ tab, context }: Recording): void => {
    for (const frame of review(tab, context).frames) {
      for (const spot of bySpot(frame.findings)) {
        for (const [place, { rule }] of spot.entries()) {
          if (place === 0 ? hints.get(rule)?.[0]?.rule !== rule : !hints.has(rule)) hints.set(rule, spot);
        }
      }
    }
  };
  for (const file of files) add(await recorded(file));
  const { tab, context } = await recorded(ONLY_US.snapshot);
  add({ tab, context: { ...context, policy: { ...context.policy, ...ONLY_US.policy } } });
  return hints;
}

function bySpot(findings: readonly Finding[]): Finding[][] {
  const spots = new Map<string, Finding[]>();
  for (const finding of findings) {
    const spot = `${finding.anchor} ${String(finding.node)}`;
    spots.set(spot, [...(spots.get(spot) ?? []), finding]);
  }
  return [...spots.values()];
}

async function textsOf(language: string): Promise<Record<string, string>> {
  const file = await readFile(path.join(EXTENSION, '_locales', language, 'messages.json'), 'utf8').catch(() => '{}');
  return Object.fromEntries(Object.entries(JSON.parse(file) as Record<string, { message: string }>).map(([key, { message }]) => [key, message]));
}

async function galleryScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(TESTS, 'browser/gallery-page.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    loader: { '.css': 'text' },
  });
  return outputFiles[0]?.text ?? '';
}

describe('the picture of a hint', () => {
  let hints: Map<string, Finding[]>;
  before(async () => {
    hints = await everyHint();
    await gallery.setContent('<!doctype html><body></body>');
    await gallery.evaluate(await galleryScript());
  });

  test('is there for every rule', () => {
    assert.deepEqual(rules.map(({ id }) => id).filter((id) => !hints.has(id)), []);
  });

  for (const look of LOOKS) {
    test(`is as it was, in ${look.name}`, async (t) => {
      if (!isComparable(t)) return;
      await gallery.emulateMedia({ colorScheme: look.theme, forcedColors: look.forcedColors });
      const wanted = rules.map(({ id }) => id).filter((id) => look.only?.includes(id) ?? true);
      const shown: Shown[] = wanted.map((id) => ({ id, review: { id: 0, findings: hints.get(id) ?? [] } }));
      const [texts, english] = [await textsOf(look.language), await textsOf('en')];
      await gallery.evaluate(
        ([all, how, words, fallback]) => (window as unknown as { draw: (...of: unknown[]) => void }).draw(all, how, words, fallback),
        [shown, { language: look.language, theme: look.theme }, texts, english] as const,
      );
      const differences: string[] = [];
      for (const id of wanted) {
        const difference = await differenceFrom(`hint.${id}.${look.name}`, await gallery.locator(`[id="${id}"]`).screenshot());
        if (difference !== undefined) differences.push(difference);
      }
      assert.deepEqual(differences, []);
    });
  }
});

interface OwnLook {
  readonly name: string;
  readonly theme: (typeof THEMES)[keyof typeof THEMES];
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
}

const OWN_LOOKS: readonly OwnLook[] = [
  { name: 'light', theme: THEMES.light, language: 'en', direction: 'ltr' },
  { name: 'dark', theme: THEMES.dark, language: 'en', direction: 'ltr' },
  { name: 'forced', theme: THEMES.forced, language: 'en', direction: 'ltr' },
  { name: 'ja', theme: THEMES.light, language: 'ja', direction: 'ltr' },
  { name: 'de', theme: THEMES.light, language: 'de', direction: 'ltr' },
  { name: 'ar', theme: THEMES.light, language: 'en', direction: 'rtl' },
];

async function differencesOf(page: Page, name: string, { theme, direction, name: look }: OwnLook): Promise<string | undefined> {
  await page.emulateMedia(theme);
  await page.evaluate((dir) => document.documentElement.setAttribute('dir', dir), direction);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  return differenceFrom(`${name}.${look}`, await page.screenshot({ animations: 'disabled', caret: 'hide' }));
}

describe('the picture of the extension’s own page', () => {
  for (const look of OWN_LOOKS) {
    test(`is as it was, in ${look.name}`, async (t) => {
      if (!isComparable(t)) return;
      await sparekey.choose({ language: look.language });
      const differences: (string | undefined)[] = [];
      const page = await sparekey.page(securityInfo({ list: 'phone-only' }));
      await seenCard(page, 'phone-only');
      const popup = await openPopup(sparekey, page);
      await popup.locator('#findings li').first().waitFor();
      await eventually(() => popup.evaluate(() => document.documentElement.lang), (language) => language === look.language);
      differences.push(await differencesOf(popup, 'popup', look));
      await popup.close();
      await page.close();

      const settings = await openSettings(sparekey);
      await settings.setViewportSize({ width: 720, height: 640 });
      await eventually(() => settings.evaluate(() => document.documentElement.lang), (language) => language === look.language);
      differences.push(await differencesOf(settings, 'settings', look));
      await settings.close();
      assert.deepEqual(differences.filter((difference) => difference !== undefined), []);
    });
  }
});
