import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

type Theme = "light" | "dark" | "forced";
type Palette = Readonly<Record<string, string>>;

/** The custom properties that are set in a block of declarations. */
function palette(block: string | undefined): Palette {
  return Object.fromEntries(
    [...(block ?? "").matchAll(/--([a-z-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value]),
  );
}

const sheet = (path: string) => readFileSync(path, "utf8");
/** What stands in the braces that are opened by the first match. */
const block = (css: string, opening: RegExp) => css.match(new RegExp(`${opening.source}\\s*\\{([^{}]*)\\}`))?.[1];

const hints = sheet("content/hands/hints.css");
const pages = sheet("shared/ui/page.css");

const PALETTES: Readonly<Record<Theme, readonly [hints: Palette, pages: Palette]>> = {
  light: [palette(block(hints, /\n\.hint-root, \.undo-toast/)), palette(block(pages, /\n:root/))],
  dark: [
    palette(block(hints, /\n:is\(\.hint-root, \.undo-toast\)\[data-theme="dark"\]/)),
    palette(block(pages, /scheme: dark\) \{\s*:root/)),
  ],
  forced: [
    palette(block(hints, /forced-colors: active\) \{\s*\.hint-root, \.undo-toast, [^{]*/)),
    palette(block(pages, /forced-colors: active\) \{\s*:root/)),
  ],
};

/** By the hints' name and the pages' own. Grounds and lines differ: a hint lies on somebody else's page, and has to stand off from it. */
const SAME = {
  text: "text",
  quiet: "quiet",
  action: "action",
  stop: "stop",
  warn: "warn",
  tip: "tip",
  come: "good",
} as const;

for (const [theme, [ofHints, ofPages]] of Object.entries(PALETTES)) {
  test(`a meaning has one colour in hints and on the extension's own pages, ${theme}`, () => {
    for (const [inHints, onPages] of Object.entries(SAME)) {
      assert.ok(ofHints[inHints], `the hints have no --${inHints}`);
      assert.equal(ofHints[inHints], ofPages[onPages], `--${inHints}, --${onPages}`);
    }
  });

  if (theme === "light") continue; // What the others are held to.
  test(`no colour is left out where the theme changes all of them, ${theme}`, () => {
    for (const which of [0, 1] as const)
      assert.deepEqual(Object.keys(PALETTES[theme as Theme][which]).sort(), Object.keys(PALETTES.light[which]).sort());
  });
}
