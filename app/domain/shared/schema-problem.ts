/** What a schema found wrong with a value: where, and in its own words. */
type Issue = { path: readonly PropertyKey[]; message: string };

const MOST_NAMED = 3;

/**
 * What is wrong with a value by its schema, as one sentence without its content: "total_price is missing; and 2 more."
 * @param whole said where the value as a whole is of another kind
 */
export function schemaProblem(issues: readonly Issue[], whole: string): string {
  const texts = issues
    .slice(0, MOST_NAMED)
    .map(({ path, message }) =>
      path.length === 0 ? whole : `${path.join(".")}${wordsOf(message)}`,
    );
  const more = issues.length - texts.length;
  return `${texts.join("; ")}${more > 0 ? `; and ${more} more` : ""}.`;
}

/** Our schemas' messages complete the field's name ("is missing"); the library's are made to. */
function wordsOf(message: string): string {
  if (message.startsWith("is ")) return ` ${message}`;
  const [, wanted, given] = /^Invalid input: expected (\w+), received (\w+)$/.exec(message) ?? [];
  if (given === "undefined") return " is missing";
  if (wanted !== undefined) return ` should be of the kind “${wanted}”, not “${given}”`;
  return message === "Invalid input" ? " is not of a kind that is expected" : `: ${message}`;
}
