import type { CampaignForm } from "#app/domain/campaign/form.ts";
import type { Convention } from "#app/domain/naming/convention.ts";
import type { Dimensions } from "#app/domain/naming/dimensions.ts";
import type { Lint } from "#app/domain/naming/lint/lint-name.ts";
import { LINT_RULES } from "#app/domain/naming/lint/registry.ts";
import type { Problem } from "#app/domain/shared/outcome.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { lintSeverities } from "./lint-settings.server.ts";
import { lintTerms, type LintedTerms } from "./lint-terms.server.ts";

type Named = { convention: Convention; dimensions: Dimensions };

/** Where the name of a new campaign contradicts its terms so that the shop wants it refused, each beside the name. */
export async function nameProblems(
  deps: Deps,
  shop: Shop,
  named: Named,
  terms: LintedTerms,
): Promise<Problem[]> {
  const errors = await errorsOf(deps, shop, named, terms);
  return errors.map(({ message, fixes }) => {
    const renamed = fixes.find((fix) => fix.kind === "rename");
    const said = renamed ? `${message} ${renamed.name} would fit.` : message;
    return { field: "name", message: said };
  });
}

/**
 * The same of a change, whose name stays: beside the field that brings the contradiction about. One that was there
 * before is no reason to refuse another change.
 */
export async function changeProblems(
  deps: Deps,
  shop: Shop,
  named: Named,
  before: LintedTerms,
  after: LintedTerms,
): Promise<Problem[]> {
  const errors = await errorsOf(deps, shop, named, after);
  if (errors.length === 0) return [];
  const known = new Set((await errorsOf(deps, shop, named, before)).map(idOf));
  return errors
    .filter((lint) => !known.has(idOf(lint)))
    .map(({ rule, message }) => ({ field: fieldAbout(rule, before, after), message }));
}

const idOf = ({ rule, field }: Lint): string => `${rule} ${field}`;

/** Nothing is linted, and Shopify not asked, for the many shops that refuse nothing. */
async function errorsOf(deps: Deps, shop: Shop, named: Named, terms: LintedTerms): Promise<Lint[]> {
  const severities = await lintSeverities(deps.database.prisma, shop.id);
  if (!Object.values(severities).includes("error")) return [];
  const lints = await lintTerms(deps, shop, named, terms);
  return lints.filter(({ severity }) => severity === "error");
}

function fieldAbout(
  rule: Lint["rule"],
  before: LintedTerms,
  { offer, startsAt }: LintedTerms,
): keyof CampaignForm {
  switch (LINT_RULES[rule].about) {
    case "dates":
      return startsAt.getTime() === before.startsAt.getTime() ? "endsAt" : "startsAt";
    case "segment":
      return "segmentIds";
    case "offer":
      if (offer.kind === "percentage") return "percentage";
      return offer.kind === "fixed_amount" ? "amount" : "offerKind";
  }
}
