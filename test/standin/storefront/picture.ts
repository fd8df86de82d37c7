import { html, type Html } from "../page/html.ts";

const COLOURS = ["#7a8f6a", "#b3835a", "#5e7f93", "#a0677c", "#8a7bb0", "#4f8a80"];

/** A stand-in for a photograph: the product's first letter on a colour of its own. */
export function picture(title: string, count?: number): Html {
  const sum = [...title].reduce(
    (total, letter) => (total * 31 + (letter.codePointAt(0) ?? 0)) % 9973,
    7,
  );
  const colour = COLOURS[sum % COLOURS.length] ?? "#777";
  return html`<div class="picture" style="background:${colour}" aria-hidden="true">
    ${title.charAt(0)}${count !== undefined && html`<b>${count}</b>`}
  </div>`;
}
