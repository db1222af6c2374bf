// The practice portal itself: its pages load at the real addresses in every language, and behave as the real libraries
// do. Nothing of the extension is tested here.

import assert from "node:assert/strict";
import { request } from "node:http";
import { after, before, describe, test } from "node:test";
import type { BrowserContext, Frame, Page } from "playwright-core";
import { By, until, type WebDriver, type WebElement } from "selenium-webdriver";
import {
  bladeFrame,
  chooseMethod,
  frameOf,
  openAddForm,
  openHeldBack,
  openPhoneStep,
} from "../browser/portal-pages.ts";
import { PROBE_ID, writeProbe, type Probe } from "../browser/probe-extension.ts";
import {
  askedOutside,
  extensionOrigin,
  FIREFOX_ADDON_ORIGIN,
  startChromium,
  startFirefox,
  type Running,
} from "../browser/support.ts";
import * as address from "./catalog.ts";
import type { Language, Options } from "./options.ts";
import { LIST_NAMES, LISTS } from "./registrations.ts";
import { startPortal, type Portal } from "./server.ts";
import { adminMethodName, label, userMethodName } from "./words.ts";

const LANGUAGES: readonly Language[] = ["en", "ja", "de", "ar"];
const WATCHED = [
  "https://mysignins.microsoft.com/*",
  "https://entra.microsoft.com/*",
  "https://portal.azure.com/*",
  "https://*.reactblade.portal.azure.net/*",
];

let portal: Portal;
let chromium: Running<BrowserContext>;

before(async () => {
  portal = await startPortal();
  chromium = await startChromium(portal);
  chromium.browser.setDefaultTimeout(10_000);
});

after(async () => {
  await chromium.close();
  await portal.close();
});

/** Opens a page, passes it on, and fails if its console shows an error that is not expected. */
async function onPage(at: string, use: (page: Page) => Promise<void>, expected?: RegExp): Promise<void> {
  const page = await chromium.browser.newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  try {
    await page.goto(at);
    await use(page);
    assert.deepEqual(
      errors.filter((error) => expected?.test(error) !== true),
      [],
    );
  } finally {
    await page.close();
  }
}

async function onBlade(options: Partial<Options>, use: (blade: Frame, page: Page) => Promise<void>): Promise<void> {
  await onPage(address.userMethods(options), async (page) => {
    const blade = await bladeFrame(page);
    await blade
      .getByText(label("admin_section_usable_methods", options.lng ?? "en"), { exact: true })
      .first()
      .waitFor();
    await use(blade, page);
  });
}

/** Puts a square above everything, as an extension might, and returns where its middle is. */
async function addSquare(frame: Frame, parent: "body" | "html"): Promise<{ x: number; y: number }> {
  await frame.evaluate((under) => {
    const square = document.createElement("div");
    square.id = "square";
    square.style.cssText =
      "position:fixed;left:8px;bottom:8px;width:40px;height:40px;z-index:2147483647;background:red";
    square.addEventListener("click", () => {
      square.dataset["clicked"] = "yes";
    });
    (under === "body" ? document.body : document.documentElement).append(square);
  }, parent);
  const box = await frame.locator("#square").boundingBox();
  assert.ok(box);
  return { x: box.x + 20, y: box.y + 20 };
}

describe("every page loads and speaks its language", () => {
  for (const lng of LANGUAGES) {
    for (const generation of ["current", "previous"] as const) {
      test(`Security info, ${generation}, ${lng}`, () =>
        onPage(address.securityInfo({ lng, generation, list: "authenticator-and-same-phone" }), async (page) => {
          const wording = generation === "current" ? "newer" : "older";
          await page.getByRole("heading", { name: label("page_security_info", lng, wording), exact: true }).waitFor();
          await page.getByRole("button", { name: label("action_add_method", lng, wording) }).waitFor();
          await page
            .getByRole("grid")
            .getByText(userMethodName("phone", lng, wording), { exact: true })
            .waitFor();
          await page
            .getByRole("grid")
            .getByText(userMethodName("authenticator", lng, wording), { exact: true })
            .waitFor();
          const html = await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]);
          assert.deepEqual(html, [lng, lng === "ar" ? "rtl" : "ltr"]);
        }));
    }

    test(`the wizard after sign-in, ${lng}`, () =>
      onPage(address.register({ lng }), async (page) => {
        await page.getByRole("heading", { name: label("page_keep_account_secure", lng), exact: true }).waitFor();
        assert.equal(await page.getByRole("dialog").count(), 0);
      }));

    test(`a user's methods, ${lng}`, () =>
      onBlade({ lng, list: "phone-and-email" }, async (blade, page) => {
        await blade.getByText(adminMethodName("phone", lng), { exact: true }).waitFor();
        await blade.getByText(adminMethodName("email", lng), { exact: true }).waitFor();
        await blade.getByText(label("admin_action_add_method", lng), { exact: true }).waitFor();
        assert.match(await page.title(), new RegExp(label("admin_blade_authentication_methods", lng), "u"));
      }));
  }

  for (const list of LIST_NAMES) {
    test(`the list "${list}" has a row for each method, for users and for admins`, async () => {
      await onPage(address.securityInfo({ list, rows: "plain" }), async (page) => {
        await page.getByText("Last updated").waitFor();
        const registered = await page.evaluate(() => window.__portal.registered.length);
        assert.equal(registered, LISTS[list].length + 1);
        assert.equal(await page.getByText(label("action_delete", "en"), { exact: true }).count(), LISTS[list].length);
      });
      await onBlade({ list, table: "v9" }, async (blade) => {
        assert.equal(await blade.getByRole("button", { name: "More actions" }).count(), LISTS[list].length);
      });
    });
  }

  test("the sign-in page, the foreign page and the list of practice pages", async () => {
    await onPage(address.SIGN_IN, (page) => page.locator("#i0116").waitFor());
    await onPage(address.FOREIGN, (page) => page.getByPlaceholder("Enter phone number").waitFor());
    await onPage(address.PRACTICE_INDEX, async (page) => {
      const listed = await page
        .getByRole("link")
        .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
      assert.deepEqual(
        listed,
        address.PRACTICE_PAGES.flatMap(({ pages }) => pages.map((practice) => practice.address)),
      );
    });
  });

  test("only practice pages say that they are not Microsoft", async () => {
    const line = "Practice page – not Microsoft";
    await onPage(address.securityInfo({ practice: "on" }), (page) => page.getByText(line).waitFor());
    await onPage(address.securityInfo(), async (page) => {
      await page.getByRole("heading").first().waitFor();
      assert.equal(await page.getByText(line).count(), 0);
    });
  });
});

describe("forms report what React has", () => {
  // Every pair of kinds of control meets in one of these.
  for (const [row, country] of (["v8-dropdown", "v8-combobox", "v9-dropdown"] as const).entries()) {
    for (const [column, dialog] of (["v8", "v8-blocking", "v9"] as const).entries()) {
      const field = (row + column) % 2 === 0 ? "v8" : "v9";
      test(`a phone number on Security info: ${country}, field ${field}, dialog ${dialog}`, () =>
        onPage(address.securityInfo({ country, field, dialog, list: "empty" }), async (page) => {
          await openPhoneStep(page);
          await page.getByRole("combobox", { name: "Country code" }).click();
          await page.getByRole("option", { name: "Japan (+81)" }).click();
          await page.getByRole("textbox", { name: "Phone number" }).pressSequentially("09012345678");
          const entered = await page.evaluate(() => window.__portal.entered);
          assert.deepEqual(entered, { form: "phone", country: "JP", phoneNumber: "09012345678", channel: "text" });
          await page.getByTestId("reskin-step-next-button").click();
          await page.getByPlaceholder("Enter code").fill("123456");
          await page.getByTestId("reskin-step-next-button").click();
          await page.getByTestId("reskin-step-next-button").click();
          const registered = await page.evaluate(() => window.__portal.registered.map(({ detail }) => detail));
          assert.ok(registered.includes("+81 09012345678"));
        }));
    }
  }

  for (const pane of [
    "v8-panel",
    "v8-light-panel",
    "v9-drawer",
    "v9-dialog",
    "context-pane",
    "native-dialog",
    "native-popover",
  ] as const) {
    for (const field of ["v8", "v9"] as const) {
      test(`a phone number on the blade: ${pane}, fields ${field}`, () =>
        onBlade({ pane, field, list: "empty" }, async (blade, page) => {
          const form = await openAddForm(page, blade);
          const add = form.getByRole("button", { name: "Add", exact: true });
          await chooseMethod(form, "Phone number");
          assert.equal(await add.isEnabled(), false);
          await form.getByRole("textbox", { name: "Phone number" }).pressSequentially("+81 9012345678");
          await add.click();
          await blade.getByText("Primary mobile: +81 9012345678").waitFor();
          // The context pane's document is gone once its form is handed in.
          if (pane === "context-pane") return;
          const numbers = await form.evaluate(() => window.__portal.submitted.map(({ phoneNumber }) => phoneNumber));
          assert.deepEqual(numbers, ["+81 9012345678"]);
        }));
    }
  }
});

describe("what can be done on the pages", () => {
  test("Security info is served as an empty shell under its captured policy", () =>
    onPage("about:blank", async (page) => {
      const served = (await (await page.goto(address.securityInfo()))?.text()) ?? "";
      assert.match(served, /content="script-src 'self' amcdn\.msftauth\.net js\.monitor\.azure\.com"/u);
      assert.match(served, /<body><noscript>[^<]*<\/noscript><div id="root"><\/div><\/body>/u);
      assert.match(served, /<html lang="en">/u);
    }));

  test("its policy stops a page-world script that was put into the document", () =>
    onPage(
      "about:blank",
      async (page) => {
        await page.goto(address.securityInfo());
        await page.getByRole("heading").first().waitFor();
        const ran = await page.evaluate(() => {
          const script = document.createElement("script");
          script.textContent = 'document.documentElement.dataset.ran = "yes"';
          document.head.append(script);
          return document.documentElement.dataset["ran"] === "yes";
        });
        assert.equal(ran, false);
      },
      /Content Security Policy/u,
    ));

  for (const dialog of ["v8", "v9"] as const) {
    test(`a method is deleted after a question, dialog ${dialog}`, () =>
      onPage(address.securityInfo({ dialog, list: "phone-and-email" }), async (page) => {
        await page.getByRole("row", { name: "Phone" }).getByText("Delete", { exact: true }).click();
        assert.equal(await page.evaluate(() => window.__portal.registered.length), 3);
        await page.getByRole("button", { name: "Ok", exact: true }).click();
        await page.waitForFunction(() => window.__portal.registered.length === 2);
        assert.equal(await page.getByText("+1 4255550100").count(), 0);
      }));
  }

  test("a number is changed in its row", () =>
    onPage(address.securityInfo({ list: "phone-only" }), async (page) => {
      await page.getByRole("row", { name: "Phone" }).getByText("Change", { exact: true }).click();
      await page.getByRole("textbox", { name: "Phone number" }).fill("2065550100");
      await page.getByTestId("reskin-step-next-button").click();
      await page.getByPlaceholder("Enter code").fill("000000");
      await page.getByTestId("reskin-step-next-button").click();
      const details = await page.evaluate(() => window.__portal.registered.map(({ detail }) => detail));
      assert.deepEqual(details.slice(0, 1), ["+1 2065550100"]);
      assert.equal(details.length, 2);
    }));

  test("a number of too few digits is answered with an error", () =>
    onPage(address.securityInfo(), async (page) => {
      await openPhoneStep(page);
      await page.getByRole("textbox", { name: "Phone number" }).fill("12");
      await page.getByTestId("reskin-step-next-button").click();
      await page.getByTestId("message-bar-error").waitFor();
    }));

  test("the previous generation adds an email address through its drop-down, without test ids", () =>
    onPage(address.securityInfo({ generation: "previous", list: "empty" }), async (page) => {
      await page.getByRole("button", { name: "Add method" }).click();
      const add = page.getByRole("button", { name: "Add", exact: true });
      assert.equal(await add.isEnabled(), false);
      await page.getByRole("combobox").click();
      await page.getByRole("option", { name: "Email", exact: true }).click();
      await add.click();
      await page.getByPlaceholder("Email").fill("robin@example.com");
      assert.deepEqual(await page.evaluate(() => window.__portal.entered), {
        form: "email",
        email: "robin@example.com",
      });
      assert.equal(await page.locator("[data-testid]").count(), 0);
    }));

  test("the line about the default method has both wordings", async () => {
    await onPage(address.securityInfo({ default: "classic" }), (page) =>
      page.getByText("Default sign-in method:").waitFor(),
    );
    await onPage(address.securityInfo(), (page) => page.getByText("when most advisable is unavailable").waitFor());
  });

  test("the wizard leads from Authenticator by other options to the phone step", () =>
    onPage(address.register(), async (page) => {
      await page.getByText("Set up a different authentication app").waitFor();
      await page.getByText("Other options").click();
      await page.getByTestId("authmethod-picker-mobilePhone").click();
      await page.getByRole("textbox", { name: "Phone number" }).fill("2065550100");
      assert.equal(await page.getByRole("dialog").count(), 0);
    }));

  test("re-registration removes phones and apps and keeps passkeys", () =>
    onBlade({ list: "passkey-and-authenticator" }, async (blade, page) => {
      await page.setViewportSize({ width: 1900, height: 800 });
      await blade.getByText("Require re-register multifactor authentication", { exact: true }).click();
      await blade.getByRole("button", { name: "OK", exact: true }).click();
      await blade.waitForFunction(() => window.__portal.registered.length === 1);
      await blade.getByText("Passkey in Microsoft Authenticator").first().waitFor();
    }));

  test("an admin deletes a method through the menu of its row", () =>
    onBlade({ list: "phone-and-email" }, async (blade) => {
      await blade.getByRole("button", { name: "More actions" }).first().click();
      await blade.getByRole("menuitem", { name: "Delete" }).click();
      await blade.getByRole("button", { name: "OK", exact: true }).click();
      await blade.waitForFunction(() => window.__portal.registered.length === 1);
    }));
});

describe("the pages of admins beside a user", () => {
  const perUser = (options: Partial<Options>, use: (blade: Frame) => Promise<void>) =>
    onPage(address.perUserMfa(options), async (page) => {
      const blade = await frameOf(
        page,
        'iframe.fxs-reactview-frame-active[name="MultifactorAuthenticationConfig.ReactView"]',
      );
      await blade.getByRole("gridcell").first().waitFor();
      await use(blade);
    });

  test("per-user MFA is enabled after a question, for the selected user alone", () =>
    perUser({}, async (blade) => {
      await blade.getByText("Robin Example").click();
      await blade.getByRole("menuitem", { name: "Enable MFA" }).click();
      await blade.getByRole("button", { name: "Enable", exact: true }).click();
      await blade.getByText("Enable MFA: done").waitFor();
      assert.deepEqual(await blade.evaluate(() => window.__portal.states), {
        "robin@example.com": "enabled",
        "sam@example.com": "enabled",
        "kim@example.com": "enforced",
      });
    }));

  test("thousands of users are nobody once they are sorted, until they are filtered", () =>
    perUser({ directory: "thousands", lng: "ja" }, async (blade) => {
      await blade.getByRole("columnheader", { name: "Name", exact: true }).click();
      await blade.getByText(label("peruser_no_users", "ja")).waitFor();
      await blade.getByRole("searchbox").fill("sample");
      await blade.getByText("Sam Sample").waitFor();
    }));

  test("the page from before has the three settings and changes states as well", () =>
    onPage(address.legacyPerUserMfa({ lng: "ja" }), async (page) => {
      await page.getByRole("checkbox", { name: "Robin Example" }).check();
      await page.getByText(label("peruser_manage_user_settings", "ja")).first().click();
      assert.equal(await page.getByRole("dialog").getByRole("checkbox").count(), 3);
      await page.getByRole("dialog").getByRole("button", { name: "cancel" }).click();
      await page.locator('.step[data-makes="enforced"]').click();
      await page.getByRole("dialog").locator(".accept").click();
      await page.getByText("Updates successful").waitFor();
      assert.equal(await page.evaluate(() => window.__portal.states?.["robin@example.com"]), "enforced");
    }));

  test("the registration report lists the directory", () =>
    onPage(address.registrationReport(), async (page) => {
      const blade = await frameOf(page, 'iframe.fxs-reactview-frame-active[name="UserRegistrationDetails.ReactView"]');
      await blade.getByRole("menuitem", { name: "Download" }).waitFor();
      await blade.getByText("kim@example.com").waitFor();
    }));
});

describe("the pages that are made on the server", () => {
  test("the old registration page leads from a number to a code", () =>
    onPage(address.legacyProofup(), async (page) => {
      await page.locator('input[name="number"]').fill("4255550100");
      await page.getByRole("button", { name: "Next" }).click();
      await page.getByText("Step 2: We've sent a text message to your phone").waitFor();
      assert.equal(await page.evaluate(() => window.__portal.submitted[0]?.phoneNumber), "4255550100");
    }));

  test("a personal account adds a phone with native controls and asks for its code in six boxes", () =>
    onPage(address.personal("proofs/Add", { code: "six" }), async (page) => {
      await page.locator("#iProofOptions").selectOption("Phone");
      await page.locator("#DisplayPhoneCountryISO").selectOption("JP");
      await page.locator("#DisplayPhoneNumber").fill("9012345678");
      await page.locator("#iNext").click();
      await page.locator("#codeEntry-0").click();
      await page.keyboard.type("123456");
      assert.equal(await page.locator("#codeEntry-5").inputValue(), "6");
    }));

  test("a personal account removes a proof after a question", () =>
    onPage(address.personal("proofs/Manage"), async (page) => {
      await page.locator(".proof .head").first().click();
      await page.locator(".proof .remove").first().click();
      await page.locator("#removing-yes").click();
      assert.deepEqual(await page.evaluate(() => window.__portal.proofs), ["email", "password"]);
    }));

  test("its newer list removes a proof after a question, and adds a phone in a dialog", () =>
    onPage(address.personal("proofs/Manage", { personal: "fluent" }), async (page) => {
      await page.locator(".fui-AccordionHeader__button").first().click();
      // The row unfolds, and what is pressed meanwhile may have moved away from under the pointer.
      await page.evaluate(() => Promise.allSettled(document.getAnimations().map((it) => it.finished)));
      await page.getByRole("button", { name: "Remove" }).click();
      await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
      await page.getByRole("dialog").waitFor({ state: "detached" });
      assert.deepEqual(await page.evaluate(() => window.__portal.proofs), ["email", "password"]);
      await page.getByRole("button", { name: "Add a new way to sign in or verify" }).click();
      await page.getByRole("button", { name: "More choices" }).click();
      await page.getByRole("button", { name: "Text a code" }).click();
      await page.getByRole("dialog").locator('input[type="tel"]').fill("4255550100");
      await page.getByRole("button", { name: "Next" }).click();
      assert.equal(await page.evaluate(() => window.__portal.submitted[0]?.phoneNumber), "4255550100");
    }));

  // In Chromium a frame may navigate the top window only after the user has pressed something in it.
  test("a personal account's page shows nothing in a frame, and tries to break out of it", () =>
    onPage(
      address.FOREIGN,
      async (page) => {
        const refused = page.waitForEvent("console", (message) => message.text().includes("initiate navigation"));
        await page.evaluate((src) => {
          const frame = document.createElement("iframe");
          frame.src = src;
          document.body.append(frame);
        }, address.personal("proofs/Manage"));
        await refused;
        const frame = page.frameLocator("iframe");
        await frame.locator("#Proofs").waitFor({ state: "attached" });
        assert.equal(await frame.locator("#Proofs").isVisible(), false);
      },
      /initiate navigation|permission to navigate/u,
    ));
});

describe("the libraries fight back", () => {
  test("a mouse press beside a v8 panel, under body, closes it", () =>
    onBlade({}, async (blade, page) => {
      await openAddForm(page, blade);
      await blade.locator(".ms-Panel-main").waitFor();
      const { x, y } = await addSquare(blade, "body");
      await page.mouse.click(x, y);
      await blade.getByRole("dialog").waitFor({ state: "detached" });
    }));

  test("a mouse press beside a v8 panel, under html, leaves it open", () =>
    onBlade({}, async (blade, page) => {
      await openAddForm(page, blade);
      await blade.locator(".ms-Panel-main").waitFor();
      const { x, y } = await addSquare(blade, "html");
      await page.mouse.click(x, y);
      await blade.locator("#square[data-clicked]").waitFor();
      await page.waitForTimeout(500);
      assert.equal(await blade.getByRole("dialog").count(), 1);
    }));

  test("a blocking v8 dialog swallows clicks beside it, another does not", async () => {
    for (const dialog of ["v8", "v8-blocking"] as const) {
      await onPage(address.securityInfo({ dialog }), async (page) => {
        await openPhoneStep(page);
        const { x, y } = await addSquare(page.mainFrame(), "html");
        await page.mouse.click(x, y);
        if (dialog === "v8") await page.locator('#square[data-clicked="yes"]').waitFor();
        await page.waitForTimeout(300);
        const clicked = await page.locator("#square").getAttribute("data-clicked");
        assert.equal(clicked, dialog === "v8" ? "yes" : null, dialog);
      });
    }
  });

  test("a v8 dialog takes the focus back from a field beside it", () =>
    onPage(address.securityInfo(), async (page) => {
      await openPhoneStep(page);
      await page.evaluate(() => {
        const field = document.createElement("input");
        field.id = "beside";
        document.documentElement.append(field);
        field.focus();
      });
      await page.waitForFunction(() => document.activeElement?.closest('[role="dialog"], [role="document"]') !== null);
      assert.notEqual(await page.evaluate(() => document.activeElement?.id), "beside");
    }));

  test("a v9 dialog hides what is under body from screen readers and locks scrolling", () =>
    onPage(address.securityInfo({ dialog: "v9", list: "twenty-methods" }), async (page) => {
      await page.getByRole("heading").first().waitFor();
      await addSquare(page.mainFrame(), "body");
      await openPhoneStep(page);
      await page.locator('body > #square[aria-hidden="true"]').waitFor();
      const overflow = await page.evaluate(() => [
        getComputedStyle(document.body).overflowY,
        getComputedStyle(document.documentElement).overflowY,
      ]);
      assert.ok(
        overflow.some((value) => value === "hidden" || value === "clip"),
        overflow.join(),
      );
    }));

  test("typing mounts the form anew, and what is typed stays", () =>
    onPage(address.securityInfo({ remount: 3 }), async (page) => {
      await openPhoneStep(page);
      const first = await page.getByRole("textbox", { name: "Phone number" }).elementHandle();
      await page.getByRole("textbox", { name: "Phone number" }).pressSequentially("0901", { delay: 50 });
      assert.equal(await first?.evaluate((node) => node.isConnected), false);
      assert.equal(await page.getByRole("textbox", { name: "Phone number" }).inputValue(), "0901");
      assert.equal(await page.evaluate(() => window.__portal.entered?.phoneNumber), "0901");
    }));

  test("masked details are replaced in the same text node", () =>
    onPage("about:blank", async (page) => {
      const goOn = await openHeldBack(page, address.securityInfo({ reveal: 1234 }), 1234);
      const cell = page.getByText(/^\+1 X+00$/u);
      await cell.waitFor();
      const text = await cell.evaluateHandle((node) => node.firstChild);
      await goOn();
      await page.getByText("+1 4255550100", { exact: true }).waitFor();
      assert.deepEqual(await text.evaluate((node) => [node?.isConnected, node?.nodeValue]), [true, "+1 4255550100"]);
    }));

  test("nothing is rendered before the chosen time", () =>
    onPage("about:blank", async (page) => {
      const goOn = await openHeldBack(page, address.securityInfo({ late: 1234 }), 1234);
      assert.equal(await page.locator("#root > *").count(), 0);
      await goOn();
      await page.getByRole("heading", { name: "Security info" }).waitFor();
    }));

  test("generated ids and classes differ from load to load", async () => {
    const seen: string[] = [];
    for (const seed of [10, 200]) {
      await onPage(address.securityInfo({ seed }), async (page) => {
        await openPhoneStep(page);
        const field = page.getByRole("textbox", { name: "Phone number" });
        seen.push((await field.getAttribute("id")) ?? "", (await field.getAttribute("class")) ?? "");
      });
    }
    assert.equal(new Set(seen).size, 4, seen.join(" | "));
  });

  test("an inactive tab keeps an aria-hidden copy of the list", () =>
    onBlade({ tabs: "on" }, async (blade) => {
      const copies = blade.locator('[role="tabpanel"][aria-hidden="true"] [role="grid"]');
      await copies.first().waitFor({ state: "attached" });
      assert.equal(await copies.count(), 1);
    }));
});

describe("the shell", () => {
  test("shows one blade frame and keeps another one warm, out of sight, with stale data", () =>
    onBlade({}, async (blade, page) => {
      assert.equal(await page.locator("iframe.fxs-part-frame").count(), 2);
      assert.equal(await page.locator("iframe.fxs-reactview-frame-active").count(), 1);
      const warm = await frameOf(page, "iframe.fxs-part-frame:not(.fxs-reactview-frame-active)");
      await warm.waitForFunction(() => window.__portal.registered.length === 20);
      assert.equal(await page.locator("iframe.fxs-part-frame:not(.fxs-reactview-frame-active)").isVisible(), false);
      assert.equal(new URL(blade.url()).hostname, "sandbox-1.reactblade.portal.azure.net");
    }));

  test("keeps a silent sign-in frame, as the real one does", () =>
    onBlade({}, async (_, page) => {
      const silent = page.frames().filter((frame) => frame.url().startsWith("https://login.microsoftonline.com/"));
      assert.equal(silent.length, 1);
    }));

  test("uses the frame again for another user, without loading a document", () =>
    onBlade({}, async (blade, page) => {
      const started = await blade.evaluate(() => performance.timeOrigin);
      await page.evaluate(() => {
        location.hash = location.hash.replace("0001", "0002");
      });
      await blade.getByText("Microsoft Authenticator", { exact: true }).first().waitFor();
      assert.equal(await blade.evaluate(() => performance.timeOrigin), started);
      assert.match((await blade.evaluate(() => window.__portal.user)) ?? "", /0002$/u);
      assert.match(await page.title(), /^Sam Sample/u);
    }));

  test("has a search box that Knockout keeps", () =>
    onBlade({}, async (_, page) => {
      const box = page.locator(".fxs-topbar input.azc-input");
      assert.equal(await box.getAttribute("aria-expanded"), "false");
      await box.pressSequentially("users");
      assert.equal(await box.getAttribute("aria-expanded"), "true");
    }));

  test("leaves the blade without loading a document", () =>
    onBlade({}, async (_, page) => {
      await page.getByRole("link", { name: "Users" }).click();
      await page.getByText("Kim Practice").waitFor();
      assert.equal(await page.locator("iframe.fxs-reactview-frame-active").count(), 0);
    }));

  test("answers at every host, and behind a tenant name", async () => {
    await onPage("https://mysignins.azure.us/security-info", (page) =>
      page.getByRole("heading", { name: "Security info" }).waitFor(),
    );
    await onPage(address.userMethods().replace(".com/", ".com/example.com/"), async (page) => {
      await (await bladeFrame(page)).getByText("Usable authentication methods", { exact: true }).waitFor();
    });
    for (const host of ["portal.azure.com", "entra.microsoft.us"]) {
      await onPage(address.userMethods({}, address.SAMPLE_USER, host), async (page) => {
        await (await bladeFrame(page)).getByText("Usable authentication methods", { exact: true }).waitFor();
      });
    }
  });
});

describe("content scripts of an unpacked extension run at the real addresses", () => {
  let probe: Probe;
  before(async () => {
    probe = await writeProbe(WATCHED);
  });
  after(() => probe.remove());

  test("in Chromium, in the blade frames too, and nowhere else", async () => {
    const { browser, close } = await startChromium(portal, { extension: probe.folder });
    try {
      const page = await browser.newPage();
      const mark = (frame: Frame): Promise<string | undefined> =>
        frame.evaluate(() => document.documentElement.dataset["probe"]);
      await page.goto(address.securityInfo());
      assert.equal(await mark(page.mainFrame()), "mysignins.microsoft.com");
      await page.goto(address.userMethods());
      assert.equal(
        await mark(await bladeFrame(page)),
        "sandbox-1.reactblade.portal.azure.net UserAuthMethods.ReactView",
      );
      for (const elsewhere of [address.SIGN_IN, address.FOREIGN]) {
        await page.goto(elsewhere);
        assert.equal(await mark(page.mainFrame()), undefined);
      }
      const origin = await extensionOrigin(browser);
      await page.goto(`${origin}/page.html`);
      assert.equal(await page.title(), "Probe");
    } finally {
      await close();
    }
  });

  test("in Firefox, in the blade frames too, and nowhere else", async () => {
    const { browser, close } = await startFirefox(portal, { extension: probe.folder, addonId: PROBE_ID });
    try {
      const mark = (): Promise<string | null> =>
        browser.executeScript("return document.documentElement.dataset.probe ?? null");
      await browser.get(address.securityInfo());
      assert.equal(await mark(), "mysignins.microsoft.com");
      await browser.get(address.userMethods());
      const frame = await waitForElement(browser, "iframe.fxs-reactview-frame-active");
      await browser.switchTo().frame(frame);
      await waitForElement(browser, ".ms-CommandBar");
      assert.equal(await mark(), "sandbox-1.reactblade.portal.azure.net UserAuthMethods.ReactView");
      await browser.switchTo().defaultContent();
      for (const elsewhere of [address.SIGN_IN, address.FOREIGN]) {
        await browser.get(elsewhere);
        assert.equal(await mark(), null);
      }
      await browser.get(`${FIREFOX_ADDON_ORIGIN}/page.html`);
      assert.equal(await browser.getTitle(), "Probe");
    } finally {
      await close();
    }
  });
});

async function waitForElement(browser: WebDriver, selector: string): Promise<WebElement> {
  return browser.wait(until.elementLocated(By.css(selector)), 10_000);
}

test("the proxy refuses every host that is not its own, and remembers that it was asked", async () => {
  const other = await startPortal();
  try {
    const status = await new Promise((resolve, reject) => {
      request({ host: "127.0.0.1", port: other.proxyPort, method: "CONNECT", path: "example.org:443" })
        .on("connect", (response, socket) => {
          socket.destroy();
          resolve(response.statusCode);
        })
        .on("error", reject)
        .end();
    });
    assert.equal(status, 403);
    assert.deepEqual(other.requests, [{ method: "CONNECT", host: "example.org", path: "", refused: true }]);
    assert.deepEqual(askedOutside(other), ["example.org"]);
  } finally {
    await other.close();
  }
});

test("no page asks any host outside of the portal for anything", () => {
  assert.deepEqual(askedOutside(portal), []);
});
