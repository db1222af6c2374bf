// The table of expectations itself, compared with the page of the rules, without a browser.

import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { describe, test } from "node:test";
import { BOTH, EXPECTATIONS, openedPages, PAGES, WITHOUT_A_PAGE, type Expectation } from "./expectations.ts";
import type { Language } from "./options.ts";

/** Folder of the portal's sources, put in by the build. */
declare const PORTAL_FOLDER: string;

/** The ids in the first column of the first table of docs/rules.md, which a test of the core keeps true. */
async function rules(): Promise<readonly string[]> {
  const page = await readFile(path.resolve(PORTAL_FOLDER, "../../docs/rules.md"), "utf8");
  const [table = ""] = page.split(/^## /mu);
  const ids = [...table.matchAll(/^\| ([a-z-]+[a-z]) \| (?:stop|warn|tip) \|/gmu)].map(([, id]) => id ?? "");
  assert.ok(ids.length > 40, "the page of the rules is read as it is written");
  return ids;
}

/** All rules that the core finds there, whether they are seen or not. */
function found({ rules: seen, behind = [] }: Expectation): readonly string[] {
  return [...seen, ...behind];
}

function inLanguage(language: Language): readonly Expectation[] {
  return EXPECTATIONS.filter(({ languages = BOTH }) => languages.includes(language));
}

function speaks(rule: string): (expectation: Expectation) => boolean {
  return (expectation) => expectation.rules.includes(rule);
}

describe("the table of expectations", () => {
  test("has each name once, and its rules in order", () => {
    const names = EXPECTATIONS.map(({ name }) => name);
    assert.deepEqual(names, [...new Set(names)]);
    for (const { name, rules: seen } of EXPECTATIONS) assert.deepEqual(seen, [...seen].sort(), name);
  });

  for (const language of BOTH) {
    test(`has a page on which it speaks for every rule (${language})`, async () => {
      const pages = inLanguage(language);
      const missing = (await rules()).filter((rule) => !pages.some(speaks(rule)));
      assert.deepEqual(missing, []);
    });

    test(`has a page much like it, on which it does not, for every rule (${language})`, async () => {
      const pages = inLanguage(language);
      const missing = (await rules()).filter((rule) => {
        const where = new Set(pages.filter(speaks(rule)).map(({ page }) => page));
        // A page that Sparekey must leave alone, and that looks like all those it watches.
        return !pages.some(
          ({ page, alike = [] }) => alike.includes(rule) && (where.has(page) || PAGES[page].place === null),
        );
      });
      assert.deepEqual(missing, []);
    });
  }

  test("names no rule that there is not, and none on a page from which it is to be absent", async () => {
    const known = await rules();
    for (const expectation of EXPECTATIONS) {
      const { name, alike = [] } = expectation;
      for (const rule of [...found(expectation), ...alike]) assert.ok(known.includes(rule), `${name}: ${rule}`);
      assert.deepEqual(
        found(expectation).filter((rule) => alike.includes(rule)),
        [],
        name,
      );
    }
  });

  test("leaves out only what is no rule of a page, and says why", async () => {
    const known = await rules();
    assert.deepEqual(Object.keys(WITHOUT_A_PAGE), ["sole-admin"]);
    for (const [rule, reason] of Object.entries(WITHOUT_A_PAGE)) {
      assert.ok(!known.includes(rule), `${rule} has come to the pages`);
      assert.ok(reason.endsWith("."), rule);
    }
  });

  test("has, for every place, a page on which nothing speaks beside those on which something does", () => {
    const places = new Set(Object.values(PAGES).flatMap(({ place }) => place ?? []));
    for (const place of places) {
      const here = EXPECTATIONS.filter(({ page }) => PAGES[page].place === place);
      assert.ok(
        here.some((expectation) => found(expectation).length > 0),
        `${place}: something`,
      );
      // The report's one hint is about the report itself.
      if (place !== "registration-report")
        assert.ok(
          here.some((it) => found(it).length === 0),
          `${place}: nothing`,
        );
    }
  });

  test("was recorded as it stands: a snapshot for every page in every language, and no other", async () => {
    const folder = path.resolve(PORTAL_FOLDER, "../snapshots/recorded");
    const kept = (await readdir(folder)).sort();
    const recorded = await Promise.all(
      kept.map(async (file) => {
        const { expected } = JSON.parse(await readFile(path.join(folder, file), "utf8")) as { expected: object };
        return [file, expected] as const;
      }),
    );
    const wanted = openedPages()
      .filter(({ expectation: { page }, variant }) => variant === undefined && PAGES[page].place !== null)
      .map(
        ({ expectation, language }) =>
          [
            `${expectation.name}.${language}.json`,
            { place: PAGES[expectation.page].place, rules: [...found(expectation)].sort() },
          ] as const,
      );
    assert.deepEqual(Object.fromEntries(recorded), Object.fromEntries(wanted));
  });
});
