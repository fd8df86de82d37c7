/** Of SQL: serialization failure, deadlock, lock not available. */
const IN_THE_WAY = ["40001", "40P01", "55P03"];

/** Whether a transaction failed because another one was in its way: done again, it may succeed. */
export function isInTheWay(error: unknown): boolean {
  return IN_THE_WAY.includes(String((error as { code?: unknown } | null)?.code));
}
