import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { test } from "node:test";

const CORE = "../pkg/sparekey_bg.wasm";

/** In bytes, as it lies in the package and as the stores deliver it. A worker that the browser ends at will loads it anew each time. */
const LARGEST = { raw: 450_000, packed: 160_000 };

test("the core is no larger than what loads within the pause behind the last key", () => {
  // Not by Node's own zlib, which packs 1.75 % looser than what the bench and the aim are measured with.
  const packed = execFileSync("gzip", ["-9", "-c", CORE], { maxBuffer: LARGEST.raw }).length;
  const size = { raw: statSync(CORE).size, packed };
  assert.ok(
    size.raw <= LARGEST.raw && size.packed <= LARGEST.packed,
    `${size.raw} bytes, ${size.packed} packed, of at most ${LARGEST.raw} and ${LARGEST.packed}. ` +
      "docs/bench.md (What bounds the size) says what has cost much before, and how to see which function or table it is.",
  );
});
