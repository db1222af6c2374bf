/**
 * The Web Locks API for Node before 24, which has none. It owns what the extension uses of it: exclusive locks, granted
 * in the order of the requests, each held until its callback's promise is settled.
 */

type Grant = () => Promise<unknown>;

/** What each lock is held for, and who waits behind that. */
const tails = new Map<string, Promise<unknown>>();

function request(name: string, granted: Grant): Promise<unknown> {
  const before = tails.get(name) ?? Promise.resolve();
  const result = before.then(granted);
  // A callback that fails lets its lock go as well.
  tails.set(
    name,
    result.catch(() => undefined),
  );
  return result;
}

export function provideWebLocks(): void {
  const { navigator } = globalThis as { navigator?: Navigator };
  if (navigator?.locks) return;
  Object.defineProperty(globalThis, "navigator", { value: { locks: { request } }, configurable: true });
}
