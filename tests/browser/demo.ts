// The demonstration: the practice pages in a browser with the built extension. With a window it opens them and leaves
// the rest to the person in front of it; headless it goes through the scenes by itself, prints each hint and saves a
// picture of it. Owns the scenes.

import { mkdir } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import type { Page } from "playwright-core";
import { PRACTICE_INDEX, securityInfo, userMethods } from "../portal/catalog.ts";
import type { Language, Options } from "../portal/options.ts";
import { label } from "../portal/words.ts";
import { numberField, openAddFormFor, openPhoneStep, pickMethod } from "./portal-pages.ts";
import {
  cardFor,
  eventually,
  handleFor,
  seenCard,
  seenCards,
  settle,
  startWatched,
  TODAY,
  type SeenCard,
  type Watched,
} from "./sparekey.ts";

/** Folder of the portal's sources, put in by the build. */
declare const PORTAL_FOLDER: string;

type Look = Pick<Options, "lng" | "theme">;

interface Scene {
  readonly name: string;
  readonly about: string;
  /** Looks in which the scene is shown; English in daylight unless said otherwise. */
  readonly looks?: readonly Look[];
  address(look: Look): string;
  act(page: Page, look: Look, picture: (moment: string) => Promise<void>): Promise<void>;
}

const DAY: Look = { lng: "en", theme: "light" };
const NIGHT: Look = { lng: "en", theme: "dark" };
const JAPANESE: Look = { lng: "ja", theme: "light" };
const ARABIC: Look = { lng: "ar", theme: "light" };
const EVERY_LOOK = [DAY, NIGHT, JAPANESE, ARABIC];

/** What a person types into the admin's field, and which rule answers. */
const TYPED: readonly (readonly [rule: string, text: string])[] = [
  ["country-code-missing", "090-1234-5678"],
  ["trunk-zero", "+81 09012345678"],
  ["punctuation", "+81 90-1234-5678"],
  ["fullwidth-digits", "+81 ９０１２３４５６７８"],
  ["space-after-country-code", "+819012345678"],
  ["international-prefix", "010 81 9012345678"],
  ["wrong-length", "+81 901234567890"],
  ["not-assigned", "+1 5551234567"],
  ["cannot-receive-text", "+81 312345678"],
  ["extension", "+81 9012345678x123"],
  ["not-a-number", "robin@example.com"],
];

function typing(rule: string, text: string): Scene {
  return {
    name: rule,
    about: `An admin types ${text}`,
    looks: EVERY_LOOK,
    address: (look) => userMethods({ ...look, practice: "on", list: "authenticator-only" }),
    async act(page, { lng }, picture) {
      const input = numberField(await openAddFormFor(page, "phone", lng));
      await input.click();
      await input.pressSequentially(text);
      await seenCard(page, rule);
      await picture("seen");
    },
  };
}

const PROMISES: readonly Scene[] = [
  {
    name: "one-click",
    about: "An admin types 090-1234-5678 for a Japanese user, presses the fix, and takes it back with Ctrl+Z",
    address: (look) => userMethods({ ...look, practice: "on", list: "authenticator-only" }),
    async act(page, _look, picture) {
      const form = await openAddFormFor(page, "phone");
      const input = numberField(form);
      await input.click();
      await input.pressSequentially("090-1234-5678", { delay: 30 });
      await seenCard(page, "country-code-missing");
      await picture("before");
      await cardFor(form, "country-code-missing").locator(".fix").click();
      console.log(
        `  one click    → ${await eventually(
          () => input.inputValue(),
          (value) => value.startsWith("+"),
        )}`,
      );
      await settle(page);
      await picture("after");
      await page.keyboard.press("Control+z");
      console.log(
        `  Ctrl+Z       → ${await eventually(
          () => input.inputValue(),
          (value) => value.startsWith("0"),
        )}`,
      );
    },
  },
  {
    name: "email",
    about: "An admin picks Email",
    looks: EVERY_LOOK,
    address: (look) => userMethods({ ...look, practice: "on", list: "passkey-and-authenticator" }),
    async act(page, { lng }, picture) {
      await openAddFormFor(page, "email", lng);
      await seenCard(page, "email-is-not-mfa");
      await picture("picked");
    },
  },
  {
    name: "one-phone",
    about: "Security info lists one phone and nothing else",
    looks: EVERY_LOOK,
    address: (look) => securityInfo({ ...look, practice: "on", list: "phone-only" }),
    async act(page, _look, picture) {
      await seenCard(page, "single-method");
      await seenCard(page, "phone-only");
      await picture("list");
      await handleFor(page, "single-method").click();
      await picture("details");
    },
  },
];

const OTHERS: readonly Scene[] = [
  {
    name: "own-email",
    about: "Somebody picks Email on Security info",
    looks: EVERY_LOOK,
    address: (look) => securityInfo({ ...look, practice: "on", list: "passkey-and-authenticator" }),
    async act(page, { lng }, picture) {
      await pickMethod(page, "email", lng);
      await seenCard(page, "email-is-not-mfa");
      await picture("picked");
    },
  },
  {
    name: "own-number",
    about: "Somebody repeats the calling code beside the country selector of Security info",
    looks: [JAPANESE],
    address: (look) => securityInfo({ ...look, practice: "on" }),
    async act(page, { lng }, picture) {
      await openPhoneStep(page, lng);
      const input = page.getByRole("textbox", { name: label("admin_method_phone_number", lng) }).last();
      await input.click();
      await input.pressSequentially("+81 90-1234-5678");
      await seenCard(page, "country-code-twice");
      await picture("typed");
    },
  },
  {
    name: "same-phone",
    about: "Authenticator and text messages on one phone",
    looks: EVERY_LOOK,
    address: (look) => securityInfo({ ...look, practice: "on", list: "authenticator-and-same-phone" }),
    async act(page, _look, picture) {
      await seenCard(page, "same-phone");
      await picture("list");
    },
  },
  {
    name: "no-mfa",
    about: "A user's only method is Email",
    looks: EVERY_LOOK,
    address: (look) => userMethods({ ...look, practice: "on", list: "email-only" }),
    async act(page, _look, picture) {
      await seenCard(page, "no-mfa-method");
      await picture("list");
    },
  },
  ...TYPED.map(([rule, text]) => typing(rule, text)),
];

/** A card as it is read in a terminal: the hint in front, its fix, and the titles behind it. */
function asText({ severity, title, body, fix, others }: SeenCard): string {
  const lines = [title, body, ...(fix === undefined ? [] : [`→ ${fix}`]), ...others.map((other) => `also: ${other}`)];
  return lines.map((line, at) => `  ${(at === 0 ? severity : "").padEnd(12)} ${line}`).join("\n");
}

async function show(sparekey: Watched, scene: Scene, look: Look, folder: string): Promise<void> {
  const page = await sparekey.page(scene.address(look));
  const printed = new Set<string>();
  console.log(`\n${scene.about} (${look.lng}, ${look.theme})`);
  try {
    await scene.act(page, look, async (moment) => {
      await page.waitForTimeout(300); // Fluent's panes slide in.
      for (const text of (await seenCards(page)).map(asText)) {
        if (!printed.has(text)) console.log(text);
        printed.add(text);
      }
      const file = path.join(folder, `${scene.name}-${moment}.${look.lng}.${look.theme}.png`);
      await page.screenshot({ path: file });
      console.log(`  picture      ${path.relative(process.cwd(), file)}`);
    });
  } finally {
    await page.close();
  }
}

const LANGUAGE: Language = "en";

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      headless: { type: "boolean", default: false },
      /** All scenes in all their looks, not just the three promises. */
      all: { type: "boolean", default: false },
      pictures: { type: "string", default: path.resolve(PORTAL_FOLDER, "../../target/demo") },
    },
  });
  const sparekey = await startWatched({ headed: !values.headless, viewport: { width: 1200, height: 720 } });
  // As somebody in Japan has chosen it in the settings.
  const region = { defaultRegion: "JP" };
  if (!values.headless) {
    // Whoever watches counts from the real day.
    await sparekey.choose({ ...region, today: undefined });
    const [first] = sparekey.context.pages();
    await (first ?? (await sparekey.context.newPage())).goto(PRACTICE_INDEX);
    const day = new Date().toLocaleDateString("en", { dateStyle: "long" });
    console.log(
      `The practice pages are open, and Sparekey counts from today, ${day}. Close the browser when you have seen enough.`,
    );
    await new Promise((resolve) => sparekey.context.once("close", resolve));
    await sparekey.portal.close();
    return;
  }
  await sparekey.choose({ ...region, today: TODAY });
  console.log(`Sparekey counts from ${TODAY}, whatever the day, so that pictures can be compared.`);
  await mkdir(values.pictures, { recursive: true });
  try {
    for (const scene of values.all ? [...PROMISES, ...OTHERS] : PROMISES) {
      const looks = values.all ? (scene.looks ?? [DAY]) : [scene.looks?.find(({ lng }) => lng === LANGUAGE) ?? DAY];
      for (const look of looks) await show(sparekey, scene, look, values.pictures);
    }
  } finally {
    await sparekey.close();
  }
}

await main();
