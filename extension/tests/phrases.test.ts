import assert from "node:assert/strict";
import { test } from "node:test";
import { counted, ownName } from "../shared/texts/phrases.ts";

test("every language is listed by the name that its readers call it", () => {
  const tags = ["de", "en", "ja", "pt-BR", "zh-CN", "zh-TW", "fr", "ko"];
  assert.deepEqual(
    tags.map((tag) => ownName(tag, tags)),
    ["Deutsch", "English", "日本語", "Português (Brasil)", "简体中文", "繁體中文", "Français", "한국어"],
  );
});

test("what a language lacks is counted in English, by English forms", () => {
  const english = {
    language: "en",
    texts: new Map([
      ["left_one", "$count$ day"],
      ["left_other", "$count$ days"],
    ]),
  };
  const japanese = { language: "ja", texts: new Map(), fallback: english };
  assert.equal(counted(japanese, "left", 1), "1 day");
  assert.equal(counted(japanese, "left", 1200), "1,200 days");
  assert.equal(counted({ ...japanese, texts: new Map([["left_other", "あと $count$ 日"]]) }, "left", 1), "あと 1 日");
});
