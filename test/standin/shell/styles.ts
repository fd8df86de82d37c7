/** The admin around the app: dark top bar, menu on the left, a sheet in the middle; the menu slides in on a phone. */
export const ADMIN_STYLES = `
:root { --ink: #303030; --soft: #616161; --line: #e3e3e3; --back: #f1f1f1; --card: #fff; --top: #1a1a1a; --good: #0c5132; --good-back: #cdfee1; --warn: #5e4200; --warn-back: #ffefb0; --bad: #8e0b21; --bad-back: #fee9e8; }
* { box-sizing: border-box; }
[hidden] { display: none !important; }
html, body { height: 100%; }
body { margin: 0; font: 13px/20px Inter, system-ui, -apple-system, "Segoe UI", sans-serif; color: var(--ink); background: var(--top); }
h1, h2, h3, p { margin: 0; } h1 { font-size: 20px; line-height: 28px; font-weight: 650; } h2 { font-size: 14px; font-weight: 650; }
a { color: #005bd3; }
.soft { color: var(--soft); } .right { text-align: right; } .num { font-variant-numeric: tabular-nums; }
.top { height: 56px; background: var(--top); color: #e3e3e3; display: flex; align-items: center; gap: 12px; padding: 0 16px; position: relative; }
.top .brand { font-weight: 650; color: #fff; text-decoration: none; white-space: nowrap; }
.top .note { color: #a8a8a8; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.top .push { margin-left: auto; display: flex; gap: 8px; align-items: center; }
.top select { font: inherit; color: #e3e3e3; background: #303030; border: 0; border-radius: 8px; padding: 6px 8px; max-width: 190px; }
#menu { display: none; border: 0; background: none; color: #e3e3e3; font-size: 20px; line-height: 1; padding: 6px; cursor: pointer; }
.frame { display: grid; grid-template-columns: 240px minmax(0, 1fr); height: calc(100% - 56px); background: var(--back); border-radius: 12px 12px 0 0; overflow: hidden; }
.side { background: #ebebeb; padding: 12px; overflow: auto; }
.side ul { list-style: none; margin: 0; padding: 0; } .side h2 { color: var(--soft); font-size: 12px; font-weight: 550; margin: 16px 8px 4px; }
.side a { display: flex; align-items: center; gap: 8px; padding: 4px 8px; border-radius: 8px; color: var(--ink); text-decoration: none; font-weight: 550; line-height: 20px; }
.side a:hover { background: #f1f1f1; } .side a[aria-current], .side a[data-current] { background: #fafafa; }
.side .sub a { padding-left: 36px; font-weight: 450; color: #4a4a4a; }
.side svg { width: 20px; height: 20px; flex: none; color: #4a4a4a; } #menu svg { display: block; width: 20px; height: 20px; }
.side .icon { width: 20px; height: 20px; border-radius: 5px; background: #303030; color: #fff; display: grid; place-items: center; font-size: 11px; }
.main { min-width: 0; display: flex; flex-direction: column; height: 100%; overflow: auto; }
.main iframe { border: 0; width: 100%; flex: 1; background: var(--back); }
#app-bar { display: flex; align-items: center; gap: 8px; min-height: 48px; padding: 6px 16px; background: var(--card); border-bottom: 1px solid var(--line); }
#app-bar .icon { width: 20px; height: 20px; border-radius: 5px; background: #303030; color: #fff; display: grid; place-items: center; font-size: 11px; flex: none; }
#page-title { font-weight: 650; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; } #page-actions { margin-left: auto; display: flex; gap: 8px; }
#page-back:empty { display: none; }
.button, button.button { font: inherit; font-weight: 550; border: 0; border-radius: 8px; padding: 6px 12px; background: #fff; color: var(--ink); box-shadow: inset 0 0 0 1px #d4d4d4, inset 0 -1px 0 1px #c6c6c6; cursor: pointer; text-decoration: none; white-space: nowrap; display: inline-block; }
.button:hover { background: #fafafa; } .button.primary { background: #303030; color: #fff; box-shadow: none; } .button.primary:hover { background: #1a1a1a; }
.button.danger { color: var(--bad); } .button[disabled] { opacity: .5; cursor: default; } .button.slim { padding: 2px 8px; font-size: 12px; }
:focus-visible { outline: 2px solid #005bd3; outline-offset: 1px; }
#save-bar { position: absolute; inset: 0; background: var(--top); display: flex; align-items: center; justify-content: center; padding: 0 16px; z-index: 3; }
#save-bar > div { display: flex; align-items: center; gap: 8px; width: min(620px, 100%); background: #303030; border-radius: 10px; padding: 6px 6px 6px 14px; }
#save-bar-buttons { margin-left: auto; display: flex; gap: 8px; } #save-bar .button { background: #4a4a4a; color: #fff; box-shadow: none; } #save-bar .button.primary { background: #fff; color: #1a1a1a; }
#loading { position: fixed; top: 0; left: 0; right: 0; height: 3px; z-index: 5; overflow: hidden; } #loading::after { content: ""; display: block; height: 100%; width: 40%; background: #29845a; animation: slide 1.1s ease-in-out infinite; }
@keyframes slide { from { transform: translateX(-100%); } to { transform: translateX(350%); } }
#toasts { position: fixed; bottom: 24px; left: 0; right: 0; display: grid; gap: 8px; justify-items: center; pointer-events: none; z-index: 6; padding: 0 16px; }
.toast { pointer-events: auto; background: #1a1a1a; color: #fff; border-radius: 8px; padding: 8px 8px 8px 14px; display: flex; gap: 8px; align-items: center; max-width: 480px; box-shadow: 0 8px 24px #0004; } .toast.error { background: #8e0b21; }
.toast button { border: 0; background: #ffffff26; color: #fff; font: inherit; border-radius: 6px; padding: 2px 8px; cursor: pointer; }
dialog { border: 0; border-radius: 16px; padding: 0; width: min(480px, calc(100vw - 32px)); box-shadow: 0 20px 60px #0006; color: inherit; } dialog::backdrop { background: #0007; }
dialog h2 { padding: 12px 16px; background: #f3f3f3; border-bottom: 1px solid var(--line); } dialog p, dialog ul { padding: 16px; margin: 0; list-style: none; max-height: 50vh; overflow: auto; } dialog li { padding: 4px 0; } dialog ul ul { padding: 0 0 0 24px; max-height: none; overflow: visible; } dialog .search { display: block; padding: 12px 16px 0; } dialog .search input { width: 100%; font: inherit; padding: 6px 10px; border: 1px solid #8a8a8a; border-radius: 8px; } dialog footer p { flex: 1; padding: 4px 0; color: var(--soft); } dialog footer { display: flex; justify-content: flex-end; gap: 8px; padding: 12px 16px; border-top: 1px solid var(--line); }
.page { padding: 20px; display: grid; gap: 16px; max-width: 1040px; width: 100%; margin: 0 auto; align-content: start; }
.page > * { min-width: 0; }
.head { display: flex; align-items: center; gap: 12px; flex-wrap: wrap; } .head .push { margin-left: auto; display: flex; gap: 8px; flex-wrap: wrap; }
.card { background: var(--card); border-radius: 12px; box-shadow: 0 1px 0 #1a1a1a12, 0 0 0 1px #0000000a; overflow: hidden; } .card > .pad, .pad { padding: 16px; } .card .pad + .pad { padding-top: 0; }
.tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(260px, 1fr)); gap: 16px; }
.tile { padding: 16px; display: grid; gap: 12px; align-content: start; } .links { display: flex; gap: 8px; flex-wrap: wrap; }
.facts { display: grid; grid-template-columns: auto 1fr; gap: 2px 16px; margin: 0; } .facts dt { color: var(--soft); } .facts dd { margin: 0; overflow-wrap: anywhere; }
.scroll { overflow-x: auto; } table { width: 100%; border-collapse: collapse; } th { text-align: left; font-weight: 550; color: var(--soft); font-size: 12px; background: #f7f7f7; } th, td { padding: 8px 12px; border-top: 1px solid var(--line); vertical-align: top; } thead th { border-top: 0; white-space: nowrap; } td.actions { white-space: nowrap; text-align: right; } td form { display: inline; } td.break { overflow-wrap: anywhere; }
.badge { display: inline-block; border-radius: 8px; padding: 0 8px; font-size: 12px; font-weight: 550; background: #0000000f; white-space: nowrap; } .badge.good { background: var(--good-back); color: var(--good); } .badge.warn { background: var(--warn-back); color: var(--warn); } .badge.bad { background: var(--bad-back); color: var(--bad); }
.form { display: flex; gap: 12px; align-items: end; flex-wrap: wrap; } .form label { display: grid; gap: 4px; font-weight: 550; } .form input, .form select { font: inherit; font-weight: 400; padding: 6px 10px; border: 1px solid #8a8a8a; border-radius: 8px; background: #fff; color: inherit; min-width: 0; }
details summary { cursor: pointer; color: #005bd3; } pre { margin: 8px 0 0; padding: 12px; background: #f7f7f7; border-radius: 8px; overflow: auto; font: 12px/18px ui-monospace, Menlo, monospace; max-height: 360px; white-space: pre-wrap; overflow-wrap: anywhere; }
.notice { border-radius: 8px; padding: 10px 14px; background: var(--good-back); color: var(--good); } .notice.bad { background: var(--bad-back); color: var(--bad); }
.empty { padding: 40px 16px; text-align: center; color: var(--soft); }
@media (max-width: 760px) {
  #menu { display: block; } .top .note, .top .wide-only { display: none; } .top { padding: 0 12px; gap: 8px; }
  .frame { grid-template-columns: minmax(0, 1fr); } .side { position: fixed; top: 56px; bottom: 0; left: 0; width: 270px; transform: translateX(-100%); transition: transform .2s; z-index: 4; visibility: hidden; } .nav-open .side { transform: none; box-shadow: 8px 0 30px #0005; visibility: visible; }
  .page { padding: 16px 12px; } table.stack thead { display: none; } table.stack tr { display: grid; grid-template-columns: 1fr auto; padding: 12px; border-top: 1px solid var(--line); gap: 2px 12px; } table.stack td { border: 0; padding: 0; } table.log tr { grid-template-columns: minmax(0, 1fr) !important; } table.log td.right { text-align: left; } table.stack td.actions { grid-column: 1 / -1; text-align: left; padding-top: 8px; white-space: normal; } table.stack tbody tr:first-child { border-top: 0; }
}
`;
