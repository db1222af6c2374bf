// Which tests there are, and which npm script runs each. Owns that choice alone: `portal/build.mjs` bundles
// them, and `run-tests.mjs` runs the bundles.
// @ts-check

import { readdir } from "node:fs/promises";
import path from "node:path";

/** Where nothing is written by hand. */
const GENERATED = new Set(["node_modules", "dist"]);

/** One test for each practice page, each with a browser of its own: the suite runs and counts them by themselves. */
const PAGES = "browser/expectations.test.ts";

/**
 * What `run-tests.mjs` can be asked to run. `suite` and `pages` are the two that `cargo xtask test` runs, and
 * between them they run each test once; the others are for work on one folder.
 *
 * @type {Readonly<Record<string, (file: string) => boolean>>}
 */
export const SELECTIONS = {
  suite: (file) => file !== PAGES,
  pages: (file) => file === PAGES,
  portal: (file) => file.startsWith("portal/"),
  browser: (file) => file.startsWith("browser/"),
};

/**
 * Every `*.test.ts` below the folder, relative to it with `/` between the parts, in the same order everywhere.
 *
 * @param {string} folder
 * @returns {Promise<string[]>}
 */
export async function testFiles(folder) {
  const found = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.isDirectory() && !GENERATED.has(entry.name)) {
      for (const below of await testFiles(path.join(folder, entry.name))) found.push(`${entry.name}/${below}`);
    } else if (/\.test\.tsx?$/.test(entry.name)) {
      found.push(entry.name);
    }
  }
  return found.sort();
}
