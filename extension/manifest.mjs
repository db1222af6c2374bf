/**
 * The manifests of both browsers from one source. Owns permissions, minimum versions and match patterns; which hosts
 * there are is decided in `src/page/place.rs`.
 */

/**
 * @typedef {object} WatchList What `cargo xtask` writes to `generated/watch.json`.
 * @property {{ hosts: string[], paths: string[], fragments: string[] }[]} watched addresses at
 *   which a top document is described: host exact, path by its beginning, fragment by its parts,
 *   path and fragment in lower case
 * @property {string[]} bladeHosts hosts, with their subdomains, whose frames wait to be activated
 */

/** @typedef {"chromium" | "firefox"} Target */

/**
 * The match patterns of the content script. Every path of a watched host matches: these are single-page applications,
 * where going from a page that is not watched to one that is loads no document, so a narrower pattern would miss it.
 * The script stays dormant everywhere else.
 *
 * @param {WatchList} watchList
 * @returns {string[]}
 */
export function matchPatterns({ watched, bladeHosts }) {
  const exact = watched.flatMap(({ hosts }) => hosts).map((host) => `https://${host}/*`);
  const blades = bladeHosts.flatMap((host) => [`https://${host}/*`, `https://*.${host}/*`]);
  return [...new Set([...exact, ...blades])].sort();
}

/**
 * @param {Target} target
 * @param {string} version
 * @param {WatchList} watchList
 * @returns {object}
 */
export function manifest(target, version, watchList) {
  return {
    manifest_version: 3,
    name: "__MSG_extension_name__",
    short_name: "Sparekey",
    description: "__MSG_extension_description__",
    version,
    default_locale: "en",
    icons: icons(ICON_SIZES),
    action: {
      default_popup: "popup.html",
      default_title: "__MSG_extension_name__",
      // The same icon for light and dark toolbars: Chromium supports no second one, and this one is visible on both.
      default_icon: icons(ICON_SIZES.filter((size) => size <= 32)),
    },
    commands: {
      // Neither Chromium nor Firefox uses these keys; users who need them otherwise can change them on the browser's
      // own page.
      "open-hint": { suggested_key: { default: "Alt+Shift+K" }, description: "__MSG_command_open_hint__" },
    },
    options_ui: { page: "settings.html", open_in_tab: true },
    // No host permissions: the content script's patterns are all the access there is.
    permissions: ["storage"],
    content_scripts: [
      {
        matches: matchPatterns(watchList),
        js: ["content.js"],
        // The portal's forms live in cross-origin frames.
        all_frames: true,
        // A later start would miss the activation of a blade frame that is still loading.
        run_at: "document_start",
      },
    ],
    content_security_policy: {
      // 'wasm-unsafe-eval' allows to compile the core, here and nowhere else. connect-src 'self' is for reading the
      // core's file and the texts; nothing can be sent anywhere.
      extension_pages:
        "default-src 'self'; connect-src 'self'; script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    },
    // Split where possible: one instance for normal and private windows would see the pages of both.
    incognito: target === "chromium" ? "split" : "spanning",
    ...(target === "chromium" ? chromium() : firefox()),
  };
}

/** In CSS pixels: toolbars at 100, 125, 150 and 200 %, then the pages about extensions, then the stores. */
export const ICON_SIZES = [16, 20, 24, 32, 48, 128];

/** @param {number[]} sizes */
function icons(sizes) {
  return Object.fromEntries(sizes.map((size) => [size, `icons/icon-${size}.png`]));
}

function chromium() {
  return {
    // The first version with checkVisibility({ visibilityProperty }), without which hidden text would be read.
    minimum_chrome_version: "121",
    background: { service_worker: "background.js", type: "module" },
    // Chromium ignores every policy value for an extension without a schema.
    storage: { managed_schema: "managed_schema.json" },
  };
}

function firefox() {
  return {
    // Firefox has no service workers for extensions; it runs the same file as an event page.
    background: { scripts: ["background.js"], type: "module" },
    browser_specific_settings: {
      gecko: {
        id: "sparekey@sparekey.example",
        // The first version with the Navigation API, which reports route changes inside a page.
        strict_min_version: "147.0",
        data_collection_permissions: { required: ["none"] },
      },
      gecko_android: { strict_min_version: "147.0" },
    },
  };
}
