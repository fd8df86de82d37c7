/** The page of a leak alarm, with its orders. */
export function leakUrl(id: string): string {
  return `/app/leaks/${encodeURIComponent(id)}`;
}
