// Adds a number in the Entra pane, from the page's load to its Add button, by keys alone. Owns these steps; asserts
// only that they can be done.

import type { Frame, Page } from "playwright-core";
import { label } from "../portal/words.ts";
import { bladeFrame, contextPaneFrame, numberField } from "./portal-pages.ts";
import type { Options } from "../portal/options.ts";
import { focused, tabTo } from "./keys.ts";
import { eventually } from "./sparekey.ts";

export const TYPED = "090-1234-5678";
export const FIXED = "+81 9012345678";
/** The same with another last digit. */
export const OTHER = { typed: "090-1234-5679", fixed: "+81 9012345679" } as const;
export const RULE = "country-code-missing";

/** From the page's load to the number field, into which the number is typed. */
export async function typeNumberByKeys(page: Page, pane: Options["pane"]): Promise<Frame> {
  const blade = await bladeFrame(page);
  const add = label("admin_action_add_method", "en");
  const shown = blade.getByRole("menuitem", { name: add, exact: true });
  const folded = blade.getByRole("menuitem", { name: "More commands" });
  await shown.or(folded).first().waitFor();
  if (!(await shown.isVisible())) {
    // In a narrow window the command bar keeps its commands behind this one.
    await tabTo(page, ({ frame, text }) => frame === blade && text === "More commands");
    await page.keyboard.press("Enter");
    await shown.waitFor();
    await eventually(
      () => focused(page),
      ({ text }) => text !== "More commands",
    );
  }
  const isFolded = await folded.and(blade.locator('[aria-expanded="true"]')).isVisible();
  // Inside a menu arrows go from one command to the next.
  await tabTo(
    page,
    ({ frame, text, isOurs }) => frame === blade && text === add && !isOurs,
    isFolded ? "ArrowDown" : "Tab",
  );
  await page.keyboard.press("Enter");
  const form = pane === "context-pane" ? await contextPaneFrame(page) : blade;
  await form.getByRole("combobox", { name: label("admin_choose_method", "en") }).waitFor();
  // A pane is visible before it takes the focus, and a key in between would go elsewhere. A pane in a frame of its own
  // takes no focus.
  if (form === blade)
    await eventually(
      () => focused(page),
      ({ frame, tag, text }) => frame === form && tag !== "body" && text !== add,
    );
  await tabTo(page, ({ frame, role, isOurs }) => frame === form && role === "combobox" && !isOurs);
  await chooseByArrows(page, form, label("admin_method_phone_number", "en"));
  await tabTo(page, ({ tag, placeholder }) => tag === "input" && placeholder !== "");
  await page.keyboard.type(TYPED, { delay: 20 });
  return form;
}

/** In the page's own drop-down, which people also operate by arrows. */
async function chooseByArrows(page: Page, form: Frame, wanted: string): Promise<void> {
  await page.keyboard.press("Enter");
  await form.getByRole("option").first().waitFor();
  let at = await eventually(
    () => activeOption(form),
    (option) => option !== "",
  );
  for (let step = 0; step < 6 && at !== wanted; step += 1) {
    const before = at;
    await page.keyboard.press("ArrowDown");
    at = await eventually(
      () => activeOption(form),
      (option) => option !== "" && option !== before,
    );
  }
  await page.keyboard.press("Enter");
  await numberField(form).waitFor();
  // It gives the focus back when it closes; a key in between would go elsewhere.
  await eventually(
    () => focused(page),
    ({ frame, role }) => frame === form && role === "combobox",
  );
}

/** The option that Enter would choose: by the focus in Fluent v8, by `aria-activedescendant` in v9. */
async function activeOption(form: Frame): Promise<string> {
  return form.evaluate(() => {
    const at = document.activeElement;
    const active = document.getElementById(at?.getAttribute("aria-activedescendant") ?? "") ?? at;
    return active?.getAttribute("role") === "option" ? active.textContent.replace(/[\uE000-\uF8FF]/gu, "").trim() : "";
  });
}
