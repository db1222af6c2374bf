// The portal's shell: top bar with a Knockout search box, navigation, blades by address, and the
// context pane. What stands in a blade frame is the blade's own.

import ko from "knockout";
import { onBladeMessage } from "../../frame-messages.ts";
import { parseOptions } from "../../options.ts";
import { directory, userById, type User } from "../../users.ts";
import { label } from "../../words.ts";
import { bladeFrame, paneFrame, STALE_USER, warmFrame, type BladeFrame, type BladeModule } from "./frames.ts";
import {
  ALL_USERS,
  bladeAt,
  METHODS_POLICY,
  methodsOf,
  overviewOf,
  PER_USER_MFA,
  REGISTRATION_REPORT,
  type Blade,
} from "./place.ts";
import { STYLE } from "./style.ts";

const options = parseOptions(location.search);
const say = (concept: Parameters<typeof label>[0]): string => label(concept, options.lng);

if (options.lang === "follows") document.documentElement.lang = options.lng;
document.documentElement.dir = options.lng === "ar" ? "rtl" : "ltr";
document.body.className = `fxs-mode-${options.theme}`;

function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

function searchBox(): HTMLElement {
  const input = element("input", {
    class: "azc-input azc-formControl azc-validation-border",
    type: "text",
    role: "combobox",
    "aria-label": "Search resources, services, and docs",
    placeholder: "Search resources, services, and docs",
    autocomplete: "off",
    "data-bind": "textInput: text, attr: { 'aria-expanded': text() === '' ? 'false' : 'true' }",
  });
  const box = element(
    "div",
    { class: "fxs-topbar-search azc-formElementSubLabelContainer" },
    element(
      "div",
      { class: "azc-formElementContainer" },
      element(
        "div",
        {
          class: "fxc-base azc-control azc-editableControl azc-validatableControl azc-inputbox azc-textBox",
          "data-control": "true",
          "data-editable": "true",
          "data-canfocus": "true",
        },
        element("div", { class: "azc-inputbox-wrapper azc-textBox-wrapper" }, input),
      ),
    ),
  );
  ko.applyBindings({ text: ko.observable("") }, box);
  return box;
}

function link(address: string, text: string): HTMLElement {
  return element("a", { class: "fxs-fxclick", href: address }, text);
}

const heading = element("h2", { class: "fxs-blade-title-titleText" });
const menu = element("nav", { class: "fxs-menu", "aria-label": "Blade" });
const content = element("div", { class: "fxs-blade-content-container-default" });
const paneContent = element("div", { class: "fxs-contextpane-content" });
const contextPane = element("div", { class: "fxs-contextpane fxs-portal-contextpane-right" });

document.head.append(element("style", {}, STYLE));
document
  .getElementById("web-container")
  ?.append(
    element(
      "div",
      { class: "fxs-topbar" },
      element("span", { class: "fxs-topbar-home" }, "Admin center"),
      searchBox(),
      element("span", { class: "fxs-topbar-avatar" }, "admin@example.com"),
    ),
    element(
      "div",
      { class: "fxs-portal-main" },
      element(
        "nav",
        { class: "fxs-sidebar", "aria-label": "Portal" },
        link("#home", "Home"),
        link(ALL_USERS, "Users"),
        link(METHODS_POLICY, say("admin_blade_authentication_methods")),
      ),
      element(
        "div",
        { class: "fxs-journey-layout" },
        element(
          "section",
          { class: "fxs-blade fxs-blade-firstblade" },
          element("header", { class: "fxs-blade-header" }, heading),
          element("div", { class: "fxs-blade-content-wrapper" }, menu, content),
        ),
      ),
      contextPane,
    ),
  );

const frames = new Map<BladeModule, BladeFrame>();
let active: BladeFrame | undefined;
let pane: BladeFrame | undefined;
let shown: User | undefined;

const warm = warmFrame(options, location.search);
content.append(warm.element);

// The real shell renews its sign-in in a hidden frame; nothing may ever run in it.
document.body.append(
  element("iframe", {
    style: "display:none",
    src: "https://login.microsoftonline.com/common/oauth2/v2.0/authorize?prompt=none",
  }),
);

function closePane(): void {
  pane = undefined;
  paneContent.replaceChildren();
  contextPane.replaceChildren();
  contextPane.classList.remove("fxs-contextpane-visible");
}

function openPane(): void {
  closePane();
  pane = paneFrame(options, location.search);
  const close = element("button", { class: "fxs-contextpane-close", title: "Close", "aria-label": "Close" }, "×");
  close.addEventListener("click", closePane);
  contextPane.append(
    element(
      "div",
      { class: "fxs-contextpane-header" },
      element("h2", { id: "fxsContextPaneTitle" }, say("admin_action_add_method")),
      close,
    ),
    element("div", { role: "dialog", "aria-labelledby": "fxsContextPaneTitle" }, paneContent),
  );
  paneContent.append(pane.element);
  pane.show();
  contextPane.classList.add("fxs-contextpane-visible");
}

/** Drops what a blade drew itself; the frames stay, hidden, to be used again. */
function clear(): void {
  closePane();
  active?.hide();
  active = undefined;
  for (const child of [...content.children]) {
    if (child.tagName !== "IFRAME") child.remove();
  }
}

function showMenu(blade: Blade): void {
  const links =
    "user" in blade
      ? [
          link(overviewOf(blade.user), "Overview"),
          link(methodsOf(blade.user), say("admin_blade_authentication_methods")),
        ]
      : blade.name === "registration-report" || blade.name === "methods-policy"
        ? [link(METHODS_POLICY, "Policies"), link(REGISTRATION_REPORT, "User registration details")]
        : [];
  menu.replaceChildren(...links);
}

/** Shows a blade that stands in a frame; the frame is made once and used again. */
function showFrame(module: BladeModule): void {
  let frame = frames.get(module);
  if (frame === undefined) {
    frame = bladeFrame(module, options, location.search);
    frames.set(module, frame);
    content.append(frame.element);
  } else if (shown !== undefined) {
    frame.tell({ kind: "show", user: shown });
  }
  active = frame;
  frame.show();
}

function overview({ roles }: User): HTMLElement {
  return element(
    "dl",
    { class: "fxc-essentials" },
    element("dt", {}, "Assigned roles"),
    element("dd", {}, roles.length === 0 ? "0" : roles.join(", ")),
  );
}

function route(): void {
  const blade = bladeAt(location.hash);
  clear();
  shown = "user" in blade ? userById(blade.user, options) : undefined;
  showMenu(blade);
  switch (blade.name) {
    case "user-methods":
      heading.textContent = `${shown?.name ?? ""} | ${say("admin_blade_authentication_methods")}`;
      showFrame("UserAuthMethods.ReactView");
      break;
    case "per-user-mfa":
      heading.textContent = say("peruser_portal");
      showFrame("MultifactorAuthenticationConfig.ReactView");
      break;
    case "registration-report":
      heading.textContent = `${say("admin_blade_authentication_methods")} | User registration details`;
      showFrame("UserRegistrationDetails.ReactView");
      break;
    case "methods-policy":
      heading.textContent = `${say("admin_blade_authentication_methods")} | Policies`;
      content.append(element("p", {}, "Which methods people may register."));
      break;
    case "user-overview":
      heading.textContent = shown?.name ?? "";
      content.append(element("p", {}, "Basic info of this user."));
      if (shown !== undefined) content.append(overview(shown));
      break;
    case "all-users":
      heading.textContent = "Users";
      content.append(
        element("p", {}, link(PER_USER_MFA, say("peruser_portal"))),
        element(
          "ul",
          { class: "fxc-gc-table" },
          ...directory(options).map(({ id, name }) =>
            element("li", { class: "fxc-gc-cell" }, link(methodsOf(id), name)),
          ),
        ),
      );
      break;
    case "home":
      heading.textContent = "Home";
      content.append(element("p", {}, "Choose Users to begin."));
  }
  document.title = `${heading.textContent} - Practice admin center`;
}

onBladeMessage((message, source) => {
  switch (message.kind) {
    case "ready":
      if (source === warm.element.contentWindow) {
        if (options.warm === "stale") warm.tell({ kind: "show", user: STALE_USER });
      } else if (shown !== undefined) {
        active?.tell({ kind: "show", user: shown });
      }
      break;
    case "open-pane":
      openPane();
      break;
    case "register":
      active?.tell({ kind: "registered", registration: message.registration });
      closePane();
      break;
    case "close-pane":
      closePane();
  }
});

addEventListener("hashchange", route);
if (options.late === 0) route();
else setTimeout(route, options.late);
