// Serves the practice portal by hand and says how to look at it.

import { PRACTICE_INDEX } from "./catalog.ts";
import { startPortal } from "./server.ts";

const given = Number.parseInt(process.argv[2] ?? "", 10);
const { proxyPort } = await startPortal(Number.isNaN(given) ? 0 : given);
const proxy = `127.0.0.1:${String(proxyPort)}`;
console.log(`The practice portal listens on ${proxy}. Start a browser that asks it for everything:

  chromium --user-data-dir="$(mktemp -d)" --proxy-server=${proxy} --ignore-certificate-errors \\
    --disable-quic --no-first-run --disable-background-networking ${PRACTICE_INDEX}

With the extension: add --disable-features=DisableLoadExtensionCommandLineSwitch --load-extension=<its folder>
In Firefox, set a manual proxy for HTTPS to ${proxy} in a new profile and accept the certificate.
Stop with Ctrl+C.`);
