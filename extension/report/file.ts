/**
 * The written form of a page for the tests: JSON with one line for each node, so that a difference
 * between two files is one between nodes. It owns that form and no content.
 */

/** @returns the file's text, which ends with a line break */
export function written(recording: object): string {
  return `${JSON.stringify(recording, null, 1).replace(
    /^( *)\{\n( *)"id": \d+,[^{}]*\}/gmu,
    (node) => `${/^ */u.exec(node)?.[0] ?? ""}${JSON.stringify(JSON.parse(node))}`,
  )}\n`;
}
