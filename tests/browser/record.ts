// Takes the snapshots that the shipped eyes make of the pages of the table of expectations, and writes
// them for the core's own tests: `npm run record`, or `npm run record -- security-info` for the pages
// whose names have that in them. Needs the built extension.
//
// The snapshots are those that the background gets. What differs from run to run and means nothing
// (frame ids, node ids, the numbers of generated ids) is counted anew, so that a difference between two
// recordings is a difference in what the eyes see.

import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { written } from "../../extension/report/file.ts";
import type { Snapshot, Tab } from "../../pkg/sparekey.js";
import { DECIDED, openedPages, PAGES, type Decided, type OpenedPage } from "../portal/expectations.ts";
import type { Options } from "../portal/options.ts";
import { HeardTab } from "./heard.ts";
import { startWatched, TODAY } from "./sparekey.ts";
import { takeSteps } from "./steps.ts";

/** Folder of the portal's sources, put in by the build. */
declare const PORTAL_FOLDER: string;

const FOLDER = path.resolve(PORTAL_FOLDER, "../snapshots/recorded");

/** Generated ids and classes count from here, so that they are the same in every recording. */
const STEADY: Partial<Options> = { seed: 100 };

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

/** The frames as the core gets them: the tab's own first, the others sorted by name and origin. */
function tabOf(frames: Readonly<Record<string, Snapshot>>): Tab {
  const key = ({ frameName, address }: Snapshot): string => `${frameName} ${address}`;
  const [tops, inner] = [
    Object.entries(frames).filter(([id]) => id === "0"),
    Object.entries(frames).filter(([id]) => id !== "0"),
  ].map((entries) => (entries ?? []).map(([, snapshot]) => renumbered(snapshot)));
  const ordered = [...(tops ?? []), ...(inner ?? []).toSorted((a, b) => key(a).localeCompare(key(b)))];
  return { frames: ordered.map((snapshot, id) => ({ id, snapshot })) };
}

async function record(tab: HeardTab, opened: OpenedPage): Promise<void> {
  const { expectation, language, options } = opened;
  const { page, rules, behind = [] } = expectation;
  const { choices, policy }: Decided = DECIDED[decidedBefore(opened)];
  await tab.visit(PAGES[page].at({ ...options, ...STEADY }));
  await takeSteps(tab.page, opened);
  await tab.settled();
  const recording = {
    expected: { place: PAGES[page].place, rules: [...rules, ...behind].sort() },
    context: { today: TODAY, settings: choices, ...(policy !== undefined && { policy }) },
    tab: tabOf(await tab.snapshots()),
  };
  await writeFile(path.join(FOLDER, `${expectation.name}.${language}.json`), written(recording));
}

function decidedBefore({ expectation: { decided = "country-is-japan" } }: OpenedPage): keyof typeof DECIDED {
  return decided;
}

const [, , only = ""] = process.argv;
const pages = openedPages().filter(
  ({ expectation, variant }) =>
    variant === undefined && expectation.name.includes(only) && PAGES[expectation.page].place !== null,
);
await mkdir(FOLDER, { recursive: true });
if (only === "") {
  for (const name of await readdir(FOLDER)) await rm(path.join(FOLDER, name));
}
// What has been decided is in the recording; the eyes see the same, whatever it is.
const sparekey = await startWatched();
try {
  const tab = await HeardTab.open(sparekey);
  for (const opened of pages) {
    await record(tab, opened);
    console.log(opened.title);
  }
} finally {
  await sparekey.close();
}
