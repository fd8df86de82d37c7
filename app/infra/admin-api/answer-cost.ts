import type { ThrottleStatus } from "#app/domain/rate/settle.ts";

/** `extensions.cost` of an answer. */
export type AnswerCost = {
  requestedQueryCost: number;
  /** Null when nothing was carried out. */
  actualQueryCost: number | null;
  throttleStatus: ThrottleStatus;
};

/** The cost in an answer's `extensions`; null when it is not there or not whole, as in errors before any work. */
export function costIn(extensions: unknown): AnswerCost | null {
  const cost = fields(fields(extensions)["cost"]);
  const status = fields(cost["throttleStatus"]);
  const { requestedQueryCost, actualQueryCost } = cost;
  const { maximumAvailable, currentlyAvailable, restoreRate } = status;
  if (!isPoints(requestedQueryCost) || !isPoints(currentlyAvailable)) return null;
  if (!isPoints(maximumAvailable) || !isPoints(restoreRate) || restoreRate === 0) return null;
  return {
    requestedQueryCost,
    actualQueryCost: isPoints(actualQueryCost) ? actualQueryCost : null,
    throttleStatus: { maximumAvailable, currentlyAvailable, restoreRate },
  };
}

function fields(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function isPoints(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value) && value >= 0;
}
