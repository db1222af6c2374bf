// Makes the practice pages' icon font out of freely licensed outlines. Run by the build only.

import { writeFile } from "node:fs/promises";
import type { FluentIcon } from "@fluentui/react-icons";
import { AddRegular } from "@fluentui/react-icons/svg/add";
import { ArrowClockwiseRegular } from "@fluentui/react-icons/svg/arrow-clockwise";
import { ArrowDownRegular } from "@fluentui/react-icons/svg/arrow-down";
import { ArrowDownloadRegular } from "@fluentui/react-icons/svg/arrow-download";
import { ArrowUpRegular } from "@fluentui/react-icons/svg/arrow-up";
import { CallRegular } from "@fluentui/react-icons/svg/call";
import { CheckmarkRegular } from "@fluentui/react-icons/svg/checkmark";
import { CheckmarkCircleRegular } from "@fluentui/react-icons/svg/checkmark-circle";
import { ChevronDownRegular } from "@fluentui/react-icons/svg/chevron-down";
import { ChevronRightRegular } from "@fluentui/react-icons/svg/chevron-right";
import { CircleRegular } from "@fluentui/react-icons/svg/circle";
import { DeleteRegular } from "@fluentui/react-icons/svg/delete";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { ErrorCircleRegular } from "@fluentui/react-icons/svg/error-circle";
import { InfoRegular } from "@fluentui/react-icons/svg/info";
import { KeyRegular } from "@fluentui/react-icons/svg/key";
import { LaptopRegular } from "@fluentui/react-icons/svg/laptop";
import { LockClosedRegular } from "@fluentui/react-icons/svg/lock-closed";
import { MailRegular } from "@fluentui/react-icons/svg/mail";
import { MoreHorizontalRegular } from "@fluentui/react-icons/svg/more-horizontal";
import { PersonRegular } from "@fluentui/react-icons/svg/person";
import { PhoneRegular } from "@fluentui/react-icons/svg/phone";
import { QuestionCircleRegular } from "@fluentui/react-icons/svg/question-circle";
import { SearchRegular } from "@fluentui/react-icons/svg/search";
import { SettingsRegular } from "@fluentui/react-icons/svg/settings";
import { SignOutRegular } from "@fluentui/react-icons/svg/sign-out";
import { WarningRegular } from "@fluentui/react-icons/svg/warning";
import opentype from "opentype.js";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import svgpath from "svgpath";
import { glyph, ICON_FONT_FAMILY, ICON_NAMES, type IconName } from "./icons.ts";

const OUTLINES: Readonly<Record<IconName, FluentIcon>> = {
  Add: AddRegular,
  Cancel: DismissRegular,
  CheckMark: CheckmarkRegular,
  ChevronDown: ChevronDownRegular,
  ChevronDownMed: ChevronDownRegular,
  ChevronRightMed: ChevronRightRegular,
  CircleRing: CircleRegular,
  Contact: PersonRegular,
  Delete: DeleteRegular,
  Devices: LaptopRegular,
  ErrorBadge: ErrorCircleRegular,
  Info: InfoRegular,
  Lock: LockClosedRegular,
  Mail: MailRegular,
  More: MoreHorizontalRegular,
  Permissions: KeyRegular,
  Phone: CallRegular,
  CellPhone: PhoneRegular,
  Refresh: ArrowClockwiseRegular,
  Search: SearchRegular,
  StatusCircleCheckmark: CheckmarkCircleRegular,
  Unknown: QuestionCircleRegular,
  Warning: WarningRegular,
  SignOut: SignOutRegular,
  Settings: SettingsRegular,
  Download: ArrowDownloadRegular,
  Clear: DismissRegular,
  Completed: CheckmarkCircleRegular,
  SortDown: ArrowDownRegular,
  SortUp: ArrowUpRegular,
};

/** Units of the font's square; an outline's own square is 20 wide. */
const EM = 2000;
const OUTLINE_WIDTH = 20;

function outline(icon: FluentIcon): opentype.Path {
  const path = new opentype.Path();
  for (const [, data] of renderToStaticMarkup(createElement(icon)).matchAll(/ d="([^"]+)"/gu)) {
    // A font's vertical axis points up, and fonts have no arcs.
    const scale = EM / OUTLINE_WIDTH;
    const curves = svgpath(data ?? "")
      .abs()
      .unshort()
      .unarc()
      .scale(scale, -scale)
      .translate(0, EM);
    curves.iterate((segment, _, x, y) => {
      const [command, a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = segment;
      if (command === "M") path.moveTo(Number(a), Number(b));
      else if (command === "L") path.lineTo(Number(a), Number(b));
      else if (command === "H") path.lineTo(Number(a), y);
      else if (command === "V") path.lineTo(x, Number(a));
      else if (command === "Q") path.quadraticCurveTo(Number(a), Number(b), Number(c), Number(d));
      else if (command === "C") path.curveTo(Number(a), Number(b), Number(c), Number(d), Number(e), Number(f));
      else if (command === "Z" || command === "z") path.close();
      else throw new Error(`an icon uses the path command ${command}`);
    });
  }
  return path;
}

const notdef = new opentype.Glyph({ name: ".notdef", advanceWidth: EM, path: new opentype.Path() });
const glyphs = ICON_NAMES.map(
  (name) =>
    new opentype.Glyph({
      name,
      unicode: glyph(name).codePointAt(0) ?? 0,
      advanceWidth: EM,
      path: outline(OUTLINES[name]),
    }),
);
const font = new opentype.Font({
  familyName: ICON_FONT_FAMILY,
  styleName: "Regular",
  unitsPerEm: EM,
  ascender: EM,
  descender: -1,
  glyphs: [notdef, ...glyphs],
});
const [, , target] = process.argv;
if (target === undefined) throw new Error("usage: icon-font <target file>");
await writeFile(target, Buffer.from(font.toArrayBuffer()));
