// Runs in a blank page: parts of the extension that need a document but none of the extension's APIs. Owns the names by
// which the test reaches them.

import { Changes } from "../../extension/content/eyes/changes.ts";
import { Identities } from "../../extension/content/eyes/identities.ts";
import { describeDocument } from "../../extension/content/eyes/snapshot.ts";
import { Pointing } from "../../extension/content/hands/pointing.ts";
import { button, element, replaceKeeping } from "../../extension/shared/ui/elements.ts";

/** What the eyes see of the page, node by node. */
function seenNodes(): string[] {
  const looking = describeDocument(new Identities(), true, () => false, undefined, 10_000);
  let step = looking.next();
  while (step.done !== true) step = looking.next();
  return step.value.snapshot.nodes
    .filter(({ role }) => role !== "generic")
    .map(({ role, name }) => `${role} ${name ?? ""}`.trim());
}

const parts = { Changes, Pointing, seenNodes, button, element, replaceKeeping };
export type Parts = typeof parts;

Object.assign(window, { parts });
