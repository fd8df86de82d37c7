/** A body with only the fields at these dotted paths; a path through a list reaches into each of its members. */
export function includeFields(body: unknown, paths: readonly string[]): unknown {
  if (Array.isArray(body)) return body.map((member) => includeFields(member, paths));
  if (typeof body !== "object" || body === null) return body;
  const wanted = new Map<string, string[]>();
  for (const path of paths) {
    const [field = "", ...rest] = path.split(".");
    wanted.set(field, [...(wanted.get(field) ?? []), rest.join(".")]);
  }
  return Object.fromEntries(
    Object.entries(body).flatMap(([field, value]) => {
      const inner = wanted.get(field);
      if (!inner) return [];
      return [[field, inner.includes("") ? value : includeFields(value, inner)]];
    }),
  );
}
