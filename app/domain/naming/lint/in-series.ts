/** "Germany, France or Italy". */
export function inSeries(names: readonly string[], word: "and" | "or"): string {
  const last = names.at(-1) ?? "";
  return names.length > 1 ? `${names.slice(0, -1).join(", ")} ${word} ${last}` : last;
}
