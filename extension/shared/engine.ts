/**
 * The WebAssembly instance of the core in one script: the background's answers for all tabs and frames, the settings
 * page has one of its own. Owns its lifetime: it is loaded at the first question and discarded after a panic. Knows
 * nothing about what is asked.
 */

import { createGlue } from "sparekey-glue";
import type { Context, PolicyReading, Report, Review, Tab } from "../../pkg/sparekey.js";

type Glue = ReturnType<typeof createGlue>;

let instance: Promise<Glue> | undefined;

/**
 * Asks the core to review a tab. A question that fails is repeated once with a new instance, because an earlier panic
 * may have left the old one unusable.
 *
 * @throws the core's error of the second attempt: `tab` or `context` was malformed, or the core panicked
 */
export async function review(tab: Tab, context: Context): Promise<Review> {
  return askTwice((core) => core.review(tab, context));
}

/** Asks the core for the report on a tab, with the same retry. Undefined for a page that is not watched. */
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

/** Starts to load the core, so that the first question does not have to wait for it. */
export function warmUp(): void {
  // A failure occurs again at the first question and is handled there.
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
