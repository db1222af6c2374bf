/** What the build defines: constants, and imports that are no TypeScript files. */

/** `generated/watch.json`. */
declare const WATCH_LIST: import("../manifest.mjs").WatchList;
/** The languages in `_locales`, as BCP 47 tags. */
declare const LANGUAGES: readonly string[];

/** The core's glue; see `build.mjs`. */
declare module "sparekey-glue" {
  export function createGlue(): typeof import("../../pkg/sparekey.js");
}

/** A style sheet as text. */
declare module "*.css" {
  const text: string;
  export default text;
}
