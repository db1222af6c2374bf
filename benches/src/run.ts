// node dist/run.mjs <lists.json> <folder of pkg/>: serves the page from loopback, runs it in one
// headless Chromium, prints what was measured as JSON.

import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { chromium, type Page } from "playwright-core";
import type { First, List, OfList } from "./measured.ts";

const ROUNDS = 9;
const FRESH_PAGES = 7;
const DIST = path.dirname(fileURLToPath(import.meta.url));
const LIBRARIES = ["sparekey", "libphonenumber-js/max", "google-libphonenumber"];

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".wasm": "application/wasm",
};

const PAGE =
  '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><script type="module" src="/page.mjs"></script>';

async function content(pkg: string, address: string): Promise<string | Buffer> {
  const name = path.basename(address);
  if (address === "/") return PAGE;
  return readFile(path.join(address.startsWith("/pkg/") ? pkg : DIST, name));
}

async function run(lists: readonly List[], pkg: string): Promise<{ version: string; lists: OfList[]; first: First[] }> {
  const server = createServer((request, response) => {
    const address = request.url ?? "/";
    content(pkg, address).then(
      (body) => {
        response.writeHead(200, {
          "content-type": TYPES[path.extname(address)] ?? "text/html",
          // Isolated pages get the fine clock: 5 µs and not 100.
          "cross-origin-opener-policy": "same-origin",
          "cross-origin-embedder-policy": "require-corp",
        });
        response.end(body);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;
  const profile = await mkdtemp(path.join(tmpdir(), "sparekey-bench-"));
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    headless: false,
    args: [
      "--headless=new",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  try {
    const fresh = async <T>(use: (page: Page) => Promise<T>): Promise<T> => {
      const page = await browser.newPage();
      await page.goto(origin);
      await page.waitForFunction(() => "sparekeyBench" in window && crossOriginIsolated);
      const result = await use(page);
      await page.close();
      return result;
    };
    const first: First[] = [];
    for (let round = 0; round < FRESH_PAGES; round += 1) {
      for (const library of LIBRARIES) {
        first.push(await fresh((page) => page.evaluate((name) => window.sparekeyBench.first(name), library)));
      }
    }
    const measured = await fresh(async (page) => {
      const results: OfList[] = [];
      for (const list of lists) {
        results.push(
          await page.evaluate(({ of, rounds }) => window.sparekeyBench.measure(of, rounds), {
            of: list,
            rounds: ROUNDS,
          }),
        );
      }
      return results;
    });
    return { version: browser.browser()?.version() ?? "", lists: measured, first };
  } finally {
    await browser.close();
    server.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

const [lists, pkg] = process.argv.slice(2);
if (lists === undefined || pkg === undefined) throw new Error("usage: run.mjs <lists.json> <pkg>");
const results = await run(JSON.parse(await readFile(lists, "utf8")) as List[], pkg);
process.stdout.write(`${JSON.stringify(results)}\n`);
