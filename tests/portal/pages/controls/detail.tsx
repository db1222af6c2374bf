// A method's number, address or device, masked at first where the page's switches say so.

import { useEffect, useState, type ReactElement } from "react";
import { masked } from "../../registrations.ts";
import { usePage } from "../mount.tsx";

export function Detail({ before = "", text }: { readonly before?: string; readonly text: string }): ReactElement {
  const { reveal } = usePage().options;
  const [revealed, setRevealed] = useState(reveal === 0);
  useEffect(() => {
    if (reveal === 0) return undefined;
    const timer = setTimeout(() => {
      setRevealed(true);
    }, reveal);
    return () => {
      clearTimeout(timer);
    };
  }, [reveal]);
  // Replaced in place: React writes the new text into the text node that is there.
  return <span>{`${before}${revealed ? text : masked(text)}`}</span>;
}
