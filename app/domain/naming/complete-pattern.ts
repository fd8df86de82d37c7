import { compileConvention } from "./convention.ts";
import { expectationOf } from "./describe.ts";
import type { Field } from "./field.ts";
import { withArguments } from "./field-arguments.ts";

/** Putting `text` in the place of the characters `from` to `to` (from 0) completes a convention. */
export type PatternCompletion = {
  from: number;
  to: number;
  options: { text: string; label: string }[];
};

const MOST = 8;

const BEGINNINGS: readonly { text: string; label: string }[] = [
  { text: "{season}{yy}_{offer}", label: "Season, year and offer: SUMMER26_15OFF" },
  { text: "{season}{yy}_{offer}[_{channel}]", label: "The same, and where it is told: …_EMAIL" },
  { text: "{yyyy}{mm}_{campaign}", label: "Year, month and a word: 202607_LAUNCH" },
  { text: "{campaign:3-12}{percent}", label: "A word and a percentage: WELCOME10" },
  { text: "{region}_{season}{yy}_{offer}", label: "Region first: DACH_XMAS26_FREESHIP" },
  { text: "{handle:2-20}_{percent}", label: "For influencers: ANNA_10" },
  { text: "{season}{yy}-{unique:8}", label: "One code for each customer: XMAS26-7KD3M9PX" },
];

/** Without a word the alphabet is the safe one. */
const UNIQUE_ARGUMENTS = ["digits", "letters", "any", "check"];

const ARGUMENTS: Readonly<Partial<Record<Field["type"]["kind"], readonly string[]>>> = {
  word: ["3-12", "2-20", "8", "3-12,letters", "3-12,digits"],
  number: ["1-50", "1-999", "001-999"],
  unique: [
    ...["8", "10", "12"],
    ...["8", "10", "12"].flatMap((length) => [
      ...UNIQUE_ARGUMENTS.map((word) => `${length},${word}`),
      ...UNIQUE_ARGUMENTS.slice(0, -1).map((word) => `${length},${word},check`),
    ]),
  ],
};

/** What may stand where somebody types a convention; `cursor` counts characters from 0. */
export function completePattern(
  text: string,
  cursor: number,
  fields: readonly Field[],
): PatternCompletion {
  if (text.trim() === "") {
    const options = BEGINNINGS.filter((each) => compileConvention(each.text, fields).ok);
    return { from: 0, to: text.length, options };
  }
  const from = cursor > 0 ? text.lastIndexOf("{", cursor - 1) : -1;
  const typed = text.slice(from + 1, cursor);
  if (from < 0 || typed.includes("}")) return { from: cursor, to: cursor, options: [] };
  // The rest of a field that is closed already is replaced with it.
  const to = cursor + (/^[^{}[\]]*\}/.exec(text.slice(cursor))?.[0].length ?? 0);
  const elsewhere = text.slice(0, from) + text.slice(to);
  const isUsed = (id: string) => [`{${id}}`, `{${id}:`].some((each) => elsewhere.includes(each));
  const free = fields.filter(({ id }) => !isUsed(id));
  const colon = typed.indexOf(":");
  if (colon < 0) return { from, to, options: fieldOptions(free, typed) };
  const field = free.find(({ id }) => id === typed.slice(0, colon));
  return { from, to, options: field ? argumentOptions(field, typed.slice(colon + 1)) : [] };
}

/** Fields whose id begins so, then those whose label has such a word. */
function fieldOptions(fields: readonly Field[], typed: string): PatternCompletion["options"] {
  const prefix = typed.trim().toLowerCase();
  const byId = fields.filter(({ id }) => id.startsWith(prefix));
  const byLabel = fields.filter(({ label }) =>
    label
      .toLowerCase()
      .split(/[^a-z0-9]+/)
      .some((word) => word.startsWith(prefix)),
  );
  return [...new Set([...byId, ...byLabel])].map(({ id, label }) => ({
    text: `{${id}}`,
    label: label.charAt(0).toUpperCase() + label.slice(1),
  }));
}

function argumentOptions(field: Field, typed: string): PatternCompletion["options"] {
  const prefix = typed.replaceAll(" ", "").toLowerCase();
  const own = field.type.kind === "unique" ? /^[0-9]+/.exec(prefix)?.[0] : undefined;
  const known = ARGUMENTS[field.type.kind] ?? [];
  // Another length than those we know goes with the same words.
  const such = own ? known.map((each) => each.replace(/^[0-9]+/, own)) : known;
  return [...new Set([...known, ...such])]
    .filter((each) => each.startsWith(prefix))
    .flatMap((each) => {
      const made = withArguments(field, each);
      return made.ok ? [{ text: `{${field.id}:${each}}`, label: describe(made.field) }] : [];
    })
    .slice(0, MOST);
}

const ALPHABET_LABELS = {
  safe: "characters nobody mixes up",
  digits: "digits",
  letters: "letters",
  any: "letters and digits",
} as const;

function describe(field: Field): string {
  const { type } = field;
  if (type.kind !== "unique") return expectationOf(field);
  const what = `${type.length} ${ALPHABET_LABELS[type.alphabet]}`;
  return type.check ? `${what}, the last to catch typing errors` : what;
}
