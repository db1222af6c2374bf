// Takes the snapshots that the shipped eyes make of the pages of the table of expectations, and writes
// them for the core's own tests: `npm run record`, or `npm run record -- security-info` for the pages
// whose names have that in them. Needs the built extension.
//
// The snapshots are those that the background gets: a debugger adds a second listener beside the
// extension's own in its worker, which no page can reach. What differs from run to run and means
// nothing (frame ids, node ids, the numbers of generated ids) is counted anew, so that a difference
// between two recordings is a difference in what the eyes see.

import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { written } from '../../extension/report/file.ts';
import type { Snapshot, Tab } from '../../pkg/sparekey.js';
import { openedPages, PAGES, type OpenedPage } from '../portal/expectations.ts';
import type { Options } from '../portal/options.ts';
import { settle, startWatched, TODAY, type Watched } from './sparekey.ts';
import { takeSteps } from './steps.ts';

/** Folder of the portal's sources, put in by the build. */
declare const PORTAL_FOLDER: string;

const FOLDER = path.resolve(PORTAL_FOLDER, '../snapshots/recorded');

/** Generated ids and classes count from here, so that they are the same in every recording. */
const STEADY: Partial<Options> = { seed: 100 };

const DEFAULT_REGION = 'JP';

/** What the listener in the worker keeps: the frames of the tab that described itself last. */
interface Heard {
  tab: number;
  frames: Record<string, Snapshot>;
}

interface Port {
  readonly sender?: { readonly tab?: { readonly id?: number }; readonly frameId?: number };
  readonly onMessage: { addListener(listener: (message: { kind: string; snapshot?: Snapshot }) => void): void };
  readonly onDisconnect: { addListener(listener: () => void): void };
}

/** The little of the extension's own API that the listener needs, inside the worker. */
declare const chrome: { readonly runtime: { readonly onConnect: { addListener(listener: (port: Port) => void): void } } };

async function listen(sparekey: Watched): Promise<void> {
  const worker = await sparekey.worker();
  await worker.evaluate(() => {
    const scope = globalThis as { heard?: Heard };
    if (scope.heard !== undefined) return;
    const heard: Heard = { tab: -1, frames: {} };
    scope.heard = heard;
    chrome.runtime.onConnect.addListener((port) => {
      const tab = port.sender?.tab?.id;
      const frame = port.sender?.frameId;
      if (tab === undefined || frame === undefined) return;
      if (tab !== heard.tab) Object.assign(heard, { tab, frames: {} });
      port.onMessage.addListener(({ kind, snapshot }) => {
        if (tab === heard.tab && kind === 'seen' && snapshot !== undefined) heard.frames[frame] = snapshot;
      });
      port.onDisconnect.addListener(() => {
        if (tab === heard.tab) delete heard.frames[frame];
      });
    });
  });
}

async function heard(sparekey: Watched): Promise<Heard['frames']> {
  const worker = await sparekey.worker();
  return worker.evaluate(() => (globalThis as { heard?: Heard }).heard?.frames ?? {});
}

/** The same snapshot with its nodes numbered from 1 in document order. */
function renumbered(snapshot: Snapshot): Snapshot {
  const numbers = new Map(snapshot.nodes.map(({ id }, index) => [id, index + 1]));
  const numberOf = (id: number): number => numbers.get(id) ?? 0;
  return {
    ...snapshot,
    nodes: snapshot.nodes.map(({ id, parent, ...node }) => ({
      id: numberOf(id),
      ...(parent === undefined ? {} : { parent: numberOf(parent) }),
      ...node,
    })),
  };
}

/** The frames as the core gets them: the tab's own first, the others by name and origin. */
function tabOf(frames: Heard['frames']): Tab {
  const key = ({ frameName, address }: Snapshot): string => `${frameName} ${address}`;
  const [tops, inner] = [
    Object.entries(frames).filter(([id]) => id === '0'),
    Object.entries(frames).filter(([id]) => id !== '0'),
  ].map((entries) => (entries ?? []).map(([, snapshot]) => renumbered(snapshot)));
  const ordered = [...(tops ?? []), ...(inner ?? []).toSorted((a, b) => key(a).localeCompare(key(b)))];
  return { frames: ordered.map((snapshot, id) => ({ id, snapshot })) };
}

async function record(sparekey: Watched, opened: OpenedPage): Promise<void> {
  const { expectation, language, options } = opened;
  const { place, at } = PAGES[expectation.page];
  await listen(sparekey);
  const page: Page = await sparekey.page(at({ ...options, ...STEADY }));
  try {
    await takeSteps(page, opened);
    await settle(page);
    const recording = {
      expected: { place, rules: [...expectation.rules, ...(expectation.behind ?? [])].sort() },
      context: { today: TODAY, settings: { defaultRegion: DEFAULT_REGION } },
      tab: tabOf(await heard(sparekey)),
    };
    await writeFile(path.join(FOLDER, `${expectation.name}.${language}.json`), written(recording));
  } finally {
    await page.close();
  }
}

const [, , only = ''] = process.argv;
const pages = openedPages().filter(({ expectation, variant }) => variant === undefined && expectation.name.includes(only) && PAGES[expectation.page].place !== null);
await mkdir(FOLDER, { recursive: true });
if (only === '') {
  for (const name of await readdir(FOLDER)) await rm(path.join(FOLDER, name));
}
const sparekey = await startWatched();
try {
  await sparekey.choose({ defaultRegion: DEFAULT_REGION });
  for (const opened of pages) {
    await record(sparekey, opened);
    console.log(opened.title);
  }
} finally {
  await sparekey.close();
}
