import type { Actor } from "#app/domain/access/actor.ts";
import { LINE_LABELS } from "#app/domain/insight/entry.ts";
import type { Figures } from "#app/domain/insight/figures.ts";
import { countedOf, readSlice } from "#app/domain/insight/slice.ts";
import { decimalText } from "#app/domain/shared/money.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { csvFile, type CsvFile } from "../csv-stream.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import { compareSlices } from "./compare-slices.server.ts";
import { listLines, readLines, type AskedLines } from "./list-lines.server.ts";
import { readBreakdown } from "./read-breakdown.server.ts";
import { readReport, type AskedRange } from "./read-report.server.ts";

type Cells = (string | number)[];
export type AskedExport = { of: string; by: string | null; slices: string[]; then: string } & {
  range: AskedRange;
  part?: string;
};

/** The numbers of a page as a CSV file: `of` is "breakdown", "comparison", "report" or "orders". Amounts as decimals. */
export async function exportInsights(
  deps: Deps,
  actor: Actor,
  asked: AskedExport,
): Promise<Outcome<CsvFile>> {
  const { range, part = "", slices } = asked;
  const [slice = ""] = slices;
  const { currency } = await shopOf(deps, actor.shopId);
  if (asked.of === "breakdown") {
    const answer = await readBreakdown(deps, actor, { grain: asked.by, range });
    if (!answer.ok) return answer;
    const { rows, range: days, before, grain } = answer.value;
    const counted = countedOf(`${grain}:`);
    const cells = rows.flatMap(({ label, now, then }): Cells[] => [
      [label, counted, days.from, days.to, ...figureCells(now, currency)],
      [label, counted, before.from, before.to, ...figureCells(then, currency)],
    ]);
    return fileOf(`insights-by-${grain}`, [grain, "counted", ...DAYS, ...FIGURES], cells);
  }
  if (asked.of === "comparison") {
    const answer = await compareSlices(deps, actor, { slices, range, then: asked.then });
    if (!answer.ok) return answer;
    const { compared, range: days, then } = answer.value;
    const cells = compared.flatMap((each): Cells[] => [
      [each.label, countedOf(each.slice), days.from, days.to, ...figureCells(each.now, currency)],
      [each.label, countedOf(each.slice), then.from, then.to, ...figureCells(each.then, currency)],
    ]);
    return fileOf("comparison", ["compared", "counted", ...DAYS, ...FIGURES], cells);
  }
  if (asked.of === "report") {
    const answer = await readReport(deps, actor, readSlice(slice)?.key ?? "", range);
    if (!answer.ok) return answer;
    const { uses, netMinor, campaign } = answer.value;
    const money = (minor: number) => decimalText(minor, currency);
    const cells = uses.map(({ day, value, before }, index): Cells => {
      const net = netMinor[index];
      return [day, value, before, money(net?.value ?? 0), money(net?.before ?? 0)];
    });
    const header = ["day", "uses", "uses_before", "net_revenue", "net_revenue_before"];
    return fileOf(`report-${campaign.name}`, header, cells);
  }
  if (asked.of === "orders") return exportLines(deps, actor, { slice, range, part, cursor: null });
  return refuse({ kind: "not_found", message: "There is no such file. Export it from its page." });
}

const DAYS = ["from", "to"];
const FIGURES = [
  ...["uses", "redemptions", "reversals", "gross_revenue", "refunds", "net_revenue"],
  ...["discount_cost", "average", "currency"],
];

function figureCells(figures: Figures, currency: string): Cells {
  const money = (minor: number) => decimalText(minor, currency);
  const { uses, redemptions, reversals, averageMinor } = figures;
  return [
    ...[uses, redemptions, reversals, money(figures.revenueMinor), money(figures.refundMinor)],
    ...[money(figures.netMinor), money(figures.discountMinor)],
    ...[averageMinor === null ? "" : money(averageMinor), currency],
  ];
}

function fileOf(name: string, header: readonly string[], rows: Cells[]): Outcome<CsvFile> {
  async function* pages(): AsyncGenerator<Cells[], void> {
    yield await Promise.resolve(rows);
  }
  return done(csvFile(`${name.replaceAll(":", "-")}.csv`, header, pages()));
}

const LINES = 2_000;
const LINE_HEADER = ["order", "at", "what", "codes", "uses", "revenue", "discount", "refund"];

async function exportLines(deps: Deps, actor: Actor, asked: AskedLines): Promise<Outcome<CsvFile>> {
  const first = await listLines(deps, actor, asked);
  const slice = readSlice(asked.slice);
  if (!first.ok) return first;
  if (!slice) throw new Error("A slice that was listed cannot be read.");
  const shop = await shopOf(deps, actor.shopId);
  const { range, part } = first.value;
  async function* pages(): AsyncGenerator<Cells[], void> {
    for (let cursor: string | null = ""; cursor !== null;) {
      const page = await readLines(deps, shop, { slice: slice!, range, part, cursor }, LINES);
      yield page.lines.map(({ order, at, kind, codes, currency, ...line }) => {
        const money = (minor: number) => decimalText(minor, currency);
        const amounts = [line.revenueMinor, line.discountMinor, line.refundMinor].map(money);
        return [
          ...[
            order.name,
            at,
            LINE_LABELS[countedOf(asked.slice)][kind],
            codes.join(" "),
            line.uses,
          ],
          ...[...amounts, currency],
        ];
      });
      cursor = page.next;
    }
  }
  return done(csvFile("orders.csv", [...LINE_HEADER, "currency"], pages()));
}
