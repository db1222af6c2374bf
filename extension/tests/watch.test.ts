import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { isBlade, isWatched, fragmentToSend } from "../content/watch.ts";
import { manifest, matchPatterns, type WatchList } from "../manifest.mjs";

const watchList = {
  watched: [
    { hosts: ["my.example"], paths: ["/security-info"], fragments: [] },
    { hosts: ["portal.example"], paths: [], fragments: ["/userauthmethods"] },
  ],
  bladeHosts: ["blade.example"],
};
const at = (host: string, pathname = "/", hash = "") => ({ protocol: "https:", host, pathname, hash });

interface Row {
  address: string;
  /** The id of the place, which the core alone decides. */
  place: string | null;
  watched: boolean;
  blade: boolean;
}

test("every address is watched, or a blade's, where the core says so", () => {
  const generated = JSON.parse(readFileSync("generated/watch.json", "utf8")) as WatchList;
  const rows = JSON.parse(readFileSync("../tests/data/addresses.json", "utf8")) as Row[];
  assert.ok(rows.length > 100, `${rows.length}`);
  for (const { address, watched, blade } of rows) {
    const url = new URL(address);
    assert.equal(isWatched(url, generated), watched, address);
    assert.equal(isBlade(url, generated), blade, address);
  }
});

test("a watched address is recognized by its host and a whole path or one below it, in upper or lower case", () => {
  assert.ok(isWatched(at("my.example", "/Security-Info/add"), watchList));
  assert.ok(!isWatched(at("my.example", "/overview"), watchList));
  assert.ok(!isWatched(at("my.example", "/security-information"), watchList));
  assert.ok(!isWatched(at("login.my.example", "/security-info"), watchList));
});

test("a watched address is recognized by whole names in the fragment, whatever tenant is in the path", () => {
  assert.ok(
    isWatched(at("portal.example", "/contoso.example/", "#view/Ext/Menu/~/UserAuthMethods/userId/1"), watchList),
  );
  assert.ok(!isWatched(at("portal.example", "/", "#home"), watchList));
  assert.ok(!isWatched(at("portal.example", "/", "#view/Ext/Menu/~/UserAuthMethodsPolicy"), watchList));
});

test("a fragment is sent where it names the page, and nowhere else", () => {
  assert.equal(fragmentToSend(at("my.example", "/security-info", "#code=secret"), watchList), "");
  assert.equal(
    fragmentToSend(at("portal.example", "/", "#view/UserAuthMethods/userId/1"), watchList),
    "#view/UserAuthMethods/userId/1",
  );
  assert.equal(fragmentToSend(at("blade.example", "/", "#id_token=secret"), watchList), "");
});

test("a blade frame is recognized by its host or a subdomain, and not by a host with the same ending", () => {
  assert.ok(isBlade(at("blade.example"), watchList));
  assert.ok(isBlade(at("sandbox-1.blade.example"), watchList));
  assert.ok(!isBlade(at("myblade.example"), watchList));
});

test("the match patterns are the watched hosts, whole, and the blade hosts with all below them", () => {
  assert.deepEqual(matchPatterns(watchList), [
    "https://*.blade.example/*",
    "https://blade.example/*",
    "https://my.example/*",
    "https://portal.example/*",
  ]);
});

test("neither browser is asked for more than storage", () => {
  for (const target of ["chromium", "firefox"] as const) {
    const made = manifest(target, "1.2.3", watchList) as Record<string, unknown>;
    assert.deepEqual(made["permissions"], ["storage"]);
    assert.equal(made["host_permissions"], undefined);
    assert.equal(made["web_accessible_resources"], undefined);
  }
});
