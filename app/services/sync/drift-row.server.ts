import { DRIFT_KINDS, type DriftKind, type DriftState } from "#app/domain/discount/drift.ts";
import type { Difference } from "#app/domain/discount/merge.ts";
import type { Drift } from "#app/infra/db/generated/client.ts";

const STATES: readonly DriftState[] = ["open", "adopted", "restored", "mixed", "settled"];

export function driftKindOf({ kind }: Pick<Drift, "kind">): DriftKind {
  return DRIFT_KINDS.find((known) => known === kind) ?? "terms";
}

export function driftStateOf({ state }: Pick<Drift, "state">): DriftState {
  return STATES.find((known) => known === state) ?? "open";
}

export function fieldsOf({ fields }: Pick<Drift, "fields">): Difference[] {
  return fields as unknown as Difference[];
}
