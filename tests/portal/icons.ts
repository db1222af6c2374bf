// The icons that the practice pages draw, each with its place in their icon font. As in the real
// pages the glyphs are private-use characters, so they pollute `textContent`.

export const ICON_NAMES = [
  "Add",
  "Cancel",
  "CheckMark",
  "ChevronDown",
  "ChevronDownMed",
  "ChevronRightMed",
  "CircleRing",
  "Contact",
  "Delete",
  "Devices",
  "ErrorBadge",
  "Info",
  "Lock",
  "Mail",
  "More",
  "Permissions",
  "Phone",
  "CellPhone",
  "Refresh",
  "Search",
  "StatusCircleCheckmark",
  "Unknown",
  "Warning",
  "SignOut",
  "Settings",
  "Download",
  "Clear",
  "Completed",
  "SortDown",
  "SortUp",
] as const;

export type IconName = (typeof ICON_NAMES)[number];

export const ICON_FONT_FAMILY = "PracticeIcons";

export function glyph(name: IconName): string {
  return String.fromCodePoint(0xe700 + ICON_NAMES.indexOf(name));
}
