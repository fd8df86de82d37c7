import type { CampaignForm } from "#app/domain/campaign/form.ts";
import type { CodePlan } from "#app/domain/campaign/terms.ts";
import type { CodeShape } from "#app/domain/code/code-space.ts";
import { checkRoom, guessOdds } from "#app/domain/code/guess-odds.ts";
import { stemOf } from "#app/domain/naming/stem.ts";
import { parseName } from "#app/domain/naming/parse.ts";
import type { Problem } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { loadConvention, type LoadedConvention } from "../naming/load-convention.server.ts";

/** Eight letters are easily typed from a flyer; more when so many codes could be guessed. */
const USUAL_LENGTH = 8;

export type CampaignName = {
  name: string;
  dimensions: Record<string, string>;
  loaded: LoadedConvention;
};

/** A campaign's name by its convention: of one for unique codes, what stands before the unique part. */
export async function readCampaignName(
  deps: Deps,
  shopId: number,
  form: Pick<CampaignForm, "name" | "conventionId">,
): Promise<{ ok: true; value: CampaignName } | { ok: false; problems: Problem[] }> {
  const loaded = await loadConvention(deps.database.prisma, shopId, form.conventionId);
  if (!loaded) {
    const message = "Choose a naming convention.";
    return { ok: false, problems: [{ field: "conventionId", message }] };
  }
  const parsed = parseName(stemOf(loaded.convention).convention, form.name);
  if (parsed.ok) {
    const { name, dimensions } = parsed;
    return { ok: true, value: { name, dimensions: { ...dimensions }, loaded } };
  }
  const [nearest] = parsed.suggestions;
  const { message } = parsed.error;
  const said = nearest ? `${message} Did you mean ${nearest}?` : message;
  return { ok: false, problems: [{ field: "name", message: said }] };
}

export type CodeColumns = {
  codePrefix: string | null;
  codeLength: number | null;
  codeAlphabet: string | null;
  codeCheck: boolean;
};

const NO_UNIQUE_CODES: CodeColumns = {
  codePrefix: null,
  codeLength: null,
  codeAlphabet: null,
  codeCheck: false,
};

/** How the codes of a new campaign look: as its convention says, else as the form does. */
export function codeColumnsOf(
  { name, loaded }: CampaignName,
  plan: CodePlan,
): { ok: true; columns: CodeColumns } | { ok: false; problem: Problem } {
  const { unique } = loaded.convention;
  if (plan.kind !== "unique") {
    if (!unique || plan.kind === "list") return { ok: true, columns: NO_UNIQUE_CODES };
    const message = `“${loaded.name}” is for unique codes. Choose unique codes, or another naming convention.`;
    return { ok: false, problem: { field: "codeKind", message } };
  }
  const shape: CodeShape = unique ?? { ...shapeFor(plan), check: plan.check };
  const room = checkRoom(shape, plan.count);
  if (!room.ok) return { ok: false, problem: { field: "codeCount", message: room.message } };
  const prefix = `${name}${stemOf(loaded.convention).separator}`;
  const { length, alphabet, check } = shape;
  const columns = {
    codePrefix: prefix,
    codeLength: length,
    codeAlphabet: alphabet,
    codeCheck: check,
  };
  return { ok: true, columns };
}

function shapeFor({ count, length, check }: Extract<CodePlan, { kind: "unique" }>): CodeShape {
  const usual = { length: USUAL_LENGTH + (check ? 1 : 0), alphabet: "safe", check } as const;
  if (length !== null) return { ...usual, length };
  return { ...usual, length: Math.max(usual.length, guessOdds(usual, count).saferLength ?? 0) };
}
