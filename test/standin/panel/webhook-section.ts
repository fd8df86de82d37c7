import { html, type Html } from "../page/html.ts";
import type { ShopState } from "../state.ts";
import type { Attempt, Delivery } from "../webhooks/delivery.ts";
import type { DeliveryModes } from "../webhooks/schedule.ts";
import { jsonBlock, timeOf } from "./layout.ts";

const SHOWN = 60;

export function webhookSection(
  deliveries: readonly Delivery[],
  modes: DeliveryModes,
  pending: number,
  shop: ShopState | undefined,
): Html {
  const query = shop ? `?shop=${shop.handle}` : "";
  const newest = deliveries.filter((one) => !shop || one.shop === shop.domain).reverse();
  return html`<section class="card pad" style="display:grid;gap:12px">
      <h2>How they are delivered</h2>
      <form class="form" method="post" action="/panel/webhooks/modes${query}">
        <label
          >Sent twice, %<input
            name="duplicates"
            type="number"
            min="0"
            max="100"
            value="${Math.round(modes.duplicateShare * 100)}"
            style="width:6rem"
        /></label>
        <label
          >Out of order within, ms<input
            name="shuffle"
            type="number"
            min="0"
            max="60000"
            step="100"
            value="${modes.shuffleMs}"
            style="width:8rem"
        /></label>
        <label
          >Late by, ms<input
            name="delay"
            type="number"
            min="0"
            max="60000"
            step="100"
            value="${modes.delayMs}"
            style="width:7rem"
        /></label>
        <label
          >Lose the next<input
            name="drop"
            type="number"
            min="0"
            max="999"
            value="0"
            style="width:6rem"
        /></label>
        <button class="button primary">Set</button>
      </form>
      <div class="form">
        <form method="post" action="/panel/webhooks/resend${query}">
          <button class="button">Send all again</button>
        </form>
        <form method="post" action="/panel/webhooks/resend${query}">
          <button class="button" name="shuffle" value="1">Send all again, shuffled</button>
        </form>
        <span class="soft">${pending} under way</span>
      </div>
    </section>
    <section class="card">
      ${
        newest.length === 0
          ? html`<p class="empty">Nothing has been sent yet.</p>`
          : html`<table class="stack log">
                <thead>
                  <tr>
                    <th>Triggered</th>
                    <th>Topic</th>
                    <th>Shop</th>
                    <th>State</th>
                    <th>Attempts</th>
                    <th></th>
                  </tr>
                </thead>
                <tbody>
                  ${newest.slice(0, SHOWN).map((one) => row(one, query))}
                </tbody>
              </table>
              ${newest.length > SHOWN && html`<p class="pad soft">The newest ${SHOWN} of ${newest.length}.</p>`}`
      }
    </section>`;
}

function row(delivery: Delivery, query: string): Html {
  const colour = { delivered: "good", pending: "warn", dead: "bad" }[delivery.state];
  return html`<tr>
    <td class="num">${timeOf(delivery.triggeredAt)}</td>
    <td><strong>${delivery.topic}</strong>${jsonBlock("Body", readBody(delivery.body))}</td>
    <td class="soft break">${delivery.shop}</td>
    <td><span class="badge ${colour}">${delivery.state}</span></td>
    <td>${delivery.attempts.map(attemptText).join(", ") || "none yet"}</td>
    <td class="actions">
      <form method="post" action="/panel/webhooks/${delivery.id}/resend${query}">
        <button class="button slim">Send again</button>
      </form>
    </td>
  </tr>`;
}

function attemptText({ kind, result, ms }: Attempt): string {
  return `${kind === "first" ? "" : `${kind} `}${result} in ${ms} ms`;
}

function readBody(body: string): unknown {
  return JSON.parse(body) as unknown;
}
