/** Runs the unit tests: bundles each `tests/*.test.ts` for Node and starts `node --test` on them. Owns that only. */

import { build } from "esbuild";
import { spawnSync } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { join } from "node:path";

const tests = (await readdir("tests")).filter((name) => name.endsWith(".test.ts")).sort();
// Inside the package, so that imports that are not bundled are found.
const outdir = await mkdtemp(join("node_modules", ".tests-"));
await build({
  entryPoints: tests.map((name) => join("tests", name)),
  bundle: true,
  platform: "node",
  format: "esm",
  outdir,
  outExtension: { ".js": ".mjs" },
  packages: "external",
  // In place of the core's glue, a file that can be told to fail.
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
