// The accessibility tree as a screen reader gets it from Chromium. Owns how the tree is fetched, searched and waited
// for; what has to be in it is decided by the tests.

import assert from "node:assert/strict";
import type { Frame, Page } from "playwright-core";
import { eventually } from "./sparekey.ts";

interface AxValue {
  readonly value?: unknown;
}

/** A node of the protocol's domain `Accessibility`, as far as it is read here. */
interface AxNode {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: AxValue;
  readonly name?: AxValue;
  readonly description?: AxValue;
  readonly properties?: readonly { readonly name: string; readonly value: AxValue }[];
  readonly parentId?: string;
  readonly childIds?: readonly string[];
}

/** What is heard of one element. */
export interface Heard {
  readonly role: string;
  readonly name: string;
  readonly description: string;
  /** States and properties, for instance `expanded`, `hasPopup`, `live`. */
  readonly states: Readonly<Record<string, unknown>>;
  /** Everything in it that is heard, depth first. */
  readonly inside: readonly Heard[];
}

const NOT_A_STRING = "";

function text(value: AxValue | undefined): string {
  return typeof value?.value === "string" ? value.value : NOT_A_STRING;
}

/** All that is heard of a document, in its order: what is hidden from screen readers is not in it. */
export async function heardIn(frame: Page | Frame): Promise<readonly Heard[]> {
  const page = "page" in frame ? frame.page() : frame;
  // A frame of another site has a process, and a tree, of its own.
  const session = await page.context().newCDPSession(frame);
  try {
    const { nodes } = (await session.send("Accessibility.getFullAXTree")) as { nodes: readonly AxNode[] };
    return treeOf(nodes);
  } finally {
    await session.detach();
  }
}

function treeOf(nodes: readonly AxNode[]): readonly Heard[] {
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const inside = (node: AxNode): readonly Heard[] =>
    (node.childIds ?? []).flatMap((id) => {
      const child = byId.get(id);
      if (child === undefined) return [];
      const below = inside(child);
      return child.ignored ? below : [heard(child, below), ...below];
    });
  const [root] = nodes.filter(({ parentId }) => parentId === undefined);
  return root === undefined ? [] : inside(root);
}

function heard(node: AxNode, inside: readonly Heard[]): Heard {
  return {
    role: text(node.role),
    name: text(node.name),
    description: text(node.description),
    states: Object.fromEntries((node.properties ?? []).map(({ name, value }) => [name, value.value])),
    inside,
  };
}

/** Those of a role and, where it is given, of a name. */
export function heardAs(all: readonly Heard[], role: string, name?: string | RegExp): readonly Heard[] {
  return all.filter(
    (one) =>
      one.role === role && (name === undefined || (typeof name === "string" ? one.name === name : name.test(one.name))),
  );
}

/** For a message: roles and names, one a line. */
export function rolesAndNames(all: readonly Heard[]): string {
  return all
    .filter(({ role }) => role !== "InlineTextBox")
    .map(({ role, name, description, states }) => `${role} "${name}" ${description} ${JSON.stringify(states)}`)
    .join("\n");
}

/**
 * Waits until all that is heard fulfills the condition: the tree follows the page at its own pace. Fails with all that
 * was heard last.
 */
export async function hears(frame: Page | Frame, isSo: (all: readonly Heard[]) => boolean): Promise<readonly Heard[]> {
  let last: readonly Heard[] = [];
  const waited = eventually(
    async () => {
      last = await heardIn(frame);
      return isSo(last);
    },
    (isHeard) => isHeard,
  );
  await waited.catch(() => assert.fail(`it was never heard; last: ${rolesAndNames(last)}`));
  return last;
}

/** The only one with that role and name. */
export function onlyOne(all: readonly Heard[], role: string, name?: string | RegExp): Heard {
  const [found, another] = heardAs(all, role, name);
  assert.ok(found, `no ${role} ${String(name)} in ${rolesAndNames(all)}`);
  assert.equal(another, undefined, `a second ${role} ${String(name)} in ${rolesAndNames(all)}`);
  return found;
}

/** The text in it, in one piece. */
export function writtenIn({ inside }: Heard): string {
  return heardAs(inside, "StaticText")
    .map(({ name }) => name)
    .join(" ");
}
