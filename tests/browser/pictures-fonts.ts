// The letters of the pictures: from the same fonts on every Linux machine, whatever is installed there. Owns which fonts
// these are, by which of the names that style sheets ask for each is found, and how their letters become pixels. It
// changes nothing on the pages themselves.

import { writeFile } from "node:fs/promises";
import path from "node:path";

/** Folder of the portal's sources, put in by the build. */
declare const PORTAL_FOLDER: string;

/** Why no picture can be compared here; false where they can. */
export const SKIPPED =
  process.platform === "linux" ? false : "browsers are given fonts through fontconfig, and that is Linux’s alone";

const PACKAGES = path.resolve(PORTAL_FOLDER, "../node_modules/@expo-google-fonts");

/** Each package, the name of the font in it, and what it stands for. */
const FONTS = [
  { folder: "noto-sans", family: "Noto Sans", standsFor: ["Segoe UI", "system-ui", "sans-serif", "serif"] },
  { folder: "noto-sans-mono", family: "Noto Sans Mono", standsFor: ["Consolas", "monospace"] },
  // Windows brings this one as well.
  { folder: "biz-udpgothic", family: "BIZ UDPGothic", standsFor: ["Yu Gothic UI", "Meiryo"] },
  { folder: "noto-sans-arabic", family: "Noto Sans Arabic", standsFor: [] },
] as const;

/** How letters become pixels; it differs between machines. */
export interface Raster {
  /** How far a letter's outline is bent to fit whole pixels. */
  readonly hinting: "none" | "slight";
  /** Whether edges are smoothed in the three colors of a screen's pixel instead of in gray. */
  readonly isInColor: boolean;
  readonly hasGpu: boolean;
}

/** That of the pictures which are kept. */
export const STEADY: Raster = { hinting: "none", isInColor: false, hasGpu: false };

/** How the command line asks for it. */
export function flagsOf({ hinting, isInColor }: Raster): readonly string[] {
  return [
    `--font-render-hinting=${hinting}`,
    ...(isInColor ? ["--enable-lcd-text"] : ["--disable-lcd-text"]),
    "--force-color-profile=srgb",
    "--force-device-scale-factor=1",
  ];
}

/** The environment of a browser that finds these fonts alone, by a configuration that is written into the folder. */
export async function fontsFor({ hinting, isInColor }: Raster, folder: string): Promise<Record<string, string>> {
  const configuration = path.join(folder, "fonts.conf");
  await writeFile(
    configuration,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  ${FONTS.map((font) => `<dir>${path.join(PACKAGES, font.folder)}</dir>`).join("\n  ")}
  <cachedir>${path.join(folder, "font-cache")}</cachedir>
  ${FONTS.flatMap(({ family, standsFor }) => standsFor.map((name) => alias(name, family))).join("\n  ")}
  ${["pattern", "font"].map((target) => drawnAs(target, hinting, isInColor)).join("\n  ")}
</fontconfig>
`,
  );
  return { FONTCONFIG_FILE: configuration };
}

function alias(name: string, family: string): string {
  return `<alias binding="same"><family>${name}</family><prefer><family>${family}</family></prefer></alias>`;
}

function drawnAs(target: string, hinting: Raster["hinting"], isInColor: boolean): string {
  return `<match target="${target}">
    <edit name="antialias" mode="assign"><bool>true</bool></edit>
    <edit name="hinting" mode="assign"><bool>${String(hinting !== "none")}</bool></edit>
    <edit name="hintstyle" mode="assign"><const>hint${hinting}</const></edit>
    <edit name="rgba" mode="assign"><const>${isInColor ? "rgb" : "none"}</const></edit>
  </match>`;
}
