// A throw-away extension for the tests of the test bench: its content script marks each document
// that it runs in. Owns nothing of the product.

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

export const PROBE_ID = "probe@sparekey.test";

export interface Probe {
  readonly folder: string;
  remove(): Promise<void>;
}

/** Writes the extension, for the given match patterns, into a folder of its own. */
export async function writeProbe(matches: readonly string[]): Promise<Probe> {
  const folder = await mkdtemp(path.join(tmpdir(), "sparekey-probe-"));
  await writeFile(
    path.join(folder, "manifest.json"),
    JSON.stringify({
      manifest_version: 3,
      name: "Probe",
      version: "1",
      browser_specific_settings: { gecko: { id: PROBE_ID } },
      host_permissions: matches,
      background: { service_worker: "background.js", scripts: ["background.js"] },
      content_scripts: [{ matches, js: ["content.js"], all_frames: true, run_at: "document_start" }],
    }),
  );
  await writeFile(
    path.join(folder, "content.js"),
    'document.documentElement.dataset.probe = (location.hostname + " " + window.name).trim();',
  );
  await writeFile(path.join(folder, "background.js"), "");
  await writeFile(path.join(folder, "page.html"), "<!doctype html><title>Probe</title>");
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
