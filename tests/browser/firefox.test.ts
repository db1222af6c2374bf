// The main promises once more in Firefox, with the add-on as it is built for it.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { By, Key, type WebDriver, type WebElement } from 'selenium-webdriver';
import { securityInfo, userMethods } from '../portal/catalogue.ts';
import { startPortal, type Portal } from '../portal/server.ts';
import { eventually, extensionFor, type SeenCard } from './sparekey.ts';
import { askedOutside, FIREFOX_ADDON_ORIGIN, startFirefox, type Running } from './support.ts';

/** As in the manifest; with it the add-on's own pages have an address that is known. */
const ADDON_ID = 'sparekey@sparekey.example';

let portal: Portal;
let firefox: Running<WebDriver>;
let browser: WebDriver;
before(async () => {
  portal = await startPortal();
  firefox = await startFirefox(portal, { extension: extensionFor('firefox'), addonId: ADDON_ID });
  browser = firefox.browser;
  await browser.get(`${FIREFOX_ADDON_ORIGIN}/settings.html`);
  await (await found('#region option[value="JP"]')).click();
});
after(async () => {
  await firefox.close();
  await portal.close();
});

type Seen = Pick<SeenCard, 'rules' | 'title' | 'fix'>;

/** The cards in the current frame. */
async function cards(): Promise<Seen[]> {
  return browser.executeScript<Seen[]>(() =>
    [...(document.querySelector('sparekey-hints')?.shadowRoot?.querySelectorAll('.spot[data-seen="yes"] .card') ?? [])]
      .map((card) => ({
        rules: [...card.querySelectorAll<HTMLElement>('[data-rule]')].map(({ dataset }) => dataset['rule'] ?? ''),
        title: card.querySelector('.title')?.textContent ?? '',
        fix: card.querySelector('.number.after')?.textContent ?? '',
      })),
  );
}

async function seen(rule: string): Promise<Seen> {
  const all = await eventually(cards, (now) => now.some(({ rules }) => rules.includes(rule)), 15_000);
  const card = all.find(({ rules }) => rules.includes(rule));
  assert.ok(card);
  return card;
}

async function found(selector: string): Promise<WebElement> {
  return eventually(() => browser.findElements(By.css(selector)), (elements) => elements.length > 0, 15_000).then(
    ([first]) => first ?? assert.fail(selector),
  );
}

/**
 * Presses what carries the text, as soon as it can be pressed: command bars first lay out a copy of
 * themselves that cannot. Icons are letters of a private alphabet, so the text is only part of the
 * content.
 */
async function press(role: 'button' | 'option', text: string): Promise<void> {
  const selector = role === 'button' ? 'button' : '*[@role="option"]';
  await eventually(
    async () => {
      const [first] = await browser.findElements(By.xpath(`//${selector}[contains(normalize-space(.), "${text}")]`));
      return first?.click().then(
        () => true,
        () => false,
      );
    },
    (pressed) => pressed === true,
    15_000,
  );
}

async function openBlade(address: string): Promise<void> {
  await browser.switchTo().defaultContent();
  // From another document, since Firefox returns from a step within the portal before the portal is done.
  await browser.get('about:blank');
  await browser.get(address);
  await browser.switchTo().frame(await found('iframe.fxs-reactview-frame-active'));
}

describe('Firefox', () => {
  test('a list with one phone is single-method and phone-only, under the page\'s own CSP', async () => {
    await browser.get(securityInfo({ list: 'phone-only' }));
    await seen('single-method');
    await seen('phone-only');
  });

  test('a number is put right by one click in the panel, and Ctrl+Z brings it back', async () => {
    await openBlade(userMethods({ lng: 'ja' }));
    await press('button', '認証方法の追加');
    await (await found('[role="dialog"] [role="combobox"]')).click();
    await press('option', '電話番号');
    const input = await found('input[placeholder="+1 4255551234"]');
    await input.sendKeys('090-1234-5678');
    const card = await seen('country-code-missing');
    assert.equal(card.fix, '+81 9012345678');

    const button = await browser.executeScript<WebElement>(() =>
      document.querySelector('sparekey-hints')?.shadowRoot?.querySelector('.fix'),
    );
    await browser.actions().move({ origin: button }).click().perform();
    await eventually(() => input.getAttribute('value'), (value) => value === '+81 9012345678');
    assert.equal(await browser.executeScript<string>(() => window.__portal.entered?.phoneNumber), '+81 9012345678');
    assert.equal(await browser.executeScript<boolean>((element: Element) => element === document.activeElement, input), true);
    await browser.actions().keyDown(Key.CONTROL).sendKeys('z').keyUp(Key.CONTROL).perform();
    await eventually(() => input.getAttribute('value'), (value) => value === '090-1234-5678');
  });

  test('Email picked by an admin gives the warning', async () => {
    await openBlade(userMethods({ list: 'passkey-and-authenticator' }));
    await press('button', 'Add authentication method');
    await (await found('[role="dialog"] [role="combobox"]')).click();
    await press('option', 'Email');
    await seen('email-is-not-mfa');
  });

  test('the popup says what the page in another tab shows', async () => {
    await browser.switchTo().defaultContent();
    await browser.get(securityInfo({ list: 'phone-only' }));
    await seen('single-method');
    const shown = await browser.getWindowHandle();
    await browser.switchTo().newWindow('tab');
    // Of the tabs, which a page that is not the popup cannot number, the one that has something to say.
    const heading = async (): Promise<string> => (await found('#place')).getText();
    let place = '';
    for (let tab = 1; tab <= 20 && place !== 'Security info'; tab += 1) {
      await browser.get(`${FIREFOX_ADDON_ORIGIN}/popup.html?tab=${String(tab)}`);
      place = await eventually(heading, (text) => text !== '', 15_000);
    }
    assert.equal(place, 'Security info');
    assert.match(await (await found('#methods li')).getText(), /Phone\s+Counts as MFA/u);
    await browser.close();
    await browser.switchTo().window(shown);
  });

  test('nothing but the practice pages was asked for', () => {
    assert.deepEqual(askedOutside(portal), []);
  });
});
