// Builds the practice portal: the pages for the browser, the server and the tests for Node.
// @ts-check

import { execFileSync } from "node:child_process";
import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { testFiles } from "../test-files.mjs";

const portal = path.dirname(fileURLToPath(import.meta.url));
const tests = path.dirname(portal);
const dist = path.join(portal, "dist");

await rm(dist, { recursive: true, force: true });
await mkdir(path.join(dist, "pages"), { recursive: true });

const pages = build({
  absWorkingDir: tests,
  entryPoints: {
    "my-sign-ins": "portal/pages/my-sign-ins/index.tsx",
    blade: "portal/pages/blade/index.tsx",
    shell: "portal/pages/shell/index.ts",
    legacy: "portal/pages/legacy/index.ts",
    personal: "portal/pages/personal/index.ts",
    "personal-fluent": "portal/pages/personal/fluent.tsx",
  },
  entryNames: "[name].[hash]",
  outdir: "portal/dist/pages",
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  jsx: "automatic",
  define: { "process.env.NODE_ENV": '"production"' },
  metafile: true,
  logLevel: "warning",
});

const node = build({
  absWorkingDir: tests,
  entryPoints: [
    "portal/server.ts",
    "portal/serve.ts",
    "portal/icon-font.ts",
    "browser/support.ts",
    "browser/demo.ts",
    "browser/record.ts",
    "browser/latency.ts",
    ...(await testFiles(tests)),
  ],
  outbase: ".",
  outdir: "portal/dist/node",
  outExtension: { ".js": ".mjs" },
  bundle: true,
  packages: "external",
  platform: "node",
  format: "esm",
  target: "node20",
  sourcemap: "inline",
  define: { PORTAL_FOLDER: JSON.stringify(portal) },
  logLevel: "warning",
});

const [built] = await Promise.all([pages, node]);
/** @type {Record<string, string>} */
const bundles = {};
for (const [file, { entryPoint }] of Object.entries(built.metafile.outputs)) {
  const name = path.basename(file);
  if (entryPoint !== undefined) bundles[name.slice(0, name.indexOf("."))] = name;
}
await writeFile(path.join(dist, "bundles.json"), JSON.stringify(bundles));
execFileSync(process.execPath, [path.join(dist, "node/portal/icon-font.mjs"), path.join(dist, "pages/icons.ttf")], {
  stdio: "inherit",
});
