// A number is added in the Entra pane from the page's load to its Add button, by keys alone. Owns the way
// there; asserts nothing but that it can be gone.

import type { Frame, Page } from 'playwright-core';
import { label } from '../portal/words.ts';
import { contextPaneFrame, numberField } from './portal-pages.ts';
import type { Options } from '../portal/options.ts';
import { tabTo } from './keys.ts';

export const TYPED = '090-1234-5678';
export const FIXED = '+81 9012345678';
export const RULE = 'country-code-missing';

/** From the page's load to the number field, into which the number is typed. */
export async function typeNumberByKeys(page: Page, pane: Options['pane']): Promise<Frame> {
  const add = label('admin_action_add_method', 'en');
  const button = await tabTo(page, ({ text, isOurs }) => text === add && !isOurs);
  await page.keyboard.press('Enter');
  const blade = button.frame as Frame;
  const form = pane === 'context-pane' ? await contextPaneFrame(page) : blade;
  const method = form.getByRole('combobox', { name: label('admin_choose_method', 'en') });
  await method.waitFor();
  await tabTo(page, ({ tag, text, isOurs, frame }) => frame === form && !isOurs && (tag === 'button' || tag === 'div' || tag === 'span') && text === label('admin_choose_method', 'en'));
  await page.keyboard.press('Enter');
  const options = form.getByRole('option');
  await options.first().waitFor();
  // The page's own drop-down is gone through as its users do: by arrows.
  const wanted = label('admin_method_phone_number', 'en');
  for (let step = 0; step < 5 && !(await numberField(form).isVisible()); step += 1) {
    const active = form.locator('[role=option]:focus, [role=option][data-activedescendant-focusvisible]').first();
    if ((await active.textContent({ timeout: 500 }).catch(() => ''))?.trim() === wanted) await page.keyboard.press('Enter');
    else await page.keyboard.press('ArrowDown');
    await page.waitForTimeout(150);
  }
  await tabTo(page, ({ tag, placeholder }) => tag === 'input' && placeholder !== '');
  await page.keyboard.type(TYPED, { delay: 20 });
  return form;
}
