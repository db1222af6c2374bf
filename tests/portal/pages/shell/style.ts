// How the shell looks.

export const STYLE = `
html, body { height: 100%; margin: 0; }
body { display: flex; flex-direction: column; font: 13px/1.4 "Segoe UI", "Noto Sans", "Noto Sans JP", system-ui, sans-serif; }
body.fxs-mode-light { --back: #fff; --text: #1b1a19; --line: #e1dfdd; --soft: #faf9f8; --accent: #0f6cbd; }
body.fxs-mode-dark { --back: #1b1a19; --text: #f3f2f1; --line: #3b3a39; --soft: #252423; --accent: #479ef5; color-scheme: dark; }
body { background: var(--back); color: var(--text); }
#web-container { flex: 1; min-height: 0; display: flex; flex-direction: column; }
.fxs-topbar { display: flex; align-items: center; gap: 24px; height: 40px; padding: 0 16px; background: #0b3b60; color: #fff; }
.fxs-topbar-home { font-size: 15px; font-weight: 600; }
.fxs-topbar-search { flex: 1; max-width: 520px; margin: 0 auto; }
.fxs-topbar-search input { width: 100%; box-sizing: border-box; height: 26px; padding: 0 10px; border: 0; border-radius: 2px; font: inherit; background: #fff; color: #1b1a19; }
.fxs-portal-main { flex: 1; min-height: 0; display: flex; position: relative; overflow: hidden; }
.fxs-sidebar { width: 186px; border-inline-end: 1px solid var(--line); background: var(--soft); padding-top: 8px; }
.fxs-sidebar a, .fxs-menu a { display: block; padding: 8px 16px; color: inherit; text-decoration: none; }
.fxs-sidebar a:hover, .fxs-menu a:hover { text-decoration: underline; }
.fxs-journey-layout { flex: 1; min-width: 0; display: flex; }
.fxs-blade { flex: 1; min-width: 0; display: flex; flex-direction: column; }
.fxs-blade-header { padding: 12px 20px 8px; border-bottom: 1px solid var(--line); }
.fxs-blade-header h2 { margin: 0; font-size: 20px; font-weight: 600; }
.fxs-blade-content-wrapper { flex: 1; min-height: 0; display: flex; }
.fxs-menu { width: 190px; border-inline-end: 1px solid var(--line); padding-top: 8px; }
.fxs-menu:empty { display: none; }
.fxs-blade-content-container-default { flex: 1; min-width: 0; position: relative; }
.fxs-blade-content-container-default > p, .fxs-blade-content-container-default > ul { padding: 12px 20px; margin: 0; }
.fxs-fxclick { color: var(--accent); }
.fxc-essentials { display: grid; grid-template-columns: max-content 1fr; gap: 4px 24px; padding: 0 20px; }
.fxc-essentials dt { color: inherit; opacity: .75; }
.fxc-essentials dd { margin: 0; }
.fxc-gc-table { list-style: none; }
.fxc-gc-cell { padding: 8px 0; border-bottom: 1px solid var(--line); }
.fxs-contextpane { display: none; position: absolute; inset-block: 0; inset-inline-end: 0; width: 400px; max-width: 100%; background: var(--back); border-inline-start: 1px solid var(--line); box-shadow: -4px 0 16px #0004; flex-direction: column; }
.fxs-contextpane-visible { display: flex; }
.fxs-contextpane-header { display: flex; justify-content: space-between; align-items: center; padding: 12px 20px; }
.fxs-contextpane-header h2 { margin: 0; font-size: 18px; font-weight: 600; }
.fxs-contextpane-close { border: 0; background: none; color: inherit; font-size: 22px; cursor: pointer; }
.fxs-contextpane > [role="dialog"] { flex: 1; min-height: 0; }
.fxs-contextpane-content { height: 100%; }
/* The real shell folds both menus away where they would leave no room for the blade. */
@media (max-width: 640px) { .fxs-sidebar, .fxs-menu { display: none; } }
`;
