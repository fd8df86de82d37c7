import { html, type Html } from "../page/html.ts";
import type { CallLog } from "../state.ts";
import { timeOf } from "./layout.ts";

const SHOWN = 100;

export function callSection(calls: readonly CallLog[]): Html {
  const newest = [...calls].reverse();
  if (newest.length === 0) {
    return html`<section class="card"><p class="empty">The app has not called yet.</p></section>`;
  }
  return html`<section class="card">
    <table class="stack log">
      <thead>
        <tr>
          <th>At</th>
          <th>Operation</th>
          <th>Shop</th>
          <th class="right">Cost asked / used</th>
          <th>Answer</th>
        </tr>
      </thead>
      <tbody>
        ${newest.slice(0, SHOWN).map(
          (call) =>
            html`<tr>
              <td class="num">${timeOf(call.at)}</td>
              <td class="break">
                <strong>${call.operation}</strong>
                <span class="soft">${call.kind}</span
                >${call.fields.length > 0 && html`<br /><span class="soft">${call.fields.join(", ")}</span>`}
              </td>
              <td class="soft break">${call.shop}</td>
              <td class="right num">${call.requestedCost} / ${call.actualCost}</td>
              <td>
                <span class="badge ${call.outcome === "ok" ? "good" : "bad"}"
                  >${call.status === 0 ? "hung up" : call.status} ${call.outcome}</span
                >
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
    ${newest.length > SHOWN && html`<p class="pad soft">The newest ${SHOWN} of ${newest.length}.</p>`}
  </section>`;
}
