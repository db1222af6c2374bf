// What running in a page costs it, in counts and never in time: looks, readings, timers, listeners, nodes. And that
// hostile or huge pages get an answer, and keep what was typed.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { CDPSession, Frame, Page } from "playwright-core";
import { securityInfo, userMethods } from "../portal/catalog.ts";
import { numberField, openAddFormFor } from "./portal-pages.ts";
import { cardFor, eventually, openCard, seenCard, settle, startWatched, type Watched } from "./sparekey.ts";

const TYPED = "090-1234-5678";
const RULE = "country-code-missing";

let sparekey: Watched;
before(async () => {
  sparekey = await startWatched();
  await sparekey.choose({ defaultRegion: "JP" });
});
after(() => sparekey.close());

/** What our script has asked of the browser since counting began. */
interface Counted {
  /** Times that the whole page was looked at. */
  looks: number;
  timers: number;
  /** Attributes, boxes and styles of the page. */
  readings: number;
  /** Times that it was asked what is at a point of the window. */
  points: number;
  /** Texts of options. */
  options: number;
}

/** Runs in our script's own world: the page sees nothing of it. */
function beginToCount(): void {
  const counted: Counted = { looks: 0, timers: 0, readings: 0, points: 0, options: 0 };
  Object.assign(globalThis, { counted });
  const count = <K extends string>(
    owner: Record<K, (...given: never[]) => unknown>,
    name: K,
    note: (first: unknown) => void,
  ): void => {
    const real = owner[name];
    owner[name] = function (this: unknown, ...given: never[]) {
      note(given[0]);
      return real.apply(this, given);
    };
  };
  // Each look begins with the labels of the document.
  count(Document.prototype as never, "querySelectorAll", (selector) => (counted.looks += selector === "label" ? 1 : 0));
  count(globalThis as never, "setTimeout", () => (counted.timers += 1));
  count(globalThis as never, "getComputedStyle", () => (counted.readings += 1));
  for (const name of ["getAttribute", "checkVisibility", "getBoundingClientRect"])
    count(Element.prototype as never, name, () => (counted.readings += 1));
  for (const name of ["elementFromPoint", "elementsFromPoint"])
    count(Document.prototype as never, name, () => (counted.points += 1));
  const text = Object.getOwnPropertyDescriptor(HTMLOptionElement.prototype, "text");
  Object.defineProperty(HTMLOptionElement.prototype, "text", {
    configurable: true,
    get(this: HTMLOptionElement) {
      counted.options += 1;
      return text?.get?.call(this) as unknown;
    },
  });
}

class Counter {
  readonly #session: CDPSession;
  readonly #world: number;

  private constructor(session: CDPSession, world: number) {
    this.#session = session;
    this.#world = world;
  }

  /** Begins to count in the page's top frame, or in a frame of its own process. */
  static async of(frame: Page | Frame): Promise<Counter> {
    const session = await sparekey.context.newCDPSession(frame);
    const worlds: number[] = [];
    session.on("Runtime.executionContextCreated", ({ context }) => {
      const world = context.auxData as { readonly type?: string } | undefined;
      if (world?.type === "isolated" && context.origin.startsWith("chrome-extension://")) worlds.push(context.id);
    });
    await session.send("Runtime.enable");
    await eventually(
      () => Promise.resolve(worlds.length),
      (count) => count > 0,
    );
    const [world = 0] = worlds;
    await session.send("Runtime.evaluate", { contextId: world, expression: `(${beginToCount.toString()})()` });
    return new Counter(session, world);
  }

  async counted(): Promise<Counted> {
    const { result } = await this.#session.send("Runtime.evaluate", {
      contextId: this.#world,
      expression: "counted",
      returnByValue: true,
    });
    return result.value as Counted;
  }
}

async function openForm(): Promise<{ page: Page; form: Frame }> {
  const page = await sparekey.page(userMethods({ list: "passkey-and-authenticator" }));
  return { page, form: await openAddFormFor(page, "phone") };
}

describe("at rest", () => {
  for (const [where, scroll] of [
    ["on screen", 0],
    ["scrolled out of sight", 3000],
  ] as const) {
    test(`with a hint ${where}, no timer is set, nothing is read, nothing is looked at`, async () => {
      const page = await sparekey.page(securityInfo());
      await seenCard(page, "single-method");
      await page.evaluate((top) => {
        document.body.append(Object.assign(document.createElement("div"), { style: "height: 6000px" }));
        for (const element of [document.documentElement, ...document.querySelectorAll("*")]) element.scrollTop = top;
        window.scrollTo(0, top);
      }, scroll);
      const counter = await Counter.of(page);
      // The organization's decisions may come seconds after the browser has started, and cause one more answer.
      await eventually(
        async () => {
          const before = JSON.stringify(await counter.counted());
          await page.waitForTimeout(3000);
          return { before, after: JSON.stringify(await counter.counted()) };
        },
        ({ before, after }) => before === after,
      );
      const { looks } = await counter.counted();
      await page.evaluate(() => document.body.classList.toggle("ms-changed"));
      await eventually(
        () => counter.counted(),
        (counted) => counted.looks > looks,
      );
      await page.close();
    });
  }
});

describe("a page that changes", () => {
  test("fires a hundred thousand events by script, which cause one timer and one look", async () => {
    const { page, form } = await openForm();
    await numberField(form).click();
    await settle(page);
    const counter = await Counter.of(form);
    await numberField(form).evaluate((field) => {
      for (let event = 0; event < 100_000; event += 1)
        field.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
    });
    await settle(page);
    const { looks, timers } = await counter.counted();
    assert.ok(looks >= 1 && looks <= 3, `${String(looks)} looks`);
    assert.ok(timers >= 1 && timers < 20, `${String(timers)} timers`);
    await page.close();
  });

  test("is looked at no more often than keys are pressed, and gets its answer after the last one", async () => {
    const { page, form } = await openForm();
    const field = numberField(form);
    await field.click();
    await settle(page);
    const counter = await Counter.of(form);
    await field.pressSequentially(TYPED, { delay: 40 });
    assert.equal((await openCard(page, RULE)).fix, "+81 9012345678");
    await settle(page);
    const { looks } = await counter.counted();
    assert.ok(looks >= 1 && looks <= TYPED.length + 2, `${String(looks)} looks`);
    assert.equal(await field.inputValue(), TYPED);
    await page.close();
  });

  test("more often than is recorded is still looked at afterwards", async () => {
    const { page, form } = await openForm();
    await settle(page);
    await form.evaluate(async () => {
      const many = document.createElement("div");
      many.append(...Array.from({ length: 3000 }, () => document.createElement("i")));
      document.body.append(many);
      for (let round = 0; round < 4; round += 1) {
        for (const one of many.children) one.classList.toggle("ms-changed");
        await new Promise(requestAnimationFrame);
      }
      many.remove();
    });
    // By the page itself, so that no key is involved.
    await numberField(form).evaluate((field) => {
      const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");
      value?.set?.call(field, "090-1234-5678");
      field.setAttribute("value", "090-1234-5678");
    });
    await seenCard(page, RULE);
    await page.close();
  });

  test("moves the anchor of a hint in each frame, which costs a few readings and no new choice of a place", async () => {
    const { page, form } = await openForm();
    await numberField(form).pressSequentially(TYPED);
    await openCard(page, RULE);
    await settle(page);
    const counter = await Counter.of(form);
    /**
     * Moves the element this often. Returns how often it stood still for so long in between that its place may have
     * been chosen anew.
     */
    const move = (frames: number): Promise<number> =>
      form.evaluate(async (most) => {
        let rests = 0;
        let before = performance.now();
        for (let frame = 1; frame <= most; frame += 1) {
          // Not by an element's class or style, which would be observed.
          document.documentElement.scrollTop = 0;
          document.body.animate([{ translate: `0 ${String(frame % 7)}px` }], { fill: "forwards" });
          const now = await new Promise<number>((resolve) => requestAnimationFrame(() => resolve(performance.now())));
          if (now - before > 100) rests += 1;
          before = now;
        }
        return rests;
      }, frames);
    await move(1);
    await settle(page);
    const { points: whole } = await counter.counted();
    const FRAMES = 120;
    const rests = await move(FRAMES);
    const { points } = await counter.counted();
    const asked = points - whole;
    const hints = await form.locator("sparekey-hints .hint-root[data-seen=yes]").count();
    assert.ok(
      asked > 0 && asked < FRAMES * 6 * hints + rests * whole,
      `${String(asked)} points in ${String(FRAMES)} frames for ${String(hints)} hints, with ${String(rests)} rests of ${String(whole)}`,
    );
    await page.close();
  });

  test("is left and reached again two hundred times, and has no more nodes and listeners than before", async () => {
    const page = await sparekey.page(securityInfo());
    await seenCard(page, "single-method");
    await settle(page);
    const session = await sparekey.context.newCDPSession(page);
    const counters = async (): Promise<{ nodes: number; jsEventListeners: number }> => {
      for (let round = 0; round < 3; round += 1) await session.send("HeapProfiler.collectGarbage");
      const { nodes, jsEventListeners } = await session.send("Memory.getDOMCounters");
      return { nodes, jsEventListeners };
    };
    const first = await counters();
    await page.evaluate(async () => {
      const { pathname } = location;
      for (let round = 0; round < 200; round += 1) {
        history.pushState({}, "", "/elsewhere");
        // Sometimes so briefly that nothing was drawn, sometimes long enough.
        await new Promise((resolve) => setTimeout(resolve, 5));
        history.pushState({}, "", pathname);
        await new Promise((resolve) => setTimeout(resolve, round % 20 === 0 ? 300 : 5));
      }
    });
    await seenCard(page, "single-method");
    await settle(page);
    const last = await counters();
    assert.ok(last.nodes <= first.nodes + 10, JSON.stringify([first, last]));
    assert.ok(last.jsEventListeners <= first.jsEventListeners + 5, JSON.stringify([first, last]));
    await page.close();
  });
});

describe("a hostile page", () => {
  /** In the document of the form, before the form. */
  const HOSTILE: readonly (readonly [name: string, build: () => void])[] = [
    [
      "two thousand levels deep",
      () => {
        const top = document.createElement("div");
        let at = top;
        for (let level = 0; level < 2000; level += 1) at = at.appendChild(document.createElement("div"));
        at.textContent = "deep";
        document.body.prepend(top);
      },
    ],
    [
      "with a thousand shadow roots inside one another",
      () => {
        const top = document.createElement("div");
        let at = top;
        for (let level = 0; level < 1000; level += 1)
          at = at.attachShadow({ mode: "open" }).appendChild(document.createElement("div"));
        document.body.prepend(top);
      },
    ],
    [
      "with a text of ten million characters around each of a thousand fields",
      () => {
        const label = document.createElement("span");
        label.id = "hostile";
        label.append("x", Object.assign(document.createElement("span"), { textContent: "y ".repeat(5_000_000) }));
        label.style.cssText = "display: block; height: 0; overflow: hidden; content-visibility: hidden";
        const fields = Array.from({ length: 1000 }, () => {
          const field = document.createElement("input");
          field.setAttribute("aria-labelledby", "hostile");
          return field;
        });
        document.body.append(label, ...fields);
      },
    ],
    [
      "with five thousand fields among two hundred thousand elements",
      () => {
        const many = document.createElement("div");
        for (let group = 0; group < 5000; group += 1) {
          const around = document.createElement("div");
          around.append(
            document.createElement("input"),
            ...Array.from({ length: 39 }, () => document.createElement("b")),
          );
          many.append(around);
        }
        many.style.cssText = "height: 0; overflow: hidden";
        document.body.append(many);
      },
    ],
    [
      "whose elements throw at whoever asks its script for anything",
      () => {
        const thrown = (): never => {
          throw new Error("hostile");
        };
        for (const field of document.querySelectorAll("input")) {
          for (const name of [
            "labels",
            "parentElement",
            "getAttribute",
            "getBoundingClientRect",
            "closest",
            "isConnected",
            "maxLength",
            "checkVisibility",
            "localName",
          ]) {
            Object.defineProperty(field, name, { configurable: true, get: thrown });
          }
        }
        JSON.stringify = thrown;
        Element.prototype.checkVisibility = thrown;
        Document.prototype.elementFromPoint = Document.prototype.elementsFromPoint = () => [] as never;
        Object.assign(window, { MutationObserver: thrown, IntersectionObserver: thrown, getComputedStyle: thrown });
      },
    ],
  ];

  for (const [name, build] of HOSTILE) {
    test(`${name}: a typed number is answered and kept`, async () => {
      const { page, form } = await openForm();
      const field = numberField(form);
      await field.click();
      await form.evaluate(build);
      await page.keyboard.type(TYPED, { delay: 20 });
      await eventually(
        () => cardFor(form, RULE).count(),
        (count) => count > 0,
      );
      assert.equal(await field.inputValue(), TYPED);
      await page.close();
    });
  }

  test("has five thousand selected options: a few of them are read", async () => {
    const page = await sparekey.page(securityInfo());
    await seenCard(page, "single-method");
    const counter = await Counter.of(page);
    await page.evaluate(() => {
      const list = document.createElement("select");
      list.multiple = true;
      list.size = 4;
      const made = (at: number): HTMLOptionElement => new Option(`Option ${String(at)}`, String(at), true, true);
      list.append(...Array.from({ length: 5000 }, (_, at) => made(at)));
      document.body.append(list);
    });
    await eventually(
      () => counter.counted(),
      ({ options }) => options > 0,
    );
    await settle(page);
    const { options, looks } = await counter.counted();
    assert.ok(options <= 10 * looks, `${String(options)} options in ${String(looks)} looks`);
    await page.close();
  });
});

describe("a word that an input method is composing", () => {
  test("and that is canceled leaves the answer to the value before", async () => {
    const { page, form } = await openForm();
    const field = numberField(form);
    await field.click();
    const session = await sparekey.context.newCDPSession(form);
    await page.keyboard.type(TYPED);
    await session.send("Input.imeSetComposition", { text: "9", selectionStart: 1, selectionEnd: 1 });
    await settle(page);
    await session.send("Input.imeSetComposition", { text: "", selectionStart: 0, selectionEnd: 0 });
    assert.equal((await openCard(page, RULE)).fix, "+81 9012345678");
    assert.equal(await field.inputValue(), TYPED);
    await page.close();
  });
});
