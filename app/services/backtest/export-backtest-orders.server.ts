import type { Actor } from "#app/domain/access/actor.ts";
import { OUTCOME_LABELS } from "#app/domain/backtest/backtest.ts";
import { decimalText } from "#app/domain/shared/money.ts";
import { done, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { csvFile, type CsvFile } from "../csv-stream.server.ts";
import {
  listBacktestOrders,
  readBacktestOrders,
  type AskedOrders,
} from "./list-backtest-orders.server.ts";

const ROWS = 2_000;
const HEADER = [
  ...["order", "placed_at", "codes", "discount", "currency", "score"],
  ...["becomes_with_first", "becomes_with_second"],
];

type Cells = string[];

/** The orders behind a backtest's number as a CSV file, newest first. Amounts as decimals; a score is 0 to 1. */
export async function exportBacktestOrders(
  deps: Deps,
  actor: Actor,
  asked: Omit<AskedOrders, "cursor">,
): Promise<Outcome<CsvFile>> {
  const first = await listBacktestOrders(deps, actor, { ...asked, cursor: null });
  if (!first.ok) return first;
  const { currency } = first.value;
  async function* pages(): AsyncGenerator<Cells[], void> {
    for (let cursor: string | null = ""; cursor !== null;) {
      const page = await readBacktestOrders(deps, actor.shopId, { ...asked, cursor }, ROWS);
      yield page.rows.map((order): Cells => [
        ...[order.name, order.placedAt, order.codes.join(" ")],
        ...[decimalText(order.discountMinor, currency), currency],
        ...[order.score === null ? "" : order.score.toFixed(3)],
        ...[OUTCOME_LABELS[order.first], OUTCOME_LABELS[order.second]],
      ]);
      cursor = page.next;
    }
  }
  return done(csvFile("backtest-orders.csv", HEADER, pages()));
}
