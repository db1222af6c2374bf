/** Which sequences of events press a control of a hint. Browsers send them; here they are written down, since no test
 * can make events that count as trusted. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { onPress, pressFromAfar } from "../content/hands/press.ts";

interface Step {
  kind: string;
  trusted?: boolean;
  button?: number;
  detail?: number;
  /** Milliseconds since the step before. */
  after?: number;
}

/** How often the control acts on these events, and which of their defaults are prevented. */
function played(steps: readonly Step[]): { acts: number; prevented: string[] } {
  const listeners = new Map<string, ((event: unknown) => void)[]>();
  const control = {
    addEventListener: (kind: string, listener: (event: unknown) => void) =>
      listeners.set(kind, [...(listeners.get(kind) ?? []), listener]),
  } as unknown as HTMLElement;
  const result = { acts: 0, prevented: [] as string[] };
  onPress(control, () => (result.acts += 1));
  let timeStamp = 10_000;
  for (const { kind, trusted = true, button = 0, detail = 0, after = 0 } of steps) {
    timeStamp += after;
    const event = { isTrusted: trusted, button, detail, timeStamp, preventDefault: () => result.prevented.push(kind) };
    for (const listener of listeners.get(kind) ?? []) listener(event);
  }
  return result;
}

const down: Step[] = [{ kind: "pointerdown" }, { kind: "mousedown", detail: 1 }];
const up: Step[] = [
  { kind: "pointerup", after: 80 },
  { kind: "mouseup", detail: 1 },
];
const click: Step[] = [{ kind: "click", detail: 1 }];
const mouse = [...down, ...up, ...click];
/** Firefox does this for the default action of a control: NVDA's Enter, VoiceOver's press, voice control. */
const assistive: Step[] = [{ kind: "mousedown", detail: 1 }, { kind: "mouseup", detail: 1 }, ...click];
const untrusted = (steps: readonly Step[]) => steps.map((step) => ({ ...step, trusted: false }));
const later = ([first, ...others]: readonly Step[]): Step[] => [{ kind: "", ...first, after: 5000 }, ...others];

const SEQUENCES: readonly [name: string, steps: readonly Step[], acts: number][] = [
  ["mouse", mouse, 1],
  ["mouse, the click swallowed by a blocking dialog", [...down, ...up], 1],
  ["mouse, twice", [...mouse, ...later(mouse)], 2],
  ["double click", [...mouse, ...down, ...up, { kind: "click", detail: 2 }, { kind: "dblclick", detail: 2 }], 2],
  ["finger: no mouse event comes, since `pointerdown` is prevented", [down[0] as Step, up[0] as Step, ...click], 1],
  ["finger that scrolls", [down[0] as Step, { kind: "pointercancel" }, { kind: "pointerleave" }], 0],
  [
    "finger, with mouse events afterwards all the same",
    [down[0] as Step, up[0] as Step, ...assistive.map((step) => ({ ...step, after: 2 }))],
    1,
  ],
  ["pressed, and let go elsewhere", [...down, { kind: "pointerleave" }], 0],
  ["pressed elsewhere, and let go here", up, 0],
  ["the other button", [{ kind: "pointerdown", button: 2 }, { kind: "pointerup", button: 2 }, { kind: "auxclick" }], 0],
  ["a key, or a screen reader in Chromium", [{ kind: "click", detail: 0 }], 1],
  ["a key right after the mouse", [...mouse, { kind: "click", detail: 0, after: 50 }], 2],
  ["a screen reader in Firefox", assistive, 1],
  ["a screen reader that sends the click alone", click, 1],
  ["a screen reader in Firefox, twice", [...assistive, ...later(assistive)], 2],
  ["a screen reader in Firefox after the mouse", [...mouse, ...later(assistive)], 2],
  ["a screen reader in Firefox after a mouse whose click was swallowed", [...down, ...up, ...later(assistive)], 2],
  ["the page plays a mouse", untrusted(mouse), 0],
  ["the page plays a screen reader", untrusted(assistive), 0],
  ["the page plays a key", untrusted([{ kind: "click", detail: 0 }]), 0],
  ["the page plays the end of a real press", [...down, ...untrusted(up), ...untrusted(click)], 0],
  ["the page plays the beginning of one", [...untrusted(down), ...up], 0],
  ["the page plays a press between the parts of a real one", [...down, ...untrusted(mouse), ...up, ...click], 1],
  ["the page plays a press after a real one", [...mouse, ...untrusted(mouse), ...untrusted(assistive)], 1],
];

for (const [name, steps, acts] of SEQUENCES) {
  test(`${acts === 0 ? "does not press" : "presses"}: ${name}`, () => assert.equal(played(steps).acts, acts));
}

test("the focus stays in the field and no link is followed", () => {
  assert.deepEqual(played(mouse).prevented, ["pointerdown", "mousedown", "click"]);
});

test("a control is pressed for a key that was pressed elsewhere", () => {
  let acts = 0;
  const control = { addEventListener: () => undefined } as unknown as HTMLElement;
  onPress(control, () => (acts += 1));
  pressFromAfar(control);
  assert.equal(acts, 1);
});
