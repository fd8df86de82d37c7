import { writeFileSync } from "node:fs";
import type { Meter } from "../fuel/measure.ts";
import { CODES_MOST, guestInput, inputOf } from "../guard-cases.ts";
import type { Progress } from "../bench.ts";
import { linePlot } from "./plot.ts";

const TABLE = "docs/guard-cost.md";
const PLOT = "docs/guard-cost.svg";
const RULES = [5, 50, 100, 200, 300];
const ENTRIES = [0, 50, 100, 200, 400];
const CODES = [1, 3, 5, CODES_MOST];
const DIGESTS = [0, 1_000, 2_500, 5_000];

/** Writes how the cost grows into the docs: `npm run bench -- guard docs`. */
export async function writeCost(measure: Meter, progress: Progress): Promise<void> {
  const cost = async (input: unknown) => (await measure(input)).instructions;
  const byRules = new Map<number, number[]>();
  for (const codes of [1, 5]) {
    progress(`Growing rules and entries, ${codes} codes`);
    const costs: number[] = [];
    for (const [i, rules] of RULES.entries()) {
      costs.push(await cost(inputOf({ codes, rules, entries: ENTRIES[i] ?? 0 })));
    }
    byRules.set(codes, costs);
  }
  const byCodes: number[] = [];
  for (const codes of CODES) byCodes.push(await cost(inputOf({ codes, rules: 100, entries: 200 })));
  progress("Growing digests");
  const byDigests: number[] = [];
  for (const digests of DIGESTS) byDigests.push(await cost(guestInput(digests)));

  const lines = [...byRules].map(([codes, costs]) => ({
    name: `${codes} ${codes === 1 ? "code" : "codes"}`,
    points: RULES.map((rules, i) => ({ x: rules, y: costs[i] ?? 0 })),
  }));
  writeFileSync(
    PLOT,
    linePlot(lines, { x: "rules (and entries beside them)", y: "million instructions" }),
  );
  const tables = [
    table(
      ["rules", "entries", "1 code", "5 codes"],
      RULES.map((rules, i) => [
        rules,
        ENTRIES[i] ?? 0,
        ...[...byRules.values()].map((costs) => millions(costs[i])),
      ]),
    ),
    table(
      ["codes (100 rules, 200 entries)", "instructions"],
      CODES.map((codes, i) => [codes, millions(byCodes[i])]),
    ),
    table(
      ["digests (1 code, e-mail and phone)", "instructions"],
      DIGESTS.map((digests, i) => [digests, millions(byDigests[i])]),
    ),
  ];
  writeFileSync(TABLE, [HEAD, ...tables, TAIL].join("\n\n") + "\n");
}

const millions = (instructions = 0): string => (instructions / 1_000_000).toFixed(2) + " M";

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---:")), ...rows.map(line)].join("\n");
}

const HEAD = `# What the guard costs at checkout

Counted by wasmtime's rule for fuel, as Shopify counts, in the bundle that is deployed, run in QuickJS; Shopify's limit is
11 million for a cart of up to 200 lines. Shopify's own engine (Javy) takes the same steps; its count was 0.7 to 1 of ours.
Written by \`npm run bench -- guard docs\`; the figures alone are \`npm run bench -- guard\`.

![Cost as rules and entries grow](guard-cost.svg)`;

const TAIL = `## What things cost in this engine

Measured one by one, for whoever changes the guard. The first use of a builtin sets it up.

| what | instructions |
| --- | ---: |
| a function of the bundle, called or not | 4,000 |
| the first use of a builtin (\`slice\`, \`split\`, …) | 3,000 |
| \`for … of\`, taking an array or a text apart by pattern | 2,500 to 4,000 |
| an object, each property; a new name for one, when the input is read | 1,000; 500 |
| reading a text of the input: each character; when one is not ASCII | 19; 60 |
| cutting a piece out of a text with \`slice\`, whatever the length | 1,300 |
| a text searched with \`split\`, each character; for each piece | 17; 1,000 |
| a text searched with \`indexOf\`, each character | 66 |
| a number read from digits | 1,800 |
| a pattern tried on 20 characters | 10,000 |
| a date written with \`toISOString\` | 10,000 |
| a round of HalfSipHash | 3,500 |
| a use of a \`let\` or \`const\`, beyond one of a \`var\` | 50 |

Hence: the wire is ASCII, and what is looked for in it stands where it can be cut out, or is found by halving the text and
splitting the rest; days are written so that most windows are found by cutting, too; sentences come from the server and are
not touched unless somebody is refused; of a guest's digest only what its place does not tell is written; few functions,
plain loops, and no object that is not needed. The query calls its fields by letters, over and over the same.`;
