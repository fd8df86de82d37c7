import type { FunctionRun } from "../function/run-log.ts";
import { html, type Html } from "../page/html.ts";
import { jsonBlock, timeOf } from "./layout.ts";

const SHOWN = 60;

export function runSection(runs: readonly FunctionRun[]): Html {
  if (runs.length === 0) {
    return html`<section class="card">
      <p class="empty">
        No function has run yet. One runs whenever a checkout changes in a shop with an automatic
        discount of the app.
      </p>
    </section>`;
  }
  return html`<section class="card">
    <table class="stack log">
      <thead>
        <tr>
          <th>At</th>
          <th>Function</th>
          <th>Moment</th>
          <th>Result</th>
          <th class="right">Took</th>
        </tr>
      </thead>
      <tbody>
        ${runs.slice(0, SHOWN).map(
          (run) =>
            html`<tr>
              <td class="num">${timeOf(new Date(run.at))}</td>
              <td>
                <strong>${run.functionHandle}</strong><br /><span class="soft"
                  >${run.discountTitle}, ${run.shop}</span
                >
              </td>
              <td>${run.moment === "pay" ? "at payment" : "in the checkout"}</td>
              <td class="break">
                ${resultText(run)}${jsonBlock("Input", run.input)}${jsonBlock("Output", run.output)}${run.log !== "" && jsonBlock("Log", run.log)}
              </td>
              <td class="right num">${run.ms} ms</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}

function resultText(run: FunctionRun): Html {
  if (run.error !== undefined) return html`<span class="badge bad">Failed</span> ${run.error}`;
  const output = JSON.stringify(run.output ?? {});
  return output.includes("enteredDiscountCodesReject")
    ? html`<span class="badge warn">Refused a code</span>`
    : html`<span class="badge good">Let everything through</span>`;
}
