import type { Actor } from "#app/domain/access/actor.ts";
import { NO_FILTER, type CodeFilter } from "#app/domain/code/summary.ts";
import { listCodes } from "#app/services/code/list-codes.server.ts";
import type { Figure, Progress } from "../bench.ts";
import { openBenchShop, type BenchShop } from "../bench-deps.ts";
import { fillStore } from "./store.ts";

const CODES = 1_000_000;
const ASKED = 200;
const LIMIT_MS = 100;

const KINDS = ["prefix", "substring", "dimension", "used"] as const;
type Kind = (typeof KINDS)[number];

/**
 * The first page of the codes list over a million codes, warm: by how a code begins, by what it contains, by dimension, and
 * by whether it was used, alone and with each of these.
 */
export async function measureSearch(progress: Progress): Promise<Figure[]> {
  const bench = await openBenchShop();
  try {
    progress(`search: filling a shop with ${CODES} codes`);
    const campaigns = await fillStore(bench, CODES);
    const { rows } = await bench.deps.database.pool.query<{ code: string }>(SOME, [bench.shop.id]);
    const codes = rows.map(({ code }) => code);
    const questions = questionsOf(campaigns, codes);
    const figures: Figure[] = [];
    for (const kind of KINDS) {
      const p95 = await measure(bench, questions[kind]);
      progress(`search by ${kind}: p95 ${p95.toFixed(1)} ms`);
      figures.push(figure(`search_${kind}_p95_ms`, p95));
    }
    // As it was measured before lists could be asked for use: what that costs stands beside it.
    const worst = Math.max(...figures.slice(0, KINDS.indexOf("used")).map(({ value }) => value));
    return [figure("search_p95_ms", worst), ...figures];
  } finally {
    await bench.close();
  }
}

const SOME = "SELECT code FROM code WHERE shop_id = $1 AND id % 997 = 0 ORDER BY id";

function figure(metric: string, value: number): Figure {
  const ratio = Number((LIMIT_MS / value).toFixed(2));
  return {
    ...{ metric, value: Number(value.toFixed(1)), unit: "ms" },
    ...{ peer: "the limit set for it", peerValue: LIMIT_MS, ratio },
  };
}

/** From what a million codes have to what none has, with every length a person types on the way. */
function questionsOf(
  campaigns: Record<string, string>[],
  codes: string[],
): Record<Kind, Partial<CodeFilter>[]> {
  const at = <T>(list: readonly T[], i: number) => list[(i * 7919) % list.length] as T;
  const each = (ask: (i: number) => Partial<CodeFilter>) =>
    Array.from({ length: ASKED }, (_, i) => ask(i));
  const questions = {
    prefix: each((i) => {
      const code = i % 5 === 0 ? "QQQQ" : at(codes, i);
      return { text: code.slice(0, 1 + (i % code.length)) };
    }),
    substring: each((i) => {
      const code = at(codes, i);
      const from = 1 + (i % (code.length - 4));
      return { text: i % 7 === 0 ? "OFF" : code.slice(from, from + 3 + (i % 6)) };
    }),
    dimension: each((i) => {
      const [field, value] = at(Object.entries(at(campaigns, i)), i);
      return { dimension: { field, value } };
    }),
  };
  const others = [questions.prefix, questions.substring, questions.dimension];
  const used = each((i) => ({
    ...(i % 4 === 3 ? {} : at(others[i % 4]!, i)),
    used: i % 8 < 4 ? "yes" : "no",
  }));
  return { ...questions, used };
}

async function measure(
  { deps, shop }: BenchShop,
  questions: Partial<CodeFilter>[],
): Promise<number> {
  const actor: Actor = { kind: "staff", shopId: shop.id, id: "1", name: "Bench", role: "viewer" };
  const times: number[] = [];
  for (const isWarm of [false, true]) {
    for (const question of questions) {
      const started = performance.now();
      const asked = { filter: { ...NO_FILTER, ...question }, cursor: null };
      const answer = await listCodes(deps, actor, asked);
      if (!answer.ok) throw new Error("The search was refused.");
      if (isWarm) times.push(performance.now() - started);
    }
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0;
}
