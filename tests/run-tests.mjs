// Runs the built tests of one selection: `node run-tests.mjs suite --test-concurrency=1`. What follows the
// selection is handed on to Node.
// @ts-check

import { spawnSync } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { SELECTIONS, testFiles } from "./test-files.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const [name = "", ...flags] = process.argv.slice(2);
const isSelected = SELECTIONS[name];
if (isSelected === undefined) {
  console.error(`Which tests? One of: ${Object.keys(SELECTIONS).join(", ")}`);
  process.exit(2);
}
// Listed from the sources, so that a test which was not built is a failure and not an absence.
const bundles = (await testFiles(here))
  .filter(isSelected)
  .map((file) => path.join(here, "portal/dist/node", file.replace(/\.tsx?$/, ".mjs")));
const { status } = spawnSync(process.execPath, ["--test", ...flags, ...bundles], { stdio: "inherit" });
process.exit(status ?? 1);
