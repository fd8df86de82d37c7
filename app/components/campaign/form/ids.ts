/** Ids as a field holds them: with commas between. */
export function idsIn(text: string): string[] {
  return text.split(",").filter((id) => id !== "");
}

export function idsText(ids: readonly string[]): string {
  return ids.join(",");
}
