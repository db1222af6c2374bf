// On pages that are not watched, Sparekey leaves no trace: no node, no observer, no message.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { CDPSession, Page } from "playwright-core";
import { ALL_USERS, FOREIGN, securityInfo, SIGN_IN, userMethods } from "../portal/catalog.ts";
import { endWorker } from "./own-pages.ts";
import { bladeFrame, numberField, openAddFormFor } from "./portal-pages.ts";
import { eventually, seenCard, settle, startWatched, TODAY, type Watched } from "./sparekey.ts";
import { askedOutside } from "./support.ts";

/** The little of the extension's own API that is asked inside its worker. */
declare const chrome: {
  readonly storage: Readonly<Record<"local" | "session" | "sync", { get(keys: null): Promise<object> }>>;
  readonly runtime: { getManifest(): { content_security_policy: { extension_pages: string } } };
};

let sparekey: Watched;
before(async () => {
  sparekey = await startWatched();
});
after(() => sparekey.close());

/** Counts live observers in every script world that the extension has in the page's main frame. */
async function observers(session: CDPSession): Promise<{ worlds: number; observers: number }> {
  const worlds: number[] = [];
  session.on("Runtime.executionContextCreated", ({ context }) => {
    const world = context.auxData as { readonly type?: string } | undefined;
    if (world?.type === "isolated" && context.origin.startsWith("chrome-extension://")) worlds.push(context.id);
  });
  // Reports every existing world before it answers.
  await session.send("Runtime.enable");
  let observers = 0;
  for (const contextId of worlds) {
    for (const kind of ["MutationObserver", "IntersectionObserver", "ResizeObserver"]) {
      const prototype = await session.send("Runtime.evaluate", { contextId, expression: `${kind}.prototype` });
      const { objectId } = prototype.result;
      assert.ok(objectId);
      const { objects } = await session.send("Runtime.queryObjects", { prototypeObjectId: objectId });
      const length = await session.send("Runtime.callFunctionOn", {
        objectId: objects.objectId ?? "",
        functionDeclaration: "function () { return this.length; }",
        returnByValue: true,
      });
      observers += Number(length.result.value);
    }
  }
  return { worlds: worlds.length, observers };
}

async function hosts(page: Page): Promise<number> {
  const counts = await Promise.all(page.frames().map((frame) => frame.locator("sparekey-hints").count()));
  return counts.reduce((sum, count) => sum + count, 0);
}

describe("silence", () => {
  for (const [name, address] of [
    ["a sign-in page", SIGN_IN],
    ["a page that is not Microsoft's", FOREIGN],
  ] as const) {
    test(`${name}: no script of ours runs`, async () => {
      const page = await sparekey.page(address);
      const before = await page.evaluate(() => document.documentElement.outerHTML.length);
      await page.locator("input").first().click();
      await page.keyboard.type("090-1234-5678");
      await settle(page);
      assert.equal(await hosts(page), 0);
      assert.deepEqual(await observers(await sparekey.context.newCDPSession(page)), { worlds: 0, observers: 0 });
      assert.ok(before > 0);
      await page.close();
    });
  }

  test("another page of the portal: the script is dormant", async () => {
    const page = await sparekey.page(ALL_USERS);
    await settle(page);
    assert.equal(await hosts(page), 0);
    const seen = await observers(await sparekey.context.newCDPSession(page));
    assert.ok(seen.worlds > 0, "the script is there, since the portal changes its page without loading another");
    assert.equal(seen.observers, 0);
    await page.close();
  });

  test("the counter of observers can count some", async () => {
    const page = await sparekey.page(securityInfo());
    await seenCard(page, "single-method");
    const seen = await observers(await sparekey.context.newCDPSession(page));
    assert.ok(seen.observers > 0);
    await page.close();
  });

  test("going from the user to another page of the portal removes every hint, coming back restores them", async () => {
    const page = await sparekey.page(userMethods());
    await seenCard(page, "single-method");
    await page.evaluate((hash) => {
      location.hash = hash;
    }, new URL(ALL_USERS).hash);
    await eventually(
      () => hosts(page),
      (count) => count === 0,
    );
    await page.goBack();
    await seenCard(page, "single-method");
    await page.close();
  });

  test("leaving while the worker sleeps deactivates the script in the blade as well, though the portal keeps the frame", async () => {
    const page = await sparekey.page(userMethods());
    const blade = await bladeFrame(page);
    await seenCard(page, "single-method");
    const inBlade = async (): Promise<number> => {
      const session = await sparekey.context.newCDPSession(blade);
      const seen = await observers(session);
      await session.detach(); // It holds what it has counted.
      return seen.observers;
    };
    assert.ok((await inBlade()) > 0);
    await endWorker(sparekey, page);
    await page.evaluate((hash) => {
      location.hash = hash;
    }, new URL(ALL_USERS).hash);
    await settle(page);
    assert.equal(blade.isDetached(), false);
    assert.equal(await inBlade(), 0);
    await page.close();
  });

  test("nothing of what was typed or listed is stored", async () => {
    const page = await sparekey.page(userMethods());
    const form = await openAddFormFor(page, "phone");
    await numberField(form).fill("+81 09012345678");
    await seenCard(page, "trunk-zero");
    const kept = await (await sparekey.worker()).evaluate(async () => {
      const areas = await Promise.all([
        chrome.storage.local.get(null),
        chrome.storage.session.get(null),
        chrome.storage.sync.get(null),
      ]);
      return JSON.stringify(areas);
    });
    assert.deepEqual(JSON.parse(kept), [{ today: TODAY }, {}, {}]);
    await page.close();
  });

  test("the browser itself would refuse any request of the extension to another host", async () => {
    const policy = await (await sparekey.worker()).evaluate(
      () => chrome.runtime.getManifest().content_security_policy.extension_pages,
    );
    assert.match(policy, /default-src 'self'/u);
    assert.match(policy, /connect-src 'self';/u);
  });

  test("nothing but the practice pages was ever asked for", async () => {
    const page = await sparekey.page(securityInfo());
    await seenCard(page, "single-method");
    await page.close();
    assert.deepEqual(askedOutside(sparekey.portal), []);
  });
});
