/**
 * At which addresses the content script is active. Owns the comparison of an address with the generated list, and
 * noticing route changes; the list itself is made in `src/page/place.rs`. The core compares addresses in the same way
 * (`src/page/address.rs`): `tests/data/addresses.json` holds both to it.
 */

import type { WatchList } from "../manifest.mjs";

/** The parts of `location` that decide. The host has its port, if that is not the usual one. */
type Address = Pick<Location, "protocol" | "host" | "pathname" | "hash">;

export function isWatched(address: Address, watchList: Pick<WatchList, "watched">): boolean {
  return entryFor(address, watchList) !== undefined;
}

/** The fragment, where it says which page this is; empty elsewhere, where it may be the response of a sign-in. */
export function fragmentToSend(address: Address, watchList: Pick<WatchList, "watched">): string {
  return entryFor(address, watchList)?.fragments.length ? address.hash : "";
}

function entryFor({ protocol, host, pathname, hash }: Address, { watched }: Pick<WatchList, "watched">) {
  if (protocol !== "https:") return undefined;
  const path = pathname.toLowerCase();
  const fragment = bladeAddress(hash.toLowerCase());
  return watched.find(
    ({ hosts, paths, fragments }) =>
      hosts.includes(host) &&
      (paths.length === 0 || paths.some((start) => path === start || path.startsWith(`${start}/`))) &&
      (fragments.length === 0 || fragments.some((part) => hasWholeNames(fragment, part))),
  );
}

/**
 * A portal's fragment without the tenant that may stand in front ("#@contoso.onmicrosoft.com/view/…");
 * nothing where it is no blade's address.
 */
function bladeAddress(hash: string): string {
  const fragment = `/${hash.replace(/^#?\/*/, "").replace(/^@[^/]*\//, "")}`;
  return /^\/(view|blade)\//.test(fragment) ? fragment : "";
}

/** Whether `part` occurs, and not just as the beginning of a longer name. */
function hasWholeNames(fragment: string, part: string): boolean {
  for (let at = fragment.indexOf(part); at >= 0; at = fragment.indexOf(part, at + 1)) {
    const next = fragment.charAt(at + part.length);
    if (next === "" || next === "/" || next === "?") return true;
  }
  return false;
}

export function isBlade(
  { protocol, host }: Pick<Address, "protocol" | "host">,
  { bladeHosts }: Pick<WatchList, "bladeHosts">,
): boolean {
  return protocol === "https:" && bladeHosts.some((known) => host === known || host.endsWith(`.${known}`));
}

/** Calls `changed` after each navigation inside the document: a new fragment, a pushed or replaced route. */
export function onRouteChange(changed: () => void): void {
  // pushState fires no event of its own; the Navigation API, which all supported browsers have, reports it.
  window.navigation?.addEventListener("currententrychange", changed);
  window.addEventListener("popstate", changed);
  window.addEventListener("hashchange", changed);
}
