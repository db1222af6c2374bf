// What all forms of the practice pages share: they are observed while they are open, and they are
// mounted anew while someone types in them, where the page's switches say so.

import { useEffect, useState } from "react";
import { usePage } from "./mount.tsx";
import { observe, observeClosed, type Entered } from "./observed.ts";

/** Mirrors what is entered for as long as the form is open. */
export function useObservedForm(entered: Entered): void {
  useEffect(() => {
    observe({ entered });
  });
  useEffect(() => observeClosed, []);
}

export interface Remounting {
  /** Key of the subtree that is dropped and made again whenever the key changes. */
  readonly key: number;
  /** To be called at every change of the form's text. */
  readonly onChange: () => void;
}

export function useRemounting(): Remounting {
  const { remount } = usePage().options;
  const [changes, setChanges] = useState(0);
  const key = remount === 0 ? 0 : Math.floor(changes / remount);
  // biome-ignore lint/correctness/useExhaustiveDependencies: counts how often the key has changed
  useEffect(() => {
    observe({ mounts: window.__portal.mounts + 1 });
  }, [key]);
  return {
    key,
    onChange: () => {
      setChanges((count) => count + 1);
    },
  };
}
