import { done, invalid, refuse, type Outcome, type Refusal } from "#app/domain/shared/outcome.ts";

export type CaseDone = { id: string; number: number };

/** `left`: how many of the cases it could not be done for. */
export type CasesDone = { cases: CaseDone[]; left: number };

/** More than a page of them nobody has looked at. */
const MOST = 50;

/** Does something to several cases, each by itself: one it cannot be done for leaves the others. Refused where it is none. */
export async function eachCase(
  ids: readonly string[],
  verb: (id: string) => Promise<Outcome<CaseDone>>,
): Promise<Outcome<CasesDone>> {
  const wanted = new Set(ids.filter((id) => id !== ""));
  if (wanted.size === 0 || wanted.size > MOST)
    return invalid({ field: "ids", message: `Choose 1 to ${MOST} cases.` });
  const cases: CaseDone[] = [];
  let refusal: Refusal | null = null;
  for (const id of wanted) {
    const outcome = await verb(id);
    if (outcome.ok) cases.push({ id: outcome.value.id, number: outcome.value.number });
    else refusal ??= outcome.refusal;
  }
  if (refusal && cases.length === 0) return refuse(refusal);
  return done({ cases, left: wanted.size - cases.length });
}
