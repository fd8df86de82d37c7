/** The open flags before and after one; after a decided one come the first still open. */
export function neighboursOf(
  id: string,
  open: readonly { id: string }[],
): { previous: string | null; next: string | null } {
  const at = open.findIndex((flag) => flag.id === id);
  return {
    previous: at > 0 ? (open[at - 1]?.id ?? null) : null,
    next: open[at + 1]?.id ?? null,
  };
}
