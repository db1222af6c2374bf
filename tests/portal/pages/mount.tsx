// Mounts a practice page: theme, direction, language, icons and delay. Owns what all pages built with Fluent have in
// common.

import { FIRST_NUMBER } from "./renumber.ts";
import { registerIcons, setRTL, ThemeProvider, type Theme } from "@fluentui/react";
import { FluentProvider, webDarkTheme, webLightTheme, type BrandVariants } from "@fluentui/react-components";
import { createV8Theme } from "@fluentui/react-migration-v8-v9";
import { createContext, useContext, useMemo, type ReactElement, type ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { glyph, ICON_FONT_FAMILY, ICON_NAMES } from "../icons.ts";
import { parseOptions, type Options } from "../options.ts";
import type { MethodKind } from "../registrations.ts";
import { adminMethodName, label, userMethodName, type Concept, type Wording } from "../words.ts";

const BRAND: BrandVariants = {
  10: "#061724",
  20: "#082338",
  30: "#0a2e4a",
  40: "#0c3b5e",
  50: "#0e4775",
  60: "#0f548c",
  70: "#115ea3",
  80: "#0f6cbd",
  90: "#2886de",
  100: "#479ef5",
  110: "#62abf5",
  120: "#77b7f7",
  130: "#96c6fa",
  140: "#b4d6fa",
  150: "#cfe4fa",
  160: "#ebf3fc",
};

/** Height of the line that marks a practice page, in pixels. */
const PRACTICE_LINE = 25;

/**
 * The dark v8 theme, as it is made from the v9 one, dims with white and draws dialogs black. Both are corrected here.
 */
function darkV8Theme(): Theme {
  const made = createV8Theme(BRAND, webDarkTheme, true);
  const surface = webDarkTheme.colorNeutralBackground1;
  const shade = "rgba(0, 0, 0, 0.6)";
  return {
    ...made,
    palette: { ...made.palette, white: surface, blackTranslucent40: shade, whiteTranslucent40: shade },
    semanticColors: { ...made.semanticColors, bodyBackground: surface },
  };
}

interface Page {
  readonly options: Options;
  /** The wording of the chosen generation, unless another is asked for. */
  readonly say: (concept: Concept, wording?: Wording) => string;
  readonly userMethod: (kind: MethodKind) => string;
  readonly adminMethod: (kind: MethodKind) => string;
  /** The attribute, where this page has test ids. */
  readonly testId: (id: string) => { "data-testid"?: string };
}

const PageContext = createContext<Page | undefined>(undefined);

export function usePage(): Page {
  const page = useContext(PageContext);
  if (page === undefined) throw new Error("rendered outside of a practice page");
  return page;
}

function useFreshPage(options: Options): Page {
  return useMemo(() => {
    const preferred: Wording = options.generation === "current" ? "newer" : "older";
    const withTestIds = options.testids === "on" && options.generation === "current";
    return {
      options,
      say: (concept, wording = preferred) => label(concept, options.lng, wording),
      userMethod: (kind) => userMethodName(kind, options.lng, preferred),
      adminMethod: (kind) => adminMethodName(kind, options.lng),
      testId: (id) => (withTestIds ? { "data-testid": id } : {}),
    };
  }, [options]);
}

function Frame({ options, children }: { readonly options: Options; readonly children: ReactNode }): ReactElement {
  const dark = options.theme === "dark";
  const v9Theme = dark ? webDarkTheme : webLightTheme;
  const v8Theme = useMemo(() => (dark ? darkV8Theme() : createV8Theme(BRAND, webLightTheme)), [dark]);
  const dir = options.lng === "ar" ? "rtl" : "ltr";
  const style = { minHeight: options.practice === "on" ? `calc(100vh - ${String(PRACTICE_LINE)}px)` : "100vh" };
  return (
    <FluentProvider theme={v9Theme} dir={dir} style={style}>
      <ThemeProvider theme={v8Theme} dir={dir} style={style}>
        <PageContext.Provider value={useFreshPage(options)}>{children}</PageContext.Provider>
      </ThemeProvider>
    </FluentProvider>
  );
}

/** Renders the page into `#root`, after the delay that its switches say. */
export function mount(app: ReactElement): void {
  const options = parseOptions(location.search);
  const rtl = options.lng === "ar";
  const show = (): void => {
    if (options.lang === "follows") document.documentElement.lang = options.lng;
    document.documentElement.dir = rtl ? "rtl" : "ltr";
    document.documentElement.style.colorScheme = options.theme;
    document.body.style.margin = "0";
    setRTL(rtl);
    registerIcons({
      fontFace: { fontFamily: ICON_FONT_FAMILY, src: "url('/bundle/icons.ttf') format('truetype')" },
      style: { fontFamily: ICON_FONT_FAMILY, fontStyle: "normal", fontWeight: "normal", speak: "none" },
      icons: Object.fromEntries(ICON_NAMES.map((name) => [name, glyph(name)])),
    });
    const root = document.getElementById("root");
    if (root === null) throw new Error("the document has no place to render into");
    createRoot(root, { identifierPrefix: `n${String(FIRST_NUMBER)}` }).render(<Frame options={options}>{app}</Frame>);
  };
  if (options.late === 0) show();
  else setTimeout(show, options.late);
}
