/** What one row of the audit trail says, as far as its hash covers it. */
export type ChainedEvent = {
  id: string;
  at: Date;
  actorKind: string;
  actorId: string;
  actorName: string;
  action: string;
  subjectKind: string;
  subjectId: string;
  subjectName: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
};

/** The text whose SHA-256 (hex) is a row's hash: the previous row's hash and everything the row says, in fixed order. */
export function chainedText(previousHash: string, event: ChainedEvent): string {
  return JSON.stringify([
    previousHash,
    event.id,
    event.at.toISOString(),
    event.actorKind,
    event.actorId,
    event.actorName,
    event.action,
    event.subjectKind,
    event.subjectId,
    event.subjectName,
    canonical(event.before),
    canonical(event.after),
  ]);
}

/** Objects with their keys sorted, because the database keeps JSON without its order. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, canonical(each)]),
  );
}
