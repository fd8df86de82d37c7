import type { FaultEffect, FaultRule, NewFaultRule } from "../faults/rule.ts";
import { html, type Html } from "../page/html.ts";
import type { ShopState } from "../state.ts";

/** Ready-made troubles; `name` narrows them to an operation, a root field or a topic. */
const EFFECTS: readonly {
  readonly key: string;
  readonly label: string;
  readonly effect: FaultEffect;
}[] = [
  { key: "503", label: "Answers 503", effect: { action: "status", status: 503 } },
  { key: "500", label: "Answers 500", effect: { action: "status", status: 500 } },
  {
    key: "429",
    label: "Answers 429, retry after 2 s",
    effect: { action: "status", status: 429, retryAfterSeconds: 2 },
  },
  { key: "throttle", label: "THROTTLED", effect: { action: "throttle" } },
  { key: "slow", label: "Takes 3 seconds", effect: { action: "slow", ms: 3_000 } },
  { key: "timeout", label: "Never answers", effect: { action: "timeout" } },
  { key: "reset", label: "Hangs up before doing anything", effect: { action: "reset" } },
  { key: "lose", label: "Does it, but the answer is lost", effect: { action: "loseResponse" } },
  { key: "revoke", label: "Takes the token back", effect: { action: "revoke", refresh: false } },
];

/** Undefined when the form names a trouble there is not. */
export function readFault(
  form: URLSearchParams,
  shop: ShopState | undefined,
): NewFaultRule | undefined {
  const effect = EFFECTS.find(({ key }) => key === form.get("effect"))?.effect;
  if (!effect) return undefined;
  const name = form.get("name")?.trim();
  const times = Number(form.get("times"));
  const isWebhook = form.get("on") === "webhook" && effect.action !== "revoke";
  const on = isWebhook ? "webhook" : "call";
  return {
    match: { on, ...(name && { name }), ...(shop && { shop: shop.domain }) },
    effect,
    ...(times > 0 && { times }),
  };
}

export function faultSection(rules: readonly FaultRule[], shop: ShopState | undefined): Html {
  const query = shop ? `?shop=${shop.handle}` : "";
  return html`<section class="card pad" style="display:grid;gap:12px">
      <h2>Make something go wrong</h2>
      <form class="form" method="post" action="/panel/faults${query}">
        <label
          >Where<select name="on">
            <option value="call">The app calls the Admin API</option>
            <option value="webhook">A webhook goes to the app</option>
          </select></label
        >
        <label
          >Only for<input name="name" placeholder="all" list="fault-names" autocomplete="off"
        /></label>
        <datalist id="fault-names">
          ${["query", "mutation", "oauth", "discountRedeemCodeBulkAdd", "metafieldsSet", "orders/create", "orders/*"].map((name) => html`<option value="${name}"></option>`)}
        </datalist>
        <label
          >What<select name="effect">
            ${EFFECTS.map(({ key, label }) => html`<option value="${key}">${label}</option>`)}
          </select></label
        >
        <label
          >How often<input
            name="times"
            type="number"
            min="0"
            max="999"
            value="1"
            style="width:5.5rem"
        /></label>
        <button class="button primary">Set</button>
      </form>
      <p class="soft">
        0 means until it is removed. A name is an operation, a root field, a kind of call or a
        topic; * at its end stands for anything.${shop && ` Holds for ${shop.name} only.`}
      </p>
    </section>
    <section class="card">
      ${
        rules.length === 0
          ? html`<p class="empty">Nothing is set to go wrong.</p>`
          : html`<table class="stack">
                <thead>
                  <tr>
                    <th>Where</th>
                    <th>For</th>
                    <th>What</th>
                    <th>Struck</th>
                    <th></th>
                  </tr>
                </thead>
                <tbody>
                  ${rules.map(ruleRow)}
                </tbody>
              </table>
              <div class="pad">
                <form method="post" action="/panel/faults/clear${query}">
                  <button class="button">Remove all</button>
                </form>
              </div>`
      }
    </section>`;
}

const WHERE = { call: "Admin API", webhook: "Webhook", work: "Background work" } as const;

function ruleRow(rule: FaultRule): Html {
  const isSpent = rule.times !== undefined && rule.struck >= rule.times;
  return html`<tr>
    <td>${WHERE[rule.match.on]}</td>
    <td class="break">
      ${rule.match.name ?? "everything"}${rule.match.shop !== undefined && ` in ${rule.match.shop}`}
    </td>
    <td>${effectText(rule.effect)}</td>
    <td>
      ${rule.struck} of ${rule.times ?? "any"} ${isSpent && html`<span class="badge">spent</span>`}
    </td>
    <td class="actions">
      <form method="post" action="/panel/faults/${rule.id}/remove">
        <button class="button slim">Remove</button>
      </form>
    </td>
  </tr>`;
}

function effectText(effect: FaultEffect): string {
  const known = EFFECTS.find((one) => JSON.stringify(one.effect) === JSON.stringify(effect));
  return known?.label ?? JSON.stringify(effect);
}
