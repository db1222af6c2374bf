// Runs in a blank page: parts of the extension that need a document and nothing of the extension's own.
// Owns the names by which the test reaches them.

import { Changes } from '../../extension/content/eyes/changes.ts';
import { button, element, replaceKeeping } from '../../extension/shared/elements.ts';

const parts = { Changes, button, element, replaceKeeping };
export type Parts = typeof parts;

Object.assign(window, { parts });
