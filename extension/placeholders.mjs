/** Adds to the texts the placeholder definitions that browsers demand. Owns that step only. */

/** @typedef {{ message: string, description?: string }} WrittenMessage */

/**
 * Defines every `$name$` of every message. Browsers refuse to load an extension whose messages use a name without
 * defining it. The definitions are positions that nobody uses, since Sparekey fills in its texts by name.
 *
 * @param {Record<string, WrittenMessage>} messages
 * @returns {Record<string, WrittenMessage & { placeholders?: Record<string, { content: string }> }>}
 */
export function withPlaceholders(messages) {
  return Object.fromEntries(
    Object.entries(messages).map(([key, written]) => {
      const names = placeholderNames(written.message);
      if (names.length === 0) return [key, written];
      const placeholders = Object.fromEntries(names.map((name, index) => [name, { content: `$${index + 1}` }]));
      return [key, { ...written, placeholders }];
    }),
  );
}

/**
 * @param {string} message
 * @returns {string[]} each name once, in order
 */
export function placeholderNames(message) {
  return [...new Set([...message.matchAll(/\$([a-z_]+)\$/g)].map((match) => match[1] ?? ""))];
}
