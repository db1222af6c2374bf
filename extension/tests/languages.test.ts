import assert from "node:assert/strict";
import { test } from "node:test";
import { bestLanguage } from "../shared/languages.ts";

const AVAILABLE = ["en", "es", "ja", "ko", "pt-BR", "zh-CN", "zh-TW"];

const SERVED_BY: Record<string, string> = {
  "zh": "zh-CN",
  "zh-Hans": "zh-CN",
  "zh-SG": "zh-CN",
  "zh-CN": "zh-CN",
  "ZH-cn": "zh-CN",
  "zh-Hans-HK": "zh-CN",
  "zh-Hant": "zh-TW",
  "zh-TW": "zh-TW",
  "zh-HK": "zh-TW",
  "zh-MO": "zh-TW",
  "zh-Hant-CN": "zh-TW",
  "pt": "pt-BR",
  "pt-PT": "pt-BR",
  "pt-BR": "pt-BR",
  "es-MX": "es",
  "es-419": "es",
  "ko-KR": "ko",
  "ja-JP": "ja",
  "en-GB": "en",
};

for (const [wish, language] of Object.entries(SERVED_BY)) {
  test(`a reader of ${wish} gets ${language}`, () => {
    // Before a wish that could be granted too, so that falling back cannot pass for an answer.
    assert.equal(bestLanguage([wish, language === "ja" ? "ko" : "ja"], AVAILABLE), language);
  });
}

test("a script that there are no texts in is not replaced by the other one", () => {
  assert.equal(bestLanguage(["zh-TW"], ["en", "zh-CN"]), "en");
  assert.equal(bestLanguage(["zh"], ["en", "zh-TW"]), "en");
});

test("a variant with texts of its own is taken before its relatives", () => {
  assert.equal(bestLanguage(["pt-PT"], ["en", "pt-BR", "pt-PT"]), "pt-PT");
});

test("the first wish that can be granted wins", () => {
  assert.equal(bestLanguage([undefined, "", "tlh", "ko-KR", "ja"], AVAILABLE), "ko");
});

test("what is not a language tag is passed over", () => {
  for (const nonsense of ["zh_CN", "-", "*", "zh-", "x".repeat(10_000)]) {
    assert.equal(bestLanguage([nonsense, "ko"], AVAILABLE), "ko", nonsense.slice(0, 20));
    assert.equal(bestLanguage([nonsense], AVAILABLE), "en", nonsense.slice(0, 20));
  }
});
