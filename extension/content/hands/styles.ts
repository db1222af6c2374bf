/**
 * How hints look. Logical properties only, so that right-to-left needs no second set; no motion at
 * all, so that there is none to reduce; borders are real, so that forced colours keep them.
 */
export const STYLES = `
:host {
  all: initial !important;
  position: fixed !important;
  inset: 0 auto auto 0 !important;
  inline-size: 0 !important;
  block-size: 0 !important;
  z-index: 2147483647 !important;
}
.card {
  --surface: #ffffff; --text: #1b1a19; --quiet: #55524f; --line: #cfccc9; --raised: #f4f2f0;
  --action: #0f5ea8; --action-text: #ffffff; --gone: #a80f1b; --come: #0b6a0b;
  --stop: #b10e1c; --warn: #8a5300; --tip: #0f548c;
  position: fixed;
  inset-inline-start: auto;
  left: 0;
  top: 0;
  visibility: hidden;
  box-sizing: border-box;
  inline-size: max-content;
  max-inline-size: min(360px, calc(100vw - 16px));
  max-block-size: min(420px, calc(100vh - 16px));
  overflow: auto;
  overscroll-behavior: contain;
  background: var(--surface);
  color: var(--text);
  border: 1px solid var(--line);
  border-inline-start: 4px solid var(--severity);
  border-radius: 6px;
  box-shadow: 0 4px 14px rgb(0 0 0 / 18%);
  font: 13px/1.45 "Segoe UI", system-ui, -apple-system, "Noto Sans", "Yu Gothic UI", Meiryo, sans-serif;
  text-align: start;
  cursor: default;
  overflow-wrap: anywhere;
  color-scheme: light;
}
.card[data-theme="dark"] {
  --surface: #292827; --text: #f3f2f1; --quiet: #c8c6c4; --line: #605e5c; --raised: #3b3a39;
  --action: #5ba7e8; --action-text: #10100f; --gone: #ff99a4; --come: #8bd48b;
  --stop: #ff8b97; --warn: #f2c661; --tip: #7cc0f5;
  color-scheme: dark;
}
.card.list { max-inline-size: min(480px, calc(100vw - 16px)); }
[data-severity="stop"] { --severity: var(--stop); }
[data-severity="warn"] { --severity: var(--warn); }
[data-severity="tip"] { --severity: var(--tip); }
.hint { padding: 10px 12px 12px; }
.hint + .hint { border-block-start: 1px solid var(--line); }
.head { display: flex; align-items: center; gap: 6px; color: var(--severity); font-size: 12px; font-weight: 600; }
.head svg { flex: none; inline-size: 16px; block-size: 16px; }
.icon-shape { fill: var(--severity); }
.icon-sign { stroke: var(--surface); stroke-width: 1.8; stroke-linecap: round; fill: none; }
.icon-line { stroke: currentColor; stroke-width: 1.5; stroke-linecap: round; fill: none; }
.title { margin: 4px 0 0; font-size: 14px; font-weight: 600; line-height: 1.35; }
.body { margin: 4px 0 0; }
.body:empty { display: none; }
.change { margin: 8px 0 0; padding: 6px 8px; background: var(--raised); border-radius: 4px; display: flex; flex-wrap: wrap; align-items: baseline; gap: 2px 8px; }
.number { direction: ltr; unicode-bidi: isolate; font-variant-numeric: tabular-nums; white-space: pre-wrap; }
.number del { color: var(--gone); text-decoration: line-through; text-decoration-thickness: 2px; }
.number ins { color: var(--come); text-decoration: underline; text-underline-offset: 2px; font-weight: 600; }
.arrow { color: var(--quiet); }
.actions { display: flex; flex-wrap: wrap; align-items: center; gap: 6px 12px; margin-block-start: 10px; }
button, a { font: inherit; color: inherit; cursor: pointer; touch-action: manipulation; }
button { margin: 0; background: none; border: 1px solid transparent; border-radius: 4px; }
button.fix { background: var(--action); color: var(--action-text); border-color: var(--action); padding: 5px 10px; font-weight: 600; text-align: start; min-block-size: 32px; }
.key { font-weight: 400; font-size: 11px; margin-inline-start: 8px; padding: 0 4px; border: 1px solid currentColor; border-radius: 3px; white-space: nowrap; }
button.plain { padding: 3px 2px; min-block-size: 28px; color: var(--action); text-decoration: underline; text-underline-offset: 2px; }
button.close { margin-inline-start: auto; inline-size: 28px; block-size: 28px; margin-block: -6px; margin-inline-end: -6px; padding: 5px; color: var(--quiet); }
button.close svg { display: block; inline-size: 16px; block-size: 16px; }
button.plain:hover, button.close:hover { background: var(--raised); }
button.fix:hover { filter: brightness(1.08); }
a { color: var(--action); }
:focus-visible { outline: 2px solid var(--action); outline-offset: 2px; }
.reason { margin-block-start: 8px; padding-block-start: 8px; border-block-start: 1px solid var(--line); color: var(--quiet); font-size: 12px; }
.reason p { margin: 0 0 4px; }
[hidden] { display: none !important; }
.card[data-compact]:not([data-open]) .body, .card[data-compact]:not([data-open]) .hint:not(:first-child) { display: none; }
.card[data-compact]:not([data-open]) .hint { padding-block: 8px; }
.hidden-text { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (forced-colors: active) {
  .card, .card[data-theme="dark"] {
    --surface: Canvas; --text: CanvasText; --quiet: CanvasText; --line: CanvasText; --raised: Canvas; --action: LinkText;
    --action-text: ButtonText; --gone: CanvasText; --come: CanvasText; --stop: CanvasText; --warn: CanvasText; --tip: CanvasText;
    color-scheme: light dark;
    border-width: 2px;
    border-inline-start-width: 6px;
  }
  .change { border: 1px solid CanvasText; }
  button.fix { background: ButtonFace; color: ButtonText; border: 2px solid ButtonText; }
  button.close { border: 1px solid ButtonText; }
  .icon-shape { fill: CanvasText; forced-color-adjust: none; }
  .icon-sign { stroke: Canvas; forced-color-adjust: none; }
  :focus-visible { outline-color: Highlight; }
}
`;
