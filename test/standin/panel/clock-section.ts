import { html, type Html } from "../page/html.ts";
import { formatInstant } from "../page/money.ts";
import type { ShopState, World } from "../state.ts";

const HOUR = 3_600_000;
const STEPS = [
  ["+ 1 hour", HOUR],
  ["+ 1 day", 24 * HOUR],
  ["+ 7 days", 7 * 24 * HOUR],
  ["+ 30 days", 30 * 24 * HOUR],
  ["− 1 day", -24 * HOUR],
] as const;

export function clockSection(world: World, shop: ShopState | undefined): Html {
  const zones = shop ? [shop] : [...world.shops.values()];
  const now = world.now();
  const offsetHours = Math.round((now.getTime() - Date.now()) / HOUR);
  return html`<section class="card pad" style="display:grid;gap:12px">
    <h2>The clock of all shops</h2>
    <p class="soft">
      Discounts begin and end by it, and so does what a function reads as the date. The app’s own
      clock is not moved.
    </p>
    <dl class="facts">
      ${zones.map(
        ({ name, ianaTimezone }) =>
          html`<dt>${name}</dt>
            <dd>${formatInstant(now, ianaTimezone)} (${ianaTimezone})</dd>`,
      )}
      <dt>Ahead of real time</dt>
      <dd>${offsetHours === 0 ? "no" : `${offsetHours} hours`}</dd>
    </dl>
    <form class="form" method="post" action="/panel/clock">
      ${STEPS.map(
        ([label, ms]) => html`<button class="button" name="ms" value="${ms}">${label}</button>`,
      )}<button class="button" name="reset" value="1">Real time</button>
    </form>
  </section>`;
}
