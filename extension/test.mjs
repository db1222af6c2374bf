/**
 * Runs the unit tests: bundles each `tests/*.test.ts` for Node and hands them to `node --test`.
 */

import { build } from "esbuild";
import { spawnSync } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { join } from "node:path";

const tests = (await readdir("tests")).filter((name) => name.endsWith(".test.ts")).sort();
// Inside the package, so that what the tests leave unbundled is still found.
const outdir = await mkdtemp(join("node_modules", ".tests-"));
await build({
  entryPoints: tests.map((name) => join("tests", name)),
  bundle: true,
  platform: "node",
  format: "esm",
  outdir,
  outExtension: { ".js": ".mjs" },
  packages: "external",
  // What the build makes of the core, played by a file that can be told to fail.
  alias: { "sparekey-glue": "./tests/played-glue.ts" },
  logLevel: "warning",
});
const { status } = spawnSync(
  process.execPath,
  ["--test", "--test-reporter=spec", ...tests.map((name) => join(outdir, name.replace(/\.ts$/, ".mjs")))],
  {
    stdio: "inherit",
  },
);
await rm(outdir, { recursive: true, force: true });
process.exit(status ?? 1);
