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
 * Asks the core to review a tab. A question on which the core panics is repeated once with a new instance, because an
 * earlier panic may have left the old one unusable.
 *
 * @throws the core's error: `tab` or `context` was malformed, or the core panicked or could not be loaded twice
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
  const unwrap = (error: unknown): never => {
    throw error instanceof Refusal ? error.cause : error;
  };
  return ask(question).catch((error: unknown) =>
    error instanceof Refusal ? unwrap(error) : ask(question).catch(unwrap),
  );
}

async function ask<Answer>(question: (core: Glue) => Answer): Promise<Answer> {
  try {
    const core = await current();
    return refusable(() => question(core));
  } catch (error) {
    if (!(error instanceof Refusal)) instance = undefined;
    throw error;
  }
}

/** The core has answered that the question is malformed. Its error is the `cause`. */
class Refusal extends Error {}

/**
 * The core refuses by an `Error`. A panic, which may leave it unusable, is a `WebAssembly.RuntimeError`, and an
 * exhausted stack a `RangeError`.
 */
function refusable<Answer>(question: () => Answer): Answer {
  try {
    return question();
  } catch (cause) {
    if (cause instanceof Error && cause.constructor === Error) throw new Refusal("The core refuses this.", { cause });
    throw cause;
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
