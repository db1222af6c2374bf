// Starts the browsers of the end-to-end tests, with the practice portal as their only network and, on request, with an
// unpacked extension. Owns every switch and preference that this needs.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium, type BrowserContext } from "playwright-core";
import { Builder, type WebDriver } from "selenium-webdriver";
import firefox from "selenium-webdriver/firefox.js";
import type { Portal } from "../portal/server.ts";
import { flagsOf, fontsFor, type Raster } from "./pictures-fonts.ts";

const CHROMIUM = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
const FIREFOX = process.env["FIREFOX"] ?? "/usr/bin/firefox-esr";

/**
 * Hosts that the browsers themselves ask for, whatever page they show: updates, sign-in of the browser, lists. The
 * portal's proxy refuses all of them.
 */
const BROWSERS_OWN_HOSTS =
  /(?:^|\.)(?:(?:accounts|clients\d)\.google\.com|googleapis\.com|gvt1\.com|mozilla\.(?:org|com|net)|detectportal\.firefox\.com)$/u;

/** Hosts outside of the portal that a page or an extension asked for; there should be none. */
export function askedOutside(portal: Portal): readonly string[] {
  return portal.requests
    .filter(({ refused, host }) => refused && !BROWSERS_OWN_HOSTS.test(host))
    .map(({ host }) => host);
}

export interface ChromiumOptions {
  /** Folder of an unpacked extension. */
  readonly extension?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** 4 is what a zoom of 400 % gives, with a viewport of a quarter of the window. */
  readonly deviceScaleFactor?: number;
  readonly colorScheme?: "light" | "dark";
  readonly forcedColors?: "active" | "none";
  /** Enables the back/forward cache, as in everybody's browser. */
  readonly backForwardCache?: boolean;
  /** Draws with the fonts of the pictures, and in this way. */
  readonly raster?: Raster;
  /** With a window, for a person to look at. */
  readonly headed?: boolean;
}

/** What a machine with a graphics card does, done by the processor. */
const GPU_IN_SOFTWARE = [
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  "--enable-gpu-rasterization",
] as const;

export interface Running<T> {
  readonly browser: T;
  close(): Promise<void>;
}

async function freshProfile(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), "sparekey-profile-"));
  return { folder, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

/** Starts Chromium with a fresh profile. */
export async function startChromium(portal: Portal, options: ChromiumOptions = {}): Promise<Running<BrowserContext>> {
  const { folder, remove } = await freshProfile();
  const { extension } = options;
  const browser = await chromium.launchPersistentContext(folder, {
    executablePath: CHROMIUM,
    // The new headless mode is the real browser; playwright's own `headless` asks for another one.
    headless: false,
    // Playwright switches extensions off, and hides the interface that the end-to-end tests look at.
    ignoreDefaultArgs: [
      "--disable-extensions",
      "--disable-component-extensions-with-background-pages",
      ...(options.backForwardCache === true ? ["--disable-back-forward-cache"] : []),
    ],
    args: [
      ...(options.headed === true ? [] : ["--headless=new"]),
      "--no-sandbox",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--ignore-certificate-errors",
      "--no-pings",
      ...(options.raster?.hasGpu === true ? GPU_IN_SOFTWARE : ["--disable-gpu"]),
      ...(options.raster === undefined ? [] : flagsOf(options.raster)),
      `--proxy-server=127.0.0.1:${String(portal.proxyPort)}`,
      "--proxy-bypass-list=<-loopback>",
      // `--load-extension` is ignored since Chromium 137 unless the first of these is off.
      "--disable-features=DisableLoadExtensionCommandLineSwitch,AutofillServerCommunication,OptimizationHints,MediaRouter",
      ...(extension === undefined ? [] : [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`]),
    ],
    ...(options.raster && { env: { ...process.env, ...(await fontsFor(options.raster, folder)) } }),
    ignoreHTTPSErrors: true,
    viewport: options.headed === true ? null : (options.viewport ?? { width: 1280, height: 800 }),
    ...(options.deviceScaleFactor === undefined ? {} : { deviceScaleFactor: options.deviceScaleFactor }),
    ...(options.colorScheme === undefined ? {} : { colorScheme: options.colorScheme }),
    ...(options.forcedColors === undefined ? {} : { forcedColors: options.forcedColors }),
  });
  return {
    browser,
    async close() {
      await browser.close();
      await remove();
    },
  };
}

/** Origin of the extension's own pages in Chromium; waits for its background to start. */
export async function extensionOrigin(browser: BrowserContext): Promise<string> {
  const worker = browser.serviceWorkers()[0] ?? (await browser.waitForEvent("serviceworker"));
  return `chrome-extension://${new URL(worker.url()).host}`;
}

/** The addresses of the add-on's own pages contain an id that Firefox chooses at random, unless it is set. */
const FIREFOX_ADDON_UUID = "5a9a1e4e-0000-4000-8000-000000000001";

/** Origin of the add-on's own pages, where `addonId` was given. */
export const FIREFOX_ADDON_ORIGIN = `moz-extension://${FIREFOX_ADDON_UUID}`;

export interface FirefoxOptions {
  /** Folder of an unpacked extension, installed for this run only. */
  readonly extension?: string;
  /** The extension's `browser_specific_settings.gecko.id`; with it, its pages get a known address. */
  readonly addonId?: string;
  /** Folder for downloads, which are then saved without a question. */
  readonly downloads?: string;
}

/** Starts Firefox with a fresh profile; needs geckodriver on the path. */
export async function startFirefox(portal: Portal, options: FirefoxOptions = {}): Promise<Running<WebDriver>> {
  const settings = new firefox.Options();
  settings.setBinary(FIREFOX);
  settings.addArguments("-headless");
  settings.setAcceptInsecureCerts(true);
  const preferences: Readonly<Record<string, string | number | boolean>> = {
    "network.proxy.type": 1,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": portal.proxyPort,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": portal.proxyPort,
    "network.proxy.no_proxies_on": "",
    "network.captive-portal-service.enabled": false,
    "network.connectivity-service.enabled": false,
    "network.dns.disablePrefetch": true,
    "network.http.http3.enable": false,
    "app.update.enabled": false,
    "browser.newtabpage.enabled": false,
    "browser.safebrowsing.downloads.remote.enabled": false,
    "browser.search.update": false,
    "datareporting.policy.dataSubmissionEnabled": false,
    "extensions.getAddons.cache.enabled": false,
    "extensions.update.enabled": false,
    "services.settings.server": "data:,",
    "toolkit.telemetry.enabled": false,
    ...(options.downloads === undefined
      ? {}
      : { "browser.download.folderList": 2, "browser.download.dir": options.downloads }),
    ...(options.addonId === undefined
      ? {}
      : { "extensions.webextensions.uuids": JSON.stringify({ [options.addonId]: FIREFOX_ADDON_UUID }) }),
  };
  for (const [name, value] of Object.entries(preferences)) settings.setPreference(name, value);
  const browser = await new Builder()
    .forBrowser("firefox")
    .setFirefoxOptions(settings)
    // Without it no page of an add-on may be opened.
    .setFirefoxService(new firefox.ServiceBuilder().addArguments("--allow-system-access"))
    .build();
  if (options.extension !== undefined) {
    await (browser as firefox.Driver).installAddon(options.extension, true);
  }
  return {
    browser,
    async close() {
      await browser.quit();
    },
  };
}
