// The server of the practice portal: one CONNECT proxy on the loopback interface whose tunnels end
// in this process, so that a browser sees the pages at their real addresses and nothing leaves the
// machine. Owns the routing; what the pages contain is in documents.ts and pages/.

import { readFile } from "node:fs/promises";
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { generate } from "selfsigned";
import { BUNDLE_NAMES, documentAt, type Bundles, type Reply } from "./documents.ts";
import { ALL_HOSTS } from "./hosts.ts";

/** Folder of the portal's sources, put in by the build. */
declare const PORTAL_FOLDER: string;

const PAGES = `${PORTAL_FOLDER}/dist/pages`;
const MEDIA_TYPES: Readonly<Record<string, string>> = { js: "text/javascript; charset=utf-8", ttf: "font/ttf" };

/** Something that a browser asked for. */
export interface PortalRequest {
  readonly method: string;
  readonly host: string;
  /** Path and query; empty for what was refused before it could be read. */
  readonly path: string;
  /** Whether the host is none of the portal's. */
  readonly refused: boolean;
}

export interface Portal {
  /** Port of the proxy on 127.0.0.1. */
  readonly proxyPort: number;
  /** All that was asked for since the start, in order, refused or not. */
  readonly requests: readonly PortalRequest[];
  close(): Promise<void>;
}

function isBundles(value: unknown): value is Bundles {
  return (
    typeof value === "object" &&
    value !== null &&
    BUNDLE_NAMES.every((name) => typeof Reflect.get(value, name) === "string")
  );
}

async function readBundles(): Promise<Bundles> {
  const bundles: unknown = JSON.parse(await readFile(`${PORTAL_FOLDER}/dist/bundles.json`, "utf8"));
  if (!isBundles(bundles)) throw new Error("dist/bundles.json is not what the build writes; run `npm run build`");
  return bundles;
}

async function certificate(): Promise<{ key: string; cert: string }> {
  const { private: key, cert } = await generate([{ name: "commonName", value: "Practice portal" }], {
    keyType: "ec",
    algorithm: "sha256",
    extensions: [
      { name: "basicConstraints", cA: false },
      { name: "subjectAltName", altNames: ALL_HOSTS.map((value) => ({ type: 2, value })) },
    ],
  });
  return { key, cert };
}

/** Scripts and fonts, whose file names hold no folder, so that nothing else can be read. */
async function assetAt(pathname: string): Promise<{ type: string; content: Buffer } | undefined> {
  const [, name, extension] = /^\/(?:bundle|Content)\/([\w.-]+\.(js|ttf))$/u.exec(pathname) ?? [];
  const type = MEDIA_TYPES[extension ?? ""];
  if (name === undefined || type === undefined) return undefined;
  return readFile(`${PAGES}/${name}`).then(
    (content) => ({ type, content }),
    () => undefined,
  );
}

async function answer(address: URL, bundles: Bundles, response: ServerResponse): Promise<void> {
  const asset = await assetAt(address.pathname);
  if (asset !== undefined) {
    response.writeHead(200, { "content-type": asset.type, "cache-control": "max-age=31536000, immutable" });
    response.end(asset.content);
    return;
  }
  const reply: Reply = documentAt(address, bundles);
  response.writeHead(reply.status, reply.headers);
  response.end(reply.body);
}

/** Starts the portal on a port of the system's choice, or on the given one. */
export async function startPortal(port = 0): Promise<Portal> {
  const bundles = await readBundles();
  const requests: PortalRequest[] = [];
  const tunnels = new Set<Duplex>();

  const pages = createHttpsServer(await certificate(), (request: IncomingMessage, response: ServerResponse) => {
    const host = (request.headers.host ?? "").replace(/:\d+$/u, "").toLowerCase();
    const path = request.url ?? "/";
    const refused = !ALL_HOSTS.includes(host);
    requests.push({ method: request.method ?? "", host, path, refused });
    if (refused) {
      response.writeHead(421).end();
      return;
    }
    answer(new URL(path, `https://${host}`), bundles, response).catch(() => response.destroy());
  });

  const proxy = createHttpServer((request, response) => {
    // Plain HTTP reaches a proxy with the whole address; no page of ours is served that way.
    const address = request.url ?? "";
    const host = URL.canParse(address) ? new URL(address).hostname : "";
    requests.push({ method: request.method ?? "", host, path: address, refused: true });
    response.writeHead(403).end();
  });
  proxy.on("connect", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const host = (request.url ?? "").replace(/:\d+$/u, "").toLowerCase();
    socket.on("error", () => socket.destroy());
    if (!ALL_HOSTS.includes(host)) {
      requests.push({ method: "CONNECT", host, path: "", refused: true });
      socket.end("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
      return;
    }
    tunnels.add(socket);
    socket.on("close", () => tunnels.delete(socket));
    socket.write("HTTP/1.1 200 Connection Established\r\n\r\n");
    if (head.length > 0) socket.unshift(head);
    pages.emit("connection", socket);
  });

  await new Promise<void>((resolve, reject) => {
    proxy.once("error", reject);
    proxy.listen(port, "127.0.0.1", resolve);
  });
  const { port: proxyPort } = proxy.address() as AddressInfo;
  return {
    proxyPort,
    requests,
    async close() {
      for (const socket of tunnels) socket.destroy();
      pages.closeAllConnections();
      proxy.closeAllConnections();
      await new Promise((resolve) => proxy.close(resolve));
    },
  };
}
