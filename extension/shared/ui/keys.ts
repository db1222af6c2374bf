/**
 * The keys that hints speak of, as this machine's keyboard has them, the same in every language. It owns
 * their names only.
 */

interface KeyName {
  /** As it is printed on the keys. */
  shown: string;
  /** In letters, since screen readers pass over the signs of a Mac's keys. */
  spoken: string;
}

// Absent in Node before 21, which runs the unit tests.
const isMac = globalThis.navigator?.platform.startsWith("Mac") ?? false;

export const FIX_KEY: KeyName = isMac
  ? { shown: "⌥Return", spoken: "Option+Return" }
  : { shown: "Alt+Enter", spoken: "Alt+Enter" };
export const UNDO_KEY: KeyName = isMac ? { shown: "⌘Z", spoken: "Command+Z" } : { shown: "Ctrl+Z", spoken: "Ctrl+Z" };
