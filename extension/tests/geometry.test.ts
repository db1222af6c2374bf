import assert from "node:assert/strict";
import { test } from "node:test";
import {
  intersection,
  isWithin,
  longestRun,
  overlap,
  rectangle,
  sizeOf,
  slideToFree,
} from "../content/hands/geometry.ts";

const box = (left: number, top: number, width = 10, height = 10) => rectangle(left, top, { width, height });

test("boxes that touch do not overlap, and the overlap of others is their intersection", () => {
  assert.equal(overlap(box(0, 0), box(10, 0)), 0);
  assert.equal(overlap(box(0, 0), box(5, 5)), 25);
  assert.equal(overlap(box(0, 0), box(20, 20)), 0, "nor do two negative sides make an area");
});

test("the intersection of two boxes that are far apart has no area", () => {
  const { width, height } = sizeOf(intersection(box(0, 0), box(30, 40)));
  assert.ok(width < 0 && height < 0);
});

test("a box on the edge of another is within it", () => {
  assert.ok(isWithin(box(0, 0), box(0, 0, 10, 20)));
  assert.ok(!isWithin(box(-1, 0), box(0, 0, 10, 20)));
});

test("a box slides past one obstacle after the other, and keeps its distance", () => {
  const obstacles = [box(0, 5), box(0, 18), box(50, 0, 10, 500)];
  assert.equal(slideToFree(box(0, 0), obstacles, "down", 2), 30);
  assert.equal(slideToFree(box(0, 20), obstacles, "up", 2), -27);
  assert.equal(slideToFree(box(20, 0), obstacles, "down", 2), 0);
});

test("the longest free run is found at either end and in between", () => {
  const runOf = (free: readonly boolean[], least = 1) => longestRun(free.length, least, (at) => free[at] === true);
  assert.deepEqual(runOf([true, false, true, true]), { from: 2, to: 4 });
  assert.deepEqual(runOf([false, true, true, false, true]), { from: 1, to: 3 });
  assert.deepEqual(runOf([false]), undefined);
  assert.deepEqual(runOf([true, true, false, true], 3), undefined);
});

test("it is the run that whoever looks at all positions finds, in every row", () => {
  for (let count = 1; count <= 11; count += 1) {
    for (let row = 0; row < 2 ** count; row += 1) {
      const free = Array.from({ length: count }, (_, at) => (row & (1 << at)) !== 0);
      const runs = free.flatMap((isFree, from) => {
        const end = free.indexOf(false, from);
        return isFree && free[from - 1] !== true ? [{ from, to: end < 0 ? count : end }] : [];
      });
      for (let least = 1; least <= count; least += 1) {
        const longest = Math.max(least, ...runs.map(({ from, to }) => to - from));
        const expected = runs.find(({ from, to }) => to - from === longest);
        assert.deepEqual(
          longestRun(count, least, (at) => free[at] === true),
          expected,
          `${free.join()} ${least}`,
        );
      }
    }
  }
});

test("a full row is not asked about position by position", () => {
  const asked: number[] = [];
  longestRun(60, 20, (at) => {
    asked.push(at);
    return false;
  });
  assert.deepEqual(asked, [19, 39, 59]);
});
