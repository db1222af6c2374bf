// Runs in a blank page: parts of the extension that need a document and nothing of the extension's own.
// Owns the names by which the test reaches them.

import { Changes } from "../../extension/content/eyes/changes.ts";
import { Identities } from "../../extension/content/eyes/identities.ts";
import { describeDocument } from "../../extension/content/eyes/snapshot.ts";
import { Pointing } from "../../extension/content/hands/pointing.ts";
import { button, element, replaceKeeping } from "../../extension/shared/ui/elements.ts";

/** What the eyes tell of the page, node by node. */
function told(): string[] {
  const looking = describeDocument(new Identities(), true, () => false, undefined, 10_000);
  let step = looking.next();
  while (step.done !== true) step = looking.next();
  return step.value.snapshot.nodes
    .filter(({ role }) => role !== "generic")
    .map(({ role, name }) => `${role} ${name ?? ""}`.trim());
}

const parts = { Changes, Pointing, told, button, element, replaceKeeping };
export type Parts = typeof parts;

Object.assign(window, { parts });
