import type { CampaignTerms } from "#app/domain/campaign/terms.ts";
import type { CampaignField } from "#app/domain/campaign/form.ts";
import type { Eligibility } from "#app/domain/policy/rule.ts";
import { chosenIn } from "#app/domain/campaign/chosen.ts";
import { refusalWords } from "#app/domain/discount/refusal-words.ts";
import type { Problem } from "#app/domain/shared/outcome.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { systemActor } from "#app/domain/access/actor.ts";
import { nameChosen } from "../chosen/name-chosen.server.ts";
import { segmentsIn, type NamedSegment } from "../segment/ask-memberships.server.ts";
import { listSegments } from "../segment/list-segments.server.ts";
import { canHoldLimits, isLongList } from "./campaign-row.server.ts";
import { unknownNames } from "./unknown-names.server.ts";

/** `segments`: those it asks for, with what they are called. */
export type CheckedTerms =
  { ok: true; segments: NamedSegment[] } | { ok: false; problems: Problem[] };

/** What a form alone cannot tell: whether its parts go together with so many codes, and whether what it names exists. */
export async function checkTerms(
  deps: Deps,
  shop: Shop,
  terms: CampaignTerms,
  codeCount: number,
): Promise<CheckedTerms> {
  const problems: Problem[] = [];
  if (!canHoldLimits({ codeKind: terms.codes.kind, codeCount }, terms.limits)) {
    const message =
      "For a list this long the checkout can hold “once per customer” or no limit. Choose one of these, or bring at most 100 codes.";
    problems.push({ field: "perCustomer", message });
  }
  if (terms.customerCapMinor !== null && isLongList({ codeKind: terms.codes.kind, codeCount })) {
    const message =
      "For a list this long the checkout cannot hold a cap per customer. Leave it empty, or bring at most 100 codes.";
    problems.push({ field: "customerCap", message });
  }
  const asked = segmentsIn(terms.eligibility);
  const segments = await namedSegments(deps, shop, asked);
  const gone = asked.find((id) => !segments.some((segment) => segment.id === id));
  if (gone !== undefined) {
    const message = refusalWords("INVALID", "segments") ?? "";
    problems.push({ field: segmentField(terms.eligibility, gone), message });
  }
  problems.push(...(await unknownNames(deps.database.prisma, shop.id, terms)));
  problems.push(...(await goneProblems(deps, shop, terms)));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, segments };
}

/** Where something chosen is not in Shopify any more. */
async function goneProblems(deps: Deps, shop: Shop, terms: CampaignTerms): Promise<Problem[]> {
  const actor = systemActor(shop.id, "check-terms");
  const problems: Problem[] = [];
  for (const { field, ids } of chosenIn(terms)) {
    const answer = await nameChosen(deps, actor, ids);
    if (!answer.ok || !answer.value.isComplete) continue;
    const { named } = answer.value;
    const wanted = Object.values(ids).reduce((sum, each) => sum + each.length, 0);
    if (named.length === wanted) continue;
    const refused = field === "customerIds" ? "customers" : "itemIds";
    problems.push({ field, message: refusalWords("INVALID", refused) ?? "" });
  }
  return problems;
}

function segmentField({ all, none }: Eligibility, id: string): CampaignField {
  if (all.includes(id)) return "allSegmentIds";
  return none.includes(id) ? "noneSegmentIds" : "segmentIds";
}

async function namedSegments(
  deps: Deps,
  shop: Shop,
  ids: readonly string[],
): Promise<NamedSegment[]> {
  if (ids.length === 0) return [];
  const segments = await listSegments(deps, systemActor(shop.id, "check-terms"));
  return segments.ok ? segments.value.filter(({ id }) => ids.includes(id)) : [];
}
