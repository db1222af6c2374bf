import assert from "node:assert/strict";
import { test } from "node:test";
import { bestLanguage } from "../shared/texts/languages.ts";

const AVAILABLE = ["de", "en", "ja", "pt-BR", "zh-CN", "zh-TW"];

test("readers of each variant of Chinese get their script", () => {
  for (const wish of ["zh", "zh-CN", "zh-SG", "zh-Hans", "zh-Hans-HK"])
    assert.equal(bestLanguage([wish], AVAILABLE), "zh-CN", wish);
  for (const wish of ["zh-TW", "zh-HK", "zh-MO", "zh-Hant", "zh-hant-tw"])
    assert.equal(bestLanguage([wish], AVAILABLE), "zh-TW", wish);
});

test("a language serves its other regions, and the first wanted language that is available wins", () => {
  assert.equal(bestLanguage(["pt-PT"], AVAILABLE), "pt-BR");
  assert.equal(bestLanguage(["de-CH"], AVAILABLE), "de");
  assert.equal(bestLanguage([undefined, "fi", "JA-jp", "de"], AVAILABLE), "ja");
});

test("an unavailable language or an invalid tag gives English", () => {
  for (const wish of ["fi", "", "not a tag", "x".repeat(1000), "-"])
    assert.equal(bestLanguage([wish], AVAILABLE), "en", wish);
});
