// The messages between the portal's shell and its blade frames, which are of different origins and see nothing else of
// one another.

import { BLADE_HOSTS, PORTAL_HOSTS } from "./hosts.ts";
import type { Registration } from "./registrations.ts";
import type { User } from "./users.ts";

export type ShellMessage =
  | { readonly kind: "show"; readonly user: User }
  | { readonly kind: "registered"; readonly registration: Registration };

export type BladeMessage =
  | { readonly kind: "ready" }
  | { readonly kind: "open-pane" }
  | { readonly kind: "close-pane" }
  | { readonly kind: "register"; readonly registration: Registration };

function isFrom(hosts: readonly string[], origin: string): boolean {
  return URL.canParse(origin) && hosts.includes(new URL(origin).hostname);
}

/** Calls back for each message of the shell to this frame; returns how to stop that. */
export function onShellMessage(callback: (message: ShellMessage) => void): () => void {
  const listener = ({ origin, data }: MessageEvent<ShellMessage>): void => {
    if (isFrom(PORTAL_HOSTS, origin)) callback(data);
  };
  addEventListener("message", listener);
  return () => {
    removeEventListener("message", listener);
  };
}

export function onBladeMessage(callback: (message: BladeMessage, source: MessageEventSource) => void): void {
  addEventListener("message", ({ origin, data, source }: MessageEvent<BladeMessage>) => {
    if (source !== null && isFrom(BLADE_HOSTS, origin)) callback(data, source);
  });
}

export function tellShell(message: BladeMessage): void {
  // The shell may be any of the portal's hosts; the message holds nothing worth hiding from it.
  parent.postMessage(message, "*");
}
