import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { test } from "node:test";

const CORE = "../pkg/sparekey_bg.wasm";

/**
 * In bytes: as it is in the package, and compressed as the stores deliver it. The worker, which the browser ends at
 * will, loads it each time it starts.
 */
const LARGEST = { raw: 450_000, packed: 160_000 };

test("the core is no larger than what loads within the pause behind the last key", () => {
  // Not with Node's own zlib, which compresses 1.75 % less than the gzip by which the bench and the limit are measured.
  const packed = execFileSync("gzip", ["-9", "-c", CORE], { maxBuffer: LARGEST.raw }).length;
  const size = { raw: statSync(CORE).size, packed };
  assert.ok(
    size.raw <= LARGEST.raw && size.packed <= LARGEST.packed,
    `${size.raw} bytes, ${size.packed} packed, of at most ${LARGEST.raw} and ${LARGEST.packed}. ` +
      "docs/bench.md (What bounds the size) says what has cost much before, and how to see which function or table it is.",
  );
});
