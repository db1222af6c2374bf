import assert from "node:assert/strict";
import { test } from "node:test";
import { localDay } from "../background/today.ts";
import { policyFrom, settingsFrom } from "../shared/choices.ts";

test("a policy value of the wrong type costs that value and no other", () => {
  assert.deepEqual(policyFrom({ defaultRegion: 81, allowedRegions: ["JP", 1, "US"], telecomProviderConfigured: "yes", unheardOf: {} }), {
    allowedRegions: ["JP", "US"],
    telecomProviderConfigured: false,
  });
});

test("an empty storage gives no choice at all", () => {
  assert.deepEqual(settingsFrom({}), { silencedRules: [] });
});

test("the day is the day where the browser is", () => {
  assert.equal(localDay(new Date(2026, 10, 5, 23, 59)), "2026-11-05");
});
