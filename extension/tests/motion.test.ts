/**
 * Nothing of ours moves for people who have asked for that. Either a style sheet has no motion at all, or
 * it has it where the reader has no wish against it.
 */

import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";

const STYLE_SHEETS = [
  "content/hands/hints.css",
  "shared/ui/page.css",
  "popup/popup.css",
  "settings/settings.css",
  "report/report.css",
];
const DRAWING = ["content/hands", "popup", "report", "settings", "shared"];

const MOVES =
  /(?<![\w-])(?:(?:transition|animation)(?:-[a-z-]+)?\s*:|scroll-behavior\s*:\s*smooth|@keyframes\b|@view-transition\b)[^;{}]*/gu;
const BY_SCRIPT = /\.animate\(|startViewTransition\(|behavior:\s*["']smooth["']/gu;

/** The style sheet without its comments and without what holds only for readers who do not mind motion. */
function forEverybody(css: string): string {
  const bare = css.replaceAll(/\/\*[\s\S]*?\*\//gu, "");
  const begin = /@media[^{]*\(prefers-reduced-motion:\s*no-preference\)[^{]*\{/u.exec(bare);
  if (!begin) return bare;
  let [end, depth] = [begin.index + begin[0].length, 1];
  for (; depth > 0 && end < bare.length; end += 1) depth += { "{": 1, "}": -1 }[bare.charAt(end)] ?? 0;
  return bare.slice(0, begin.index) + forEverybody(bare.slice(end));
}

const motionIn = (css: string) => (forEverybody(css).match(MOVES) ?? []).map((found) => found.trim());

test("motion is found wherever it is not bound to the reader's wish", () => {
  assert.deepEqual(motionIn("a { color: red; transition: color 1s } b { animation-name: x; }"), [
    "transition: color 1s",
    "animation-name: x",
  ]);
  assert.deepEqual(motionIn("@keyframes x { from { left: 0 } }"), ["@keyframes x"]);
  assert.deepEqual(
    motionIn(
      "@media (prefers-reduced-motion: no-preference) { a { b { transition: none } } } c { scroll-behavior: smooth }",
    ),
    ["scroll-behavior: smooth"],
  );
  assert.deepEqual(motionIn("@media (prefers-reduced-motion: reduce) { a { animation: x 1s } }"), ["animation: x 1s"]);
});

test("motion that is bound to the reader's wish, and words that only look like it, are not", () => {
  assert.deepEqual(
    motionIn(
      "@media screen and (prefers-reduced-motion: no-preference) { a { transition: color 1s } @keyframes x { } }",
    ),
    [],
  );
  assert.deepEqual(motionIn("/* transition: all */ a { --transition: 1s; } .animation { color: red }"), []);
});

for (const file of STYLE_SHEETS) {
  test(`${file} moves nothing for people who want none of it`, async () => {
    const css = await readFile(file, "utf8");
    assert.ok(css.includes("{"), "it is read");
    assert.deepEqual(motionIn(css), []);
  });
}

test("every style sheet of ours is among these", async () => {
  const found = await Promise.all(
    DRAWING.map(async (folder) =>
      (await readdir(folder, { recursive: true }))
        .filter((name) => name.endsWith(".css"))
        .map((name) => join(folder, name)),
    ),
  );
  assert.deepEqual(found.flat().sort(), [...STYLE_SHEETS].sort());
});

test("nor does a script move anything", async () => {
  const files = (
    await Promise.all(
      DRAWING.map(async (folder) =>
        (
          await readdir(folder, { recursive: true })
        )
          .filter((name) => name.endsWith(".ts"))
          .map((name) => join(folder, name)),
      ),
    )
  ).flat();
  assert.ok(files.length > 20);
  for (const file of files) assert.deepEqual((await readFile(file, "utf8")).match(BY_SCRIPT), null, file);
});
