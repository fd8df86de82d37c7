const SHOWN = 5;

/** Names with commas between; of very many the first few, and how many more there are. */
export function fewNames(names: readonly string[], number: (value: number) => string): string {
  const more = names.length - SHOWN;
  // One more is as short as saying so.
  if (more <= 1) return names.join(", ");
  return `${names.slice(0, SHOWN).join(", ")} and ${number(more)} more`;
}
