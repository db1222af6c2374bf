/** What the builds put in place of the extension's own. */

/** `extension/generated/watch.json`, or what a test has instead. */
declare const WATCH_LIST: import("../../extension/manifest.mjs").WatchList;

/** A style sheet as text. */
declare module "*.css" {
  const text: string;
  export default text;
}
