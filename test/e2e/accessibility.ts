import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import type { AxeResults, ElementContext, RunOptions } from "axe-core";
import type { Frame } from "playwright-core";

const SOURCE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** In the page, axe is a global. */
declare const axe: { run(context: ElementContext, options: RunOptions): Promise<AxeResults> };

/** What Polaris draws and we cannot: each with the reason it is left out. */
const POLARIS: { rule: string; html: RegExp; because: string }[] = [
  {
    rule: "color-contrast",
    html: /^<span class="Polaris-Text--root">(Shoppers type|Each begins with|Codes that exist already)[ ,]/,
    because: "The help text of a choice that is disabled, which Polaris greys out with the choice.",
  },
  {
    rule: "aria-conditional-attr",
    html: /^<input [^>]*\bindeterminate="true"/,
    because:
      "A checkbox for all rows while some are ticked: Polaris says “mixed” by an attribute, and not by the checkbox itself.",
  },
];

/** What axe calls serious or critical on a page: rule, where, and why. */
export async function violationsOn(page: Frame): Promise<string[]> {
  await page.evaluate(SOURCE);
  const violations = await page.evaluate(async () => {
    const results = await axe.run(document, { resultTypes: ["violations"] });
    return results.violations.map(({ id, impact, nodes }) => ({
      id,
      impact,
      nodes: nodes.map(({ target, html, failureSummary }) => ({
        target: target.join(" "),
        html,
        failureSummary,
      })),
    }));
  });
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) =>
      nodes
        .filter((node) => !POLARIS.some(({ rule, html }) => rule === id && html.test(node.html)))
        .map(
          ({ target, html, failureSummary }) => `${id} at ${target}: ${failureSummary}\n${html}`,
        ),
    );
}
