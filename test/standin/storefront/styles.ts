/** One sheet for all storefront pages: a quiet shop, one column on a phone. */
export const STOREFRONT_STYLES = `
:root { --ink: #1d1d1f; --soft: #6b6b70; --line: #e2e0dc; --paper: #faf9f7; --card: #fff; --accent: #1f5f4a;
  --accent-soft: #e8f2ee; --bad: #a32014; --bad-soft: #fdefed; --radius: 12px; }
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.5 system-ui, -apple-system, "Segoe UI", sans-serif; color: var(--ink); background: var(--paper); }
a { color: var(--accent); }
h1, h2, h3 { line-height: 1.2; margin: 0; font-weight: 650; }
h1 { font-size: 1.75rem; } h2 { font-size: 1.125rem; }
p { margin: 0; }
.soft { color: var(--soft); } .small { font-size: .875rem; } .right { text-align: right; }
.bar { background: var(--card); border-bottom: 1px solid var(--line); }
.bar > div { max-width: 1080px; margin: auto; padding: .875rem 1.25rem; display: flex; gap: 1.25rem; align-items: center; }
.bar .name { font-weight: 700; font-size: 1.125rem; color: var(--ink); text-decoration: none; margin-right: auto; }
.bar a:not(.name) { color: var(--ink); text-decoration: none; font-size: .9375rem; }
.bar a:hover { text-decoration: underline; }
main { max-width: 1080px; margin: auto; padding: 2rem 1.25rem 4rem; display: grid; gap: 1.5rem; }
main.narrow { max-width: 640px; }
.products { display: grid; grid-template-columns: repeat(auto-fill, minmax(210px, 1fr)); gap: 1.25rem; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: var(--radius); padding: 1.25rem; }
.product { display: grid; gap: .75rem; padding: 0; overflow: hidden; grid-template-rows: auto 1fr; }
.product .picture { aspect-ratio: 4 / 3; display: grid; place-items: center; font-size: 2.75rem; font-weight: 300; color: #ffffffd9; }
.product .text { padding: 0 1.125rem 1.125rem; display: flex; flex-direction: column; gap: .25rem; }
.product form { margin-top: auto; padding-top: .75rem; }
.button, button { font: inherit; font-weight: 600; border-radius: 8px; padding: .625rem 1rem; border: 1px solid var(--line);
  background: var(--card); color: var(--ink); cursor: pointer; text-decoration: none; display: inline-block; text-align: center; }
.button:hover, button:hover { border-color: #b9b6b0; }
.button.primary, button.primary { background: var(--accent); border-color: var(--accent); color: #fff; }
.button.primary:hover, button.primary:hover { background: #174a39; }
.wide { width: 100%; }
button.plain { border: 0; background: none; padding: .25rem; font-weight: 400; color: var(--soft); text-decoration: underline; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
input, select { font: inherit; font-weight: 400; width: 100%; padding: .625rem .75rem; border: 1px solid #c9c6c0; border-radius: 8px; background: #fff; color: inherit; min-width: 0; }
input[type=radio] { width: auto; flex: none; accent-color: var(--accent); margin: 0; }
label { display: grid; gap: .25rem; font-size: .875rem; font-weight: 600; }
fieldset { border: 0; padding: 0; margin: 0; display: grid; gap: .75rem; min-width: 0; }
legend { font-weight: 650; font-size: 1.125rem; padding: 0; margin-bottom: .75rem; }
.stack { display: grid; gap: .75rem; } .row { display: flex; gap: .75rem; align-items: center; } .row > * { flex: 1; min-width: 0; } .row > button, .row > .fix { flex: none; }
.choices { border: 1px solid var(--line); border-radius: 8px; overflow: hidden; }
.choices label { display: flex; gap: .75rem; align-items: center; padding: .75rem .875rem; font-weight: 400; font-size: .9375rem; border-top: 1px solid var(--line); }
.choices label:first-child { border-top: 0; }
.choices label:has(:checked) { background: var(--accent-soft); }
.checkout { display: grid; gap: 1.5rem; grid-template-columns: minmax(0, 1fr) minmax(0, 400px); align-items: start; }
.checkout > * { display: grid; gap: 1.5rem; min-width: 0; }
.line { display: grid; grid-template-columns: 52px 1fr auto; gap: .875rem; align-items: center; }
.line .picture { width: 52px; height: 52px; border-radius: 8px; display: flex; align-items: center; justify-content: center; color: #fff; position: relative; }
.line .picture b { position: absolute; top: -8px; right: -8px; background: #4a4a4f; color: #fff; font-size: .75rem; min-width: 20px; height: 20px; border-radius: 10px; text-align: center; line-height: 20px; padding: 0 5px; }
.totals { display: grid; gap: .5rem; margin: 0; } .totals div { display: flex; justify-content: space-between; gap: 1rem; }
.totals dt, .totals dd { margin: 0; } .totals .grand { font-size: 1.25rem; font-weight: 700; padding-top: .75rem; border-top: 1px solid var(--line); }
.tag { display: inline-flex; align-items: center; gap: .375rem; background: var(--accent-soft); color: #174a39; border-radius: 6px; padding: .25rem .375rem .25rem .625rem; font-size: .875rem; font-weight: 600; word-break: break-all; }
.tag button { border: 0; background: none; padding: 0 .25rem; color: inherit; line-height: 1; }
.tags { display: flex; gap: .5rem; flex-wrap: wrap; }
.field-error { color: var(--bad); font-size: .875rem; overflow-wrap: anywhere; }
input[aria-invalid=true] { border-color: var(--bad); box-shadow: 0 0 0 1px var(--bad); }
.notice { border-radius: 8px; padding: .75rem 1rem; background: var(--accent-soft); }
.notice.bad { background: var(--bad-soft); color: var(--bad); }
.empty { text-align: center; padding: 4rem 1rem; display: grid; gap: 1rem; justify-items: center; }
.orders { display: grid; } .orders > div { display: grid; grid-template-columns: 1fr auto; gap: .125rem 1rem; padding: .75rem 0; border-top: 1px solid var(--line); } .orders > div:first-child { border: 0; padding-top: 0; } .orders > div:last-child { padding-bottom: 0; }
hr { border: 0; border-top: 1px solid var(--line); margin: 0; }
@media (max-width: 760px) {
  .checkout { grid-template-columns: minmax(0, 1fr); } .checkout > aside { order: -1; }
  main { padding-top: 1.25rem; gap: 1.25rem; } h1 { font-size: 1.5rem; }
  .products { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: .75rem; } .product .text { padding: 0 .75rem .75rem; }
}
`;
