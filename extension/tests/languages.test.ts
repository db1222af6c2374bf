import assert from "node:assert/strict";
import { test } from "node:test";
import { bestLanguage } from "../shared/texts/languages.ts";

const AVAILABLE = ["de", "en", "ja", "pt-BR", "zh-CN", "zh-TW"];

test("a reader of any Chinese gets the script that they read", () => {
  for (const wish of ["zh", "zh-CN", "zh-SG", "zh-Hans", "zh-Hans-HK"])
    assert.equal(bestLanguage([wish], AVAILABLE), "zh-CN", wish);
  for (const wish of ["zh-TW", "zh-HK", "zh-MO", "zh-Hant", "zh-hant-tw"])
    assert.equal(bestLanguage([wish], AVAILABLE), "zh-TW", wish);
});

test("a language serves its other regions, and the first wish that can be served wins", () => {
  assert.equal(bestLanguage(["pt-PT"], AVAILABLE), "pt-BR");
  assert.equal(bestLanguage(["de-CH"], AVAILABLE), "de");
  assert.equal(bestLanguage([undefined, "fi", "JA-jp", "de"], AVAILABLE), "ja");
});

test("what cannot be served, or is no language at all, gives English", () => {
  for (const wish of ["fi", "", "not a tag", "x".repeat(1000), "-"])
    assert.equal(bestLanguage([wish], AVAILABLE), "en", wish);
});
