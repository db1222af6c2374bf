// The cross-origin frames of the shell: the active blade's, the one that is kept warm, and that of
// the context pane.

import type { ShellMessage } from "../../frame-messages.ts";
import { BLADE_HOSTS } from "../../hosts.ts";
import type { Options } from "../../options.ts";
import type { User } from "../../users.ts";

const SANDBOX = "allow-same-origin allow-scripts allow-popups allow-modals allow-forms allow-downloads";
const ACTIVE = "fxs-reactview-frame-active";
const [FIRST_HOST, SECOND_HOST] = BLADE_HOSTS;

const OUT_OF_SIGHT: Readonly<Record<Options["hidden"], string>> = {
  display: "display:none",
  offscreen: "position:absolute;left:-20000px;width:900px;height:600px",
  visibility: "position:absolute;inset:0;width:100%;height:100%;visibility:hidden",
};
const IN_SIGHT = "display:block;width:100%;height:100%;border:0";

export class BladeFrame {
  readonly element: HTMLIFrameElement;
  readonly #origin: string;
  readonly #outOfSight: string;

  constructor(module: string, host: string, options: Options, query: string) {
    this.#origin = `https://${host}`;
    this.#outOfSight = OUT_OF_SIGHT[options.hidden];
    this.element = document.createElement("iframe");
    this.element.name = module;
    this.element.className = "fxs-part-frame fxs-portal-bg-txt-br";
    this.element.setAttribute("sandbox", SANDBOX);
    this.element.setAttribute("role", "presentation");
    this.element.src = `${this.#origin}/blade/${module}${query}`;
    this.hide();
  }

  show(): void {
    this.element.classList.add(ACTIVE);
    this.element.style.cssText = IN_SIGHT;
  }

  hide(): void {
    this.element.classList.remove(ACTIVE);
    this.element.style.cssText = this.#outOfSight;
  }

  tell(message: ShellMessage): void {
    this.element.contentWindow?.postMessage(message, this.#origin);
  }
}

/** The blades that stand in frames, by the names that the portal gives their frames. */
export type BladeModule =
  | "UserAuthMethods.ReactView"
  | "MultifactorAuthenticationConfig.ReactView"
  | "UserRegistrationDetails.ReactView";

export function bladeFrame(module: BladeModule, options: Options, query: string): BladeFrame {
  return new BladeFrame(module, FIRST_HOST, options, query);
}

export function warmFrame(options: Options, query: string): BladeFrame {
  return new BladeFrame("UserAuthMethods.ReactView", SECOND_HOST, options, query);
}

export function paneFrame(options: Options, query: string): BladeFrame {
  return new BladeFrame("AddAuthMethod.ReactView", SECOND_HOST, options, query);
}

/** Whose methods the warm frame still shows from earlier. */
export const STALE_USER: User = {
  id: "00000000-0000-4000-8000-0000000000ff",
  name: "Earlier User",
  userName: "earlier@example.com",
  list: "twenty-methods",
  mfa: "disabled",
  roles: [],
};
