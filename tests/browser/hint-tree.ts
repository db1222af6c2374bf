// What a screen reader must get of one hint, whichever it is: its mark or strip, its card with every control, its
// reason and its menu, and the description of what it is about, each of them once. Owns that comparison of what is
// drawn with the browser's accessibility tree; opens no page.

import assert from "node:assert/strict";
import type { Frame, Locator, Page } from "playwright-core";
import texts from "../../extension/_locales/en/messages.json" with { type: "json" };
import { type Heard, heardAs, hears, onlyOne, rolesAndNames, writtenIn } from "./ax.ts";
import { accessibilityFaultsIn } from "./own-pages.ts";
import { cardFor, eventually, handleFor, spotFor } from "./sparekey.ts";

export const WORDS = {
  why: texts.ui_why.message,
  silence: texts.ui_silence.message,
  silenceHeading: texts.ui_silence_heading.message,
  dismiss: texts.ui_dismiss.message,
  details: texts.ui_details.message,
  message: texts.ui_message.message,
} as const;

/** A hint as it is drawn. */
interface Drawn {
  /** Of the rule's own hint, which may come after another one in the card. */
  readonly title: string;
  /** Of the hint in front. */
  readonly first: string;
  readonly severityWord: string;
  /** The visible texts of the card's buttons, without the keys that press them; for an icon, its title. */
  readonly buttons: readonly string[];
  /** The message to send; empty if there is none. */
  readonly message: string;
  readonly isAtList: boolean;
  readonly hasStrip: boolean;
}

/** The frame in which the rule's hint is seen. */
async function frameWith(page: Page, rule: string): Promise<Frame> {
  const found = async (): Promise<Frame | undefined> => {
    for (const frame of page.frames()) {
      const count = await spotFor(frame, rule)
        .and(frame.locator('[data-seen="yes"]'))
        .count()
        .catch(() => 0);
      if (count > 0) return frame;
    }
    return undefined;
  };
  return (await eventually(found, (frame) => frame !== undefined)) ?? assert.fail(`no hint of ${rule} is seen`);
}

/** Opens the card by its mark, unless it opens by itself. */
async function opened(frame: Frame, rule: string): Promise<Locator> {
  const card = cardFor(frame, rule);
  if (!(await card.isVisible())) await handleFor(frame, rule).click();
  await card.waitFor();
  return card;
}

function drawn(card: Locator, rule: string): Promise<Drawn> {
  return card.evaluate((element, ofRule): Drawn => {
    const text = (selector: string): string => element.querySelector(selector)?.textContent ?? "";
    const root = element.closest(".hint-root");
    const isShown = (part: Element): boolean => part.checkVisibility({ visibilityProperty: true });
    const written = (button: HTMLButtonElement): string =>
      button.querySelector(".label")?.textContent ?? (button.textContent || button.title);
    return {
      title: text(`[data-rule="${ofRule}"] .title`),
      first: text(".title"),
      severityWord: text(".word"),
      buttons: [...element.querySelectorAll("button")].filter(isShown).map(written),
      message: text(".message"),
      isAtList: element.classList.contains("list"),
      hasStrip: [...(root?.querySelectorAll(".strip") ?? [])].some(isShown),
    };
  }, rule);
}

export function occurrences(text: string, part: string): number {
  return text.split(part).length - 1;
}

/** As it is announced: numbers are in groups, and without invisible marks. */
function lettersAndDigits(text: string): string {
  return text.replaceAll(/[^\p{Letter}\p{Number}]/gu, "");
}

/** The mark or strip by which the card was opened, and which says so. */
function assertHandle(all: readonly Heard[], { first, severityWord, hasStrip }: Drawn): void {
  if (!hasStrip) {
    assert.equal(onlyOne(all, "button", `Sparekey: ${severityWord}: ${first}`).states["expanded"], true, "the mark");
    return;
  }
  const [strip, another] = heardAs(all, "group", `Sparekey: ${severityWord}`).filter((group) =>
    writtenIn(group).includes(first),
  );
  assert.ok(strip, `no strip in ${rolesAndNames(all)}`);
  assert.equal(another, undefined, `a second strip in ${rolesAndNames(all)}`);
  assert.equal(onlyOne(strip.inside, "button", WORDS.details).states["expanded"], true, "the strip");
  onlyOne(strip.inside, "button", WORDS.dismiss);
}

function assertCard(group: Heard, { title, buttons, message }: Drawn): void {
  assert.equal(occurrences(writtenIn(group), title), 1, `the title once in ${rolesAndNames(group.inside)}`);
  const heard = heardAs(group.inside, "button").map(({ name }) => name);
  assert.deepEqual([...heard].sort(), [...buttons].sort(), "every button by what is written on it");
  assert.equal(new Set(heard).size, heard.length, `each button has a name of its own: ${heard.join(", ")}`);
  assert.equal(onlyOne(group.inside, "button", WORDS.why).states["expanded"], false);
  assert.equal(onlyOne(group.inside, "button", WORDS.silence).states["hasPopup"], "menu");
  onlyOne(group.inside, "button", WORDS.dismiss);
  for (const { name, description } of group.inside)
    assert.ok(description === "" || description !== name, `"${name}" is announced twice`);
  if (message !== "")
    assert.equal(
      writtenIn(onlyOne(group.inside, "blockquote", WORDS.message)),
      message.replaceAll(/\s+/gu, " ").trim(),
    );
}

/** The description of the field or choice; a list has no element on which a screen reader stands. */
function assertDescription(all: readonly Heard[], { title, isAtList }: Drawn): void {
  const words = lettersAndDigits(title);
  const described = all.flatMap(({ description }) => {
    const count = occurrences(lettersAndDigits(description), words);
    return count > 0 ? [count] : [];
  });
  assert.deepEqual(described, isAtList ? [] : [1], `how often "${title}" is in a description in ${rolesAndNames(all)}`);
}

interface HeardOf {
  /** Whether a dialog or pane of the page's own is open, in the same frame. */
  readonly isBesideADialog: boolean;
}

/** Opens the card of the rule, its reason and its menu, and compares all of it with the browser's tree. */
export async function assertIsHeard(page: Page, rule: string): Promise<HeardOf> {
  const frame = await frameWith(page, rule);
  const card = await opened(frame, rule);
  const seen = await drawn(card, rule);
  assert.notEqual(seen.title, "");
  const name = `Sparekey: ${seen.severityWord}: ${seen.first}`;
  // The tree follows what is drawn at its own pace.
  const all = await hears(frame, (heard) => heardAs(heard, "group", name).length > 0);
  assertHandle(all, seen);
  assertCard(onlyOne(all, "group", name), seen);
  assertDescription(all, seen);

  await card.locator(".why").click();
  await hears(frame, (heard) => heardAs(heard, "link").length > 0);
  await card.locator(".silence").click();
  const withAll = await hears(frame, (heard) => heardAs(heard, "menu").length > 0);
  const { inside } = onlyOne(withAll, "group", name);
  assert.equal(onlyOne(inside, "button", WORDS.why).states["expanded"], true);
  assert.equal(onlyOne(inside, "button", WORDS.silence).states["expanded"], true);
  for (const link of heardAs(inside, "link")) assert.notEqual(link.name, "");
  assert.ok(heardAs(inside, "link").length > 0, "the source");
  const levels = heardAs(onlyOne(inside, "menu", WORDS.silenceHeading).inside, "menuitem").map((level) => level.name);
  assert.equal(new Set(levels).size, levels.length, `each level has a name of its own: ${levels.join(", ")}`);
  assert.ok(levels.length >= 2 && !levels.includes(""), levels.join(", "));

  assert.deepEqual(await accessibilityFaultsIn(frame, "sparekey-hints"), []);

  // As it was: another rule of the same card may be compared next, and the menu has its title as well.
  await card.locator(".silence").click();
  await card.locator(".why").click();
  return { isBesideADialog: all.some(({ role }) => role === "dialog" || role === "alertdialog") };
}
