/**
 * The names of the keys that hints mention, as on this machine's keyboard, the same in every language. Owns the names
 * only; what the keys do is in `content/hands/keys.ts`.
 */

interface KeyName {
  /** As it is printed on the keys. */
  shown: string;
  /** In words, because screen readers skip the symbols of a Mac's keys. */
  spoken: string;
}

// Missing in Node before 21, which runs the unit tests.
const isMac = globalThis.navigator?.platform.startsWith("Mac") ?? false;

export const FIX_KEY: KeyName = isMac
  ? { shown: "⌥Return", spoken: "Option+Return" }
  : { shown: "Alt+Enter", spoken: "Alt+Enter" };
export const UNDO_KEY: KeyName = isMac ? { shown: "⌘Z", spoken: "Command+Z" } : { shown: "Ctrl+Z", spoken: "Ctrl+Z" };
