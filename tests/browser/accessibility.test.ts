// What a screen reader gets of a hint, from Chromium's accessibility tree, while the page's own dialog
// hides the rest of the page from it. Owns the roles, names and states that a hint must have there.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Frame, Page } from "playwright-core";
import texts from "../../extension/_locales/en/messages.json" with { type: "json" };
import { securityInfo, userMethods } from "../portal/catalog.ts";
import type { Options } from "../portal/options.ts";
import { type Heard, heardAs, heardIn, hears, onlyOne } from "./ax.ts";
import { occurrences, WORDS } from "./hint-tree.ts";
import { accessibilityFaultsIn, THEMES } from "./own-pages.ts";
import { bladeFrame, numberField, openAddFormFor } from "./portal-pages.ts";
import { cardFor, handleFor, openCard, seenCard, startWatched, type Watched } from "./sparekey.ts";

let sparekey: Watched;
before(async () => {
  sparekey = await startWatched();
  await sparekey.choose({ defaultRegion: "JP" });
});
after(() => sparekey.close());

/** The names of a hint's own controls, and that each is announced once only. */
function controlsOf(group: Heard): readonly Heard[] {
  const controls = group.inside.filter(({ role }) => role === "button" || role === "menuitem" || role === "link");
  for (const { name, description } of controls) {
    assert.notEqual(name, "");
    assert.notEqual(description, name, `"${name}" is announced twice`);
  }
  return controls;
}

interface Pane {
  readonly pane: Options["pane"];
  readonly field: Options["field"];
  /** Whether the pane removes the list behind it from the tree. */
  readonly hidesTheList: boolean;
}

const PANES: readonly Pane[] = [
  { pane: "v8-panel", field: "v8", hidesTheList: true },
  { pane: "v8-light-panel", field: "v8", hidesTheList: true },
  { pane: "v9-drawer", field: "v9", hidesTheList: true },
  { pane: "v9-dialog", field: "v9", hidesTheList: true },
  { pane: "context-pane", field: "v8", hidesTheList: false },
  { pane: "native-dialog", field: "v9", hidesTheList: true },
  { pane: "native-popover", field: "v9", hidesTheList: false },
];

async function withNumber(
  { pane, field }: Pane,
  use: (page: Page, form: Frame, title: string) => Promise<void>,
): Promise<void> {
  const page = await sparekey.page(userMethods({ pane, field, list: "passkey-and-authenticator" }));
  try {
    const form = await openAddFormFor(page, "phone");
    const input = numberField(form);
    await input.click();
    await input.pressSequentially("090-1234-5678", { delay: 20 });
    const { title } = await openCard(page, "country-code-missing");
    await use(page, form, title);
  } finally {
    await page.close();
  }
}

for (const pane of PANES) {
  describe(`in the tree, while the ${pane.pane} is open,`, () => {
    test("the field is described, its mark is a button, and its card a group with all its controls", async () => {
      await withNumber(pane, async (page, form, title) => {
        const name = `Sparekey: ${texts.severity_stop.message}: ${title}`;
        const all = await hears(form, (heard) => heardAs(heard, "group", name).length > 0);
        const list = heardAs(await heardIn(await bladeFrame(page)), "grid");
        assert.equal(list.length === 0, pane.hidesTheList, "the page has hidden what is behind its pane");

        const field = onlyOne(all, "textbox", "Phone number");
        assert.equal(occurrences(field.description, title), 1, field.description);
        assert.match(field.description, /Alt\+Enter/u, "and says how the fix is applied");
        assert.equal(field.states["focused"], true);

        assert.equal(onlyOne(all, "button", name).states["expanded"], true, "the mark");
        const group = onlyOne(all, "group", name);
        const controls = controlsOf(group);
        const fix = onlyOne(controls, "button", /\+81\s9012345678/u);
        assert.equal(fix.states["keyshortcuts"], "Alt+Enter");
        assert.doesNotMatch(fix.name, /Alt/u, "the key is not announced twice");
        assert.equal(onlyOne(controls, "button", WORDS.why).states["expanded"], false);
        const silence = onlyOne(controls, "button", WORDS.silence);
        assert.equal(silence.states["hasPopup"], "menu");
        assert.equal(silence.states["expanded"], false);
        onlyOne(controls, "button", WORDS.dismiss);
      });
    });

    test("the reasons and the silence menu are in the tree once they are opened", async () => {
      await withNumber(pane, async (_page, form, title) => {
        const name = `Sparekey: ${texts.severity_stop.message}: ${title}`;
        const card = cardFor(form, "country-code-missing");
        await card.locator(".why").click();
        let all = await hears(form, (heard) => heardAs(heard, "link").length > 0);
        let controls = controlsOf(onlyOne(all, "group", name));
        assert.equal(onlyOne(controls, "button", WORDS.why).states["expanded"], true);
        onlyOne(controls, "link");

        await card.locator(".silence").click();
        all = await hears(form, (heard) => heardAs(heard, "menu").length > 0);
        controls = controlsOf(onlyOne(all, "group", name));
        assert.equal(onlyOne(controls, "button", WORDS.silence).states["expanded"], true);
        const menu = onlyOne(all, "menu", WORDS.silenceHeading);
        const levels = heardAs(menu.inside, "menuitem").map((level) => level.name);
        assert.ok(levels.length >= 3 && levels.every((level) => level !== ""), levels.join(", "));
        assert.equal(new Set(levels).size, levels.length, "each level has a name of its own");
      });
    });

    test("the verdict is announced once and politely, and the closed card is not in the tree", async () => {
      await withNumber(pane, async (page, form, title) => {
        const saying = ({ role, inside }: Heard): boolean =>
          role === "status" && inside.some((text) => text.name.includes(title));
        const all = await hears(form, (heard) => heard.some(saying));
        const [region] = all.filter(saying);
        assert.equal(region?.states["live"], "polite");
        assert.equal(region.states["atomic"], true);
        const announced = heardAs(region.inside, "StaticText")
          .map(({ name }) => name)
          .join("");
        assert.equal(occurrences(announced, title), 1, announced);
        assert.doesNotMatch(announced, /\d{7}/u, "no number is read as a number of millions");

        await page.keyboard.press("Escape");
        const name = `Sparekey: ${texts.severity_stop.message}: ${title}`;
        const closed = await hears(form, (heard) => heardAs(heard, "group", name).length === 0);
        assert.equal(
          onlyOne(closed, "button", name).states["expanded"],
          false,
          "the mark stays, and says that its card is closed",
        );
        onlyOne(closed, "textbox", "Phone number");
      });
    });
  });
}

describe("in the tree", () => {
  test("the strip of a list is a group with its buttons for details and closing, and opens its card", async () => {
    const page = await sparekey.page(securityInfo({ list: "phone-only" }));
    const { title } = await seenCard(page, "phone-only");
    const strip = `Sparekey: ${texts.severity_warn.message}`;
    let all = await hears(page, (heard) => heardAs(heard, "group", strip).length > 0);
    const controls = controlsOf(onlyOne(all, "group", strip));
    assert.equal(onlyOne(controls, "button", WORDS.details).states["expanded"], false);
    onlyOne(controls, "button", WORDS.dismiss);
    assert.ok(onlyOne(all, "group", strip).inside.some((text) => text.name === title));

    await handleFor(page, "phone-only").click();
    all = await hears(page, (heard) => heardAs(heard, "group", `${strip}: ${title}`).length > 0);
    assert.equal(onlyOne(all, "button", WORDS.details).states["expanded"], true);
    controlsOf(onlyOne(all, "group", `${strip}: ${title}`));
    await page.close();
  });

  test("a strip that a dialog covers is not in the tree", async () => {
    const page = await sparekey.page(userMethods({ list: "phone-only", pane: "v9-dialog", field: "v9" }));
    await seenCard(page, "phone-only");
    const blade = await bladeFrame(page);
    const strip = `Sparekey: ${texts.severity_warn.message}`;
    await hears(blade, (heard) => heardAs(heard, "group", strip).length === 1);
    await openAddFormFor(page, "phone");
    await hears(blade, (heard) => heardAs(heard, "group", strip).length === 0);
    await page.close();
  });

  test("the warning about Email describes the choice", async () => {
    const page = await sparekey.page(userMethods({ list: "passkey-and-authenticator" }));
    const form = await openAddFormFor(page, "email");
    const { title } = await seenCard(page, "email-is-not-mfa");
    const all = await hears(form, (heard) =>
      heard.some(({ role, description }) => role === "combobox" && description.includes(title)),
    );
    assert.equal(onlyOne(all, "button", `Sparekey: ${texts.severity_warn.message}: ${title}`).states["expanded"], true);
    controlsOf(onlyOne(all, "group", `Sparekey: ${texts.severity_warn.message}: ${title}`));
    await page.close();
  });
});

describe("axe finds nothing in the hints", () => {
  for (const [theme, media] of Object.entries(THEMES)) {
    test(`of a field, with reasons and menu open, ${theme}`, async () => {
      await withNumber({ pane: "v9-dialog", field: "v9", hidesTheList: true }, async (page, form) => {
        await page.emulateMedia(media);
        const card = cardFor(form, "country-code-missing");
        await card.locator(".why").click();
        await card.locator(".silence").click();
        assert.deepEqual(await accessibilityFaultsIn(form, "sparekey-hints"), []);
      });
    });

    test(`of a list, ${theme}`, async () => {
      const page = await sparekey.page(securityInfo({ list: "phone-only", theme: media.colorScheme }));
      await page.emulateMedia(media);
      await seenCard(page, "phone-only");
      await handleFor(page, "phone-only").click();
      await openCard(page, "phone-only");
      assert.deepEqual(await accessibilityFaultsIn(page, "sparekey-hints"), []);
      await page.close();
    });
  }
});
