import type { Deps } from "#app/infra/deps.server.ts";
import { replayFlags } from "#app/domain/replay/replay-flag.ts";
import { reportOf, type ReplayReport } from "#app/domain/replay/report.ts";
import { backtestStream } from "./backtest-stream.server.ts";
import { collectCodes } from "./collect-codes.server.ts";
import { createTables } from "./create-tables.server.ts";
import { playMessages } from "./play-messages.server.ts";
import type { ReplayConfig } from "./read-config.server.ts";
import { readFigures } from "./read-figures.server.ts";
import { readIssued } from "./read-issued.server.ts";
import { readOrders } from "./read-orders.server.ts";
import { readRaisedFlags } from "./read-raised-flags.server.ts";
import { readRefunds } from "./read-refunds.server.ts";
import { readStrayCodes } from "./read-stray-codes.server.ts";
import { startScoring, type ScoringThread } from "./scoring-thread.server.ts";
import { setUpShop } from "./set-up-shop.server.ts";
import type { Stage } from "./stage.server.ts";
import { stageMessages } from "./stage-messages.server.ts";
import type { Teller } from "./teller.server.ts";

/** Paths of the files; those that may be left out are null. */
export type ReplayFiles = { orders: string; refunds: string | null; issued: string | null };

/**
 * Runs a past stream of orders through the inbox, the ledger, the rollups and the flags, as if it came now, and says what
 * came of it. Needs an empty, migrated database, which is worth nothing afterwards. `atOnce`: messages worked off at once;
 * nothing comes of it but how long it takes.
 * @throws UnreadableFile for issued.csv, and whatever reading a file throws.
 */
export async function runReplay(
  deps: Deps,
  config: ReplayConfig,
  files: ReplayFiles,
  teller: Teller,
  how: { atOnce?: number } = {},
): Promise<ReplayReport> {
  await createTables(deps);
  const stage = await setUpShop(deps, config);
  const { shop } = stage;
  const scoring = startScoring(deps, shop);
  try {
    await Promise.race([play(deps, stage, files, { ...how, scoring, teller }), scoring.died]);
  } finally {
    await scoring.end();
  }
  const { unpricedOrders, ...figures } = await readFigures(deps, stage);
  if (unpricedOrders > 0) teller.note(unpriced(unpricedOrders, shop.currency));
  const stray = await readStrayCodes(deps, shop.id);
  if (stray !== null) teller.note(stray);
  const flags = replayFlags(await readRaisedFlags(deps, shop.id));
  const report = reportOf(shop.currency, figures.shop, figures.campaigns, flags);
  const backtest = config.backtest && (await backtestStream(deps, shop, config.backtest));
  return backtest ? { ...report, backtest } : report;
}

/** Takes the files in, in the order things happened, and scores what comes of them. */
async function play(
  deps: Deps,
  stage: Stage,
  files: ReplayFiles,
  { scoring, teller, atOnce }: { scoring: ScoringThread; teller: Teller; atOnce?: number },
): Promise<void> {
  const { shop } = stage;
  const codes = collectCodes(deps, stage);
  const orders = readOrders(files.orders, shop, { codes, meet: scoring.meet, teller });
  await stageMessages(deps, orders.messages, codes.flush);
  if (files.refunds !== null) {
    const refunds = readRefunds(files.refunds, shop.currency, orders.toldRefunds, teller);
    await stageMessages(deps, refunds, () => Promise.resolve());
  }
  if (files.issued !== null) await readIssued(deps, stage, files.issued, { codes, teller });
  await scoring.started;
  // Who is a stranger to a code of theirs alone rests on who is known to be one person in the end; the leak alarm asks once.
  const mustWait = stage.campaigns.some(({ issuedOnly }) => issuedOnly);
  await playMessages(deps, shop.id, files, {
    ...{ teller, atOnce },
    score: mustWait ? null : scoring.score,
  });
  await scoring.score(null);
}

function unpriced(orders: number, currency: string): string {
  return (
    `${orders} orders have no amount in ${currency}. They are counted, but are not in revenue, discount and aov: ` +
    "no rate is known."
  );
}
