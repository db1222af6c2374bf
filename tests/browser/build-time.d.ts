/** What the builds define for files of the extension. */

/** `extension/generated/watch.json`, or what a test has instead. */
declare const WATCH_LIST: import("../../extension/manifest.mjs").WatchList;

/** A style sheet as text. */
declare module "*.css" {
  const text: string;
  export default text;
}
