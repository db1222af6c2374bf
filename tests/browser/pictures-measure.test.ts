// The measure of pictures, held to what it is for: another machine's raster is nothing, a change that somebody would see is
// one. Owns the changes that are to be seen. Nothing is kept here: both pictures of a pair are made in the test.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { PNG } from "pngjs";
import type { BrowserContext } from "playwright-core";
import type { Finding } from "../../pkg/sparekey.js";
import { startPortal, type Portal } from "../portal/server.ts";
import { findingsOfRules, Gallery, type Look, reviewOf } from "./gallery.ts";
import { SKIPPED, STEADY, type Raster } from "./pictures-fonts.ts";
import { compared } from "./pictures-measure.ts";
import { startChromium, type Running } from "./support.ts";

/** What other machines do otherwise: letters bent to whole pixels, smoothed in color, or drawn by a graphics card. */
const RASTERS: Readonly<Record<string, Raster>> = {
  "slight hinting": { ...STEADY, hinting: "slight" },
  "edges in color": { ...STEADY, isInColor: true },
  "a graphics card": { ...STEADY, hasGpu: true },
  "all of these": { hinting: "slight", isInColor: true, hasGpu: true },
};

const LOOKS: Readonly<Record<string, Look>> = {
  light: { page: "en", theme: "light", forcedColors: "none" },
  dark: { page: "en", theme: "dark", forcedColors: "none" },
  forced: { page: "en", theme: "light", forcedColors: "active" },
  ja: { page: "ja", theme: "light", forcedColors: "none" },
};

/** Between them every part of a card. */
const RULES = ["country-code-missing", "deleting-last", "tell-the-user", "phone-only"] as const;

/** Something done to one of these cards, to the first unless said otherwise. */
interface Change {
  readonly what: string;
  readonly rule?: (typeof RULES)[number];
  readonly look?: string;
  readonly styles?: string;
  change?(this: void, host: Element): void;
}

const SEEN: readonly Change[] = [
  {
    what: "the last word of a sentence is missing",
    change: ({ shadowRoot }) => {
      const body = shadowRoot?.querySelector(".body");
      if (body) body.textContent = body.textContent.replace(/ \S+$/u, "");
    },
  },
  {
    what: "a short word is missing",
    change: ({ shadowRoot }) => {
      const body = shadowRoot?.querySelector(".body");
      if (body) body.textContent = body.textContent.replace(/ be /u, " ");
    },
  },
  { what: "a button is 4 pixels to the side", styles: ".fix { position: relative; left: 4px }" },
  { what: "a link is 4 pixels to the side", styles: ".why { position: relative; left: 4px }" },
  { what: "a button is 4 pixels up", styles: ".fix { position: relative; top: -4px }" },
  { what: "an icon is 4 pixels to the side", styles: ".close { position: relative; left: -4px }" },
  { what: "the color of Stop is a step lighter", styles: ".hint-root { --stop: #c50f1f }" },
  { what: "the color of Warning is a step lighter", rule: "deleting-last", styles: ".hint-root { --warn: #9d6000 }" },
  { what: "the color of Tip is a step lighter", rule: "tell-the-user", styles: ".hint-root { --tip: #115ea3 }" },
  { what: "the button’s color is a step lighter", styles: ".hint-root { --action: #0f6cbd }" },
  { what: "the card’s border is missing", styles: ".card { border-block-color: transparent }" },
  { what: "the severity’s border is missing", styles: ".card { border-inline-start-color: transparent }" },
  { what: "the change has no ground", styles: ".change { background: none }" },
  { what: "the severity’s icon is missing", styles: ".head .icon-shape, .head .icon-sign { visibility: hidden }" },
  { what: "the cross is missing", styles: ".close svg { visibility: hidden }" },
  { what: "the dots are missing", styles: ".silence svg { visibility: hidden }" },
  { what: "a link is not underlined", styles: ".why { text-decoration: none !important }" },
  { what: "the title is not bold", styles: ".title { font-weight: 400 !important }" },
  { what: "a button is framed by nothing", look: "forced", styles: ".silence { border-style: none !important }" },
  { what: "a ring is around a link", styles: ".why { outline: 2px solid var(--action); outline-offset: 2px }" },
  { what: "the shadow is missing", styles: ".card { box-shadow: none }" },
];

/** Done to the same card, and too little for anybody to see. */
const UNSEEN: readonly Change[] = [
  { what: "a pixel of space is missing above", styles: ".card { padding-top: 9px }" },
  { what: "a pixel of space is missing at the side", styles: ".card { padding-inline-start: 11px }" },
];

describe("the measure of pictures", { skip: SKIPPED }, () => {
  let portal: Portal;
  let steady: Gallery;
  let findings: ReadonlyMap<string, readonly Finding[]>;
  const running: Running<BrowserContext>[] = [];

  const galleryIn = async (raster: Raster): Promise<Gallery> => {
    const started = await startChromium(portal, { raster });
    running.push(started);
    return Gallery.openIn(await started.browser.newPage());
  };
  const drawn = async (
    gallery: Gallery,
    look: Look,
    rules: readonly string[],
    change?: Change,
  ): Promise<ReadonlyMap<string, PNG>> => {
    await gallery.draw(
      rules.map((id) => ({ id, review: reviewOf(findings.get(id) ?? []) })),
      look,
    );
    for (const id of rules) {
      if (change?.styles !== undefined) await gallery.addStyles(id, change.styles);
      if (change?.change !== undefined) await gallery.hint(id).evaluate(change.change);
    }
    const pictures = await gallery.pictures(rules);
    return new Map([...pictures].map(([id, picture]) => [id, PNG.sync.read(picture)]));
  };
  const differences = (one: ReadonlyMap<string, PNG>, other: ReadonlyMap<string, PNG>): string[] =>
    [...one].flatMap(([id, picture]) => {
      const { difference } = compared(picture, other.get(id) ?? new PNG());
      return difference === undefined ? [] : [`${id}: ${difference}`];
    });

  before(async () => {
    findings = await findingsOfRules();
    portal = await startPortal();
    steady = await galleryIn(STEADY);
  });
  after(async () => {
    for (const { close } of running) await close();
    await portal.close();
  });

  for (const [name, raster] of Object.entries(RASTERS)) {
    test(`takes ${name} for the same`, async () => {
      const gallery = await galleryIn(raster);
      let isOther = false;
      for (const look of Object.values(LOOKS)) {
        const [here, there] = [await drawn(steady, look, RULES), await drawn(gallery, look, RULES)];
        assert.deepEqual(differences(here, there), []);
        isOther ||= [...here].some(([id, { data }]) => !data.equals(there.get(id)?.data ?? Buffer.alloc(0)));
      }
      assert.ok(isOther, "this browser draws in the same way: nothing was compared");
    });
  }

  const differencesAfter = async (change: Change): Promise<string[]> => {
    const look = LOOKS[change.look ?? "light"] ?? assert.fail();
    const rules = [change.rule ?? RULES[0]];
    return differences(await drawn(steady, look, rules), await drawn(steady, look, rules, change));
  };

  for (const change of SEEN) {
    test(`sees that ${change.what}`, async () => {
      assert.equal((await differencesAfter(change)).length, 1);
    });
  }

  for (const change of UNSEEN) {
    test(`lets pass that ${change.what}`, async () => {
      assert.deepEqual(await differencesAfter(change), []);
    });
  }
});
