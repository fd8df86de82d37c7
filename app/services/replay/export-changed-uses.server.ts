import type { Actor } from "#app/domain/access/actor.ts";
import { BECOMES_LABELS, type Becomes } from "#app/domain/replay/history.ts";
import { decimalText } from "#app/domain/shared/money.ts";
import { done, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { csvFile, type CsvFile } from "../csv-stream.server.ts";
import { listChangedUses, readChangedUses, type AskedUses } from "./list-changed-uses.server.ts";

const ROWS = 2_000;
const HEADER = ["order", "placed_at", "code", "discount", "order_total", "currency", "becomes"];

type Cells = string[];

/** The uses behind a number of “What would this have done?” as a CSV file, newest first. Amounts as decimals. */
export async function exportChangedUses(
  deps: Deps,
  actor: Actor,
  asked: Omit<AskedUses, "cursor">,
): Promise<Outcome<CsvFile>> {
  const first = await listChangedUses(deps, actor, { ...asked, cursor: null });
  if (!first.ok) return first;
  const { currency, limits } = first.value;
  const money = (minor: number) => decimalText(minor, currency);
  const said = (becomes: Becomes | null) => (becomes ? BECOMES_LABELS[becomes] : "As now");
  async function* pages(): AsyncGenerator<Cells[], void> {
    for (let cursor: string | null = ""; cursor !== null;) {
      const page = await readChangedUses(deps, actor.shopId, { ...asked, cursor }, ROWS);
      yield page.uses.map((use): Cells => [
        ...[use.name, use.placedAt, use.code, money(use.discountMinor), money(use.totalMinor)],
        ...[currency, said(use.first), ...(limits.second ? [said(use.second)] : [])],
      ]);
      cursor = page.next;
    }
  }
  const header = limits.second ? [...HEADER, "becomes_with_second"] : HEADER;
  return done(csvFile("what-would-change.csv", header, pages()));
}
