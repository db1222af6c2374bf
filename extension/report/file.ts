/**
 * The file format of a report: JSON with one line for each node, so that two files are compared node by node. Owns that
 * format, not the content.
 */

/** @returns the file's text, which ends with a line break */
export function written(recording: object): string {
  return `${JSON.stringify(recording, null, 1).replace(
    /^( *)\{\n( *)"id": \d+,[^{}]*\}/gmu,
    (node) => `${/^ */u.exec(node)?.[0] ?? ""}${JSON.stringify(JSON.parse(node))}`,
  )}\n`;
}
