/**
 * At which addresses the content script is active. Owns the comparison of an address with the generated list, and
 * noticing route changes; the list itself is made in `src/page/place.rs`.
 */

import type { WatchList } from "../manifest.mjs";

/** The parts of `location` that decide. */
type Address = Pick<Location, "hostname" | "pathname" | "hash">;

export function isWatched(address: Address, watchList: Pick<WatchList, "watched">): boolean {
  return entryFor(address, watchList) !== undefined;
}

/** The fragment, where it says which page this is; empty elsewhere, where it may be the response of a sign-in. */
export function fragmentToSend(address: Address, watchList: Pick<WatchList, "watched">): string {
  return entryFor(address, watchList)?.fragments.length ? address.hash : "";
}

function entryFor({ hostname, pathname, hash }: Address, { watched }: Pick<WatchList, "watched">) {
  const path = pathname.toLowerCase();
  const fragment = hash.toLowerCase();
  return watched.find(
    ({ hosts, paths, fragments }) =>
      hosts.includes(hostname) &&
      (paths.length === 0 || paths.some((start) => path === start || path.startsWith(`${start}/`))) &&
      (fragments.length === 0 || fragments.some((part) => hasWholeNames(fragment, part))),
  );
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
  { hostname }: Pick<Address, "hostname">,
  { bladeHosts }: Pick<WatchList, "bladeHosts">,
): boolean {
  return bladeHosts.some((host) => hostname === host || hostname.endsWith(`.${host}`));
}

/** Calls `changed` after each navigation inside the document: a new fragment, a pushed or replaced route. */
export function onRouteChange(changed: () => void): void {
  // pushState fires no event of its own; the Navigation API, which all supported browsers have, reports it.
  window.navigation?.addEventListener("currententrychange", changed);
  window.addEventListener("popstate", changed);
  window.addEventListener("hashchange", changed);
}
