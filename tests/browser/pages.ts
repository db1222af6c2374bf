// Ways through the practice pages, as a person goes them. Owns the clicks; checks nothing.

import type { Frame, FrameLocator, Locator, Page } from 'playwright-core';
import { label } from '../portal/words.ts';
import type { Language } from '../portal/options.ts';

export type Scope = Page | Frame | FrameLocator;

/** The blade frame that the portal shows now. */
export function activeBlade(page: Page): FrameLocator {
  return page.frameLocator('iframe.fxs-reactview-frame-active');
}

/** The frame that holds the "Add authentication method" form. */
export function formFrame(page: Page, pane: string): FrameLocator {
  return pane === 'context-pane' ? page.frameLocator('.fxs-contextpane iframe') : activeBlade(page);
}

/** Chooses an option of a Fluent drop-down, v8 or v9. */
export async function pick(scope: Scope, dropDown: Locator, option: string): Promise<void> {
  await dropDown.click();
  await scope.getByRole('option', { name: option, exact: true }).click();
}

/** Opens the admin's form and chooses the method. */
export async function openAddForm(
  page: Page,
  options: { readonly pane?: string; readonly language?: Language; readonly method?: 'phone' | 'email' } = {},
): Promise<FrameLocator> {
  const { pane = 'v8-panel', language = 'en', method = 'phone' } = options;
  await activeBlade(page).getByRole('menuitem', { name: label('admin_action_add_method', language) })
    .or(activeBlade(page).getByRole('button', { name: label('admin_action_add_method', language) }))
    .first().click();
  const form = formFrame(page, pane);
  const concept = method === 'phone' ? 'admin_method_phone_number' : 'admin_method_email';
  await pick(form, form.getByRole('combobox', { name: label('admin_choose_method', language) }).first(), label(concept, language));
  return form;
}

/** The admin's phone number field. */
export function numberField(scope: Scope): Locator {
  return scope.getByPlaceholder('+1 4255551234');
}

/** Opens the picker of Security info. */
export async function openPicker(page: Page, language: Language = 'en', previous = false): Promise<void> {
  await page.getByRole('button', { name: label('action_add_method', language, previous ? 'older' : 'newer') }).first().click();
}
