/**
 * The one instance of the core in a script: the background's answers for all tabs and frames, the settings page
 * has one of its own. It owns the instance's life: loaded at the first question, thrown away after a panic. It
 * knows nothing of what is asked.
 */

import { createGlue } from "sparekey-glue";
import type { Context, PolicyReading, Report, Review, Tab } from "../../pkg/sparekey.js";

type Glue = ReturnType<typeof createGlue>;

let instance: Promise<Glue> | undefined;

/**
 * Asks the core what there is to say about a tab. A question that fails is asked once more of a new
 * instance, since an earlier panic may have poisoned the old one.
 *
 * @throws what the core threw the second time: `tab` or `context` was malformed, or it panicked
 */
export async function review(tab: Tab, context: Context): Promise<Review> {
  return askTwice((core) => core.review(tab, context));
}

/** Asks the core for the report on a tab, in the same way; there is none of a page that is not watched. */
export async function report(tab: Tab, context: Context): Promise<Report | undefined> {
  return askTwice((core) => core.report(tab, context));
}

/** Asks the core what it reads in a policy as it is stored, whatever that is. */
export async function readPolicy(stored: unknown): Promise<PolicyReading> {
  return askTwice((core) => core.readPolicy(stored));
}

async function askTwice<Answer>(question: (core: Glue) => Answer): Promise<Answer> {
  try {
    return await ask(question);
  } catch {
    return ask(question);
  }
}

async function ask<Answer>(question: (core: Glue) => Answer): Promise<Answer> {
  try {
    return question(await current());
  } catch (error) {
    instance = undefined;
    throw error;
  }
}

/** Begins to load the core, so that the first question need not wait for it. */
export function warmUp(): void {
  // A failure shows again, and is handled, at the first question.
  current().catch(() => undefined);
}

function current(): Promise<Glue> {
  instance ??= load();
  return instance;
}

async function load(): Promise<Glue> {
  const glue = createGlue();
  await glue.default({ module_or_path: fetch(chrome.runtime.getURL("sparekey.wasm")) });
  return glue;
}
