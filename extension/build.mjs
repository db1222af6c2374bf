/**
 * Builds the extension for one browser: `node build.mjs --target chromium|firefox --out DIR`.
 * It owns how files come together and decides nothing about what they say. Needs `../pkg` (the
 * core, from wasm-pack) and `generated/`. The same sources give the same bytes.
 */

import { build, transform } from "esbuild";
import { cp, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { ICON_SIZES, manifest } from "./manifest.mjs";
import { withPlaceholders } from "./placeholders.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const pkg = join(here, "..", "pkg");
/** @param {string} path */
const readJson = async (path) => JSON.parse(await readFile(path, "utf8"));

/**
 * The core's glue as a factory. A panic leaves an instance that must never be asked again, the
 * glue holds its instance in a module variable, and a worker may not import a module anew: so the
 * glue becomes a function whose every call makes fresh state.
 *
 * @type {import("esbuild").Plugin}
 */
const glueFactory = {
  name: "glue-factory",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^sparekey-glue$/ }, () => ({ path: "glue", namespace: "sparekey" }));
    onLoad({ filter: /^glue$/, namespace: "sparekey" }, async () => {
      const { outputFiles } = await build({
        entryPoints: [join(pkg, "sparekey.js")],
        bundle: true,
        format: "iife",
        globalName: "glue",
        write: false,
        // The glue's own guess of the core's address, which is never used.
        define: { "import.meta.url": '"about:blank"' },
      });
      return { contents: `export function createGlue() {\n${outputFiles?.[0]?.text}\nreturn glue;\n}` };
    });
  },
};

/**
 * A style sheet as minified text, for constructing it in the page.
 *
 * @type {import("esbuild").Plugin}
 */
const styleText = {
  name: "style-text",
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, "utf8"), { loader: "css", minify: true });
      return { contents: code, loader: "text" };
    });
  },
};

/**
 * @param {import("./manifest.mjs").Target} target
 * @param {string} out
 */
async function buildExtension(target, out) {
  const watchList = await readJson(join(here, "generated", "watch.json"));
  const { version } = await readJson(join(here, "package.json"));
  const languages = (await readdir(join(here, "_locales"))).sort();

  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });

  /** @type {import("esbuild").BuildOptions} */
  const shared = {
    bundle: true,
    target: target === "chromium" ? "chrome121" : "firefox147",
    minify: true,
    charset: "utf8",
    legalComments: "eof",
    logLevel: "warning",
    define: {
      WATCH_LIST: JSON.stringify(watchList),
      LANGUAGES: JSON.stringify(languages.map((language) => language.replace("_", "-"))),
    },
    plugins: [glueFactory, styleText],
  };
  await build({
    ...shared,
    entryPoints: {
      background: join(here, "background", "main.ts"),
      popup: join(here, "popup", "popup.ts"),
      report: join(here, "report", "report.ts"),
      settings: join(here, "settings", "settings.ts"),
    },
    format: "esm",
    outdir: out,
  });
  // One classic file: a content script cannot be a module, and a second file would have to be
  // web-accessible, which would tell every page that the extension is there.
  await build({ ...shared, entryPoints: { content: join(here, "content", "main.ts") }, format: "iife", outdir: out });

  for (const language of languages) {
    const messages = await readJson(join(here, "_locales", language, "messages.json"));
    await mkdir(join(out, "_locales", language), { recursive: true });
    await writeFile(join(out, "_locales", language, "messages.json"), JSON.stringify(withPlaceholders(messages)));
  }
  for (const size of ICON_SIZES) {
    await cp(join(here, "icons", `icon-${size}.png`), join(out, "icons", `icon-${size}.png`));
  }
  const pages = [
    ...["popup/popup", "report/report", "settings/settings"].flatMap((page) => [`${page}.html`, `${page}.css`]),
    "shared/ui/page.css",
  ];
  for (const file of pages) await cp(join(here, file), join(out, basename(file)));
  await cp(join(pkg, "sparekey_bg.wasm"), join(out, "sparekey.wasm"));
  if (target === "chromium") await cp(join(here, "managed_schema.json"), join(out, "managed_schema.json"));
  await writeFile(join(out, "manifest.json"), `${JSON.stringify(manifest(target, version, watchList), null, 2)}\n`);
}

const { values } = parseArgs({ options: { target: { type: "string" }, out: { type: "string" } } });
if ((values.target !== "chromium" && values.target !== "firefox") || !values.out) {
  console.error("usage: node build.mjs --target chromium|firefox --out DIR");
  process.exit(2);
}
await buildExtension(values.target, resolve(values.out));
