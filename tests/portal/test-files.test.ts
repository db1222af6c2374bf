// Holds that no test is left out of the suite, or runs in it twice.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { SELECTIONS, testFiles } from "../test-files.mjs";

declare const PORTAL_FOLDER: string;

const TESTS = path.dirname(PORTAL_FOLDER);

/** The scripts that `cargo xtask test` calls. */
const SCRIPTS = ["test", "test:expectations"];

test("every test file is run by exactly one script of the suite", async () => {
  const { scripts } = JSON.parse(await readFile(path.join(TESTS, "package.json"), "utf8")) as {
    scripts: Record<string, string>;
  };
  const selections = SCRIPTS.map((script) => {
    const name = /^node run-tests\.mjs (\w+)/.exec(scripts[script] ?? "")?.[1] ?? "";
    const isSelected = SELECTIONS[name];
    assert.ok(isSelected, `${script} runs a selection of the tests`);
    return isSelected;
  });
  const files = await testFiles(TESTS);
  assert.ok(files.includes("portal/test-files.test.ts"), "this very file");
  for (const file of files) {
    assert.equal(selections.filter((isSelected) => isSelected(file)).length, 1, file);
  }
});
