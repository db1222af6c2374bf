// Lets Fluent v8 count its generated class names and ids from another number on each load, so that
// nothing can rely on one of them, and keeps it from fetching fonts. Must be the first import of a
// page: Fluent reads these settings once, when its first module is loaded.

import { parseOptions } from "../options.ts";

declare global {
  interface Window {
    FabricConfig?: { fontBaseUrl: string; serializedStylesheet: { counter: number } };
    __currentId__?: number;
  }
}

const MOST = 400;
const { seed } = parseOptions(location.search);

/** Where this load begins to count. */
export const FIRST_NUMBER = seed === 0 ? 1 + Math.floor(Math.random() * MOST) : seed;

window.FabricConfig = { fontBaseUrl: "", serializedStylesheet: { counter: FIRST_NUMBER } };
window.__currentId__ = FIRST_NUMBER;
