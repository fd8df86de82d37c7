import type { Deps } from "#app/infra/deps.server.ts";
import { processBatch, processInbox } from "../intake/process-inbox.server.ts";
import type { Teller } from "./teller.server.ts";

/** Messages put into the inbox, and worked off, at once. */
const AT_ONCE = 2_000;
/**
 * A database without statistics plans badly; they are gathered at this many messages, and then ever more rarely, as long as
 * more is to come than has come.
 */
const FIRST_ANALYSIS = 2_000;

type Files = { orders: string; refunds: string | null };
/** `at`, `source`, `line`: of its last message; `atMs`: the same instant in ms since 1970. */
type Turn = { at: string; atMs: number; source: number; line: number; kept: number };

/**
 * @param atOnce messages put into the inbox, and worked off, at once
 * @param score scores what was placed before an instant, beside the intake; null: nothing may be scored before all is known
 */
export type Play = {
  teller: Teller;
  atOnce: number | undefined;
  score: ((before: Date) => Promise<void>) | null;
};

/**
 * Delivers what was put aside to the shop's inbox in the order it happened, and has it worked off as webhooks are. What
 * the pipeline cannot work off is told with its line.
 */
export async function playMessages(
  deps: Deps,
  shopId: number,
  files: Files,
  { teller, atOnce = AT_ONCE, score }: Play,
): Promise<void> {
  const { pool } = deps.database;
  await pool.query("CREATE INDEX ON replay_message (at, source, line)");
  await pool.query(ANALYSE_STAGE);
  const { rows } = await pool.query<Staged>(STAGED);
  const { all, toldAgainFrom } = rows[0]!;
  let last: Turn = { at: "-infinity", atMs: -Infinity, source: 0, line: 0, kept: 0 };
  const deliver = async (): Promise<Turn> => {
    const { at, source, line } = last;
    const { rows } = await pool.query<Turn>(DELIVER, [
      ...[shopId, at, source, line, atOnce, deps.now()],
    ]);
    last = rows[0] ?? { ...last, kept: 0 };
    return last;
  };
  // Nobody waits for statistics, and what fails to be scored now is scored when all is known.
  const analysing = beside(() => pool.query(ANALYSE));
  let known = new Date(0);
  const scoring = beside(async () => score?.(known));
  let [done, analysis, isInTurn] = [0, FIRST_ANALYSIS, score !== null];
  let turn = await deliver();
  // One turn ahead, so that its messages are read while the database works off this one.
  for (let next = await deliver(); turn.kept > 0;) {
    const [later, taken] = await Promise.all([deliver(), processBatch(deps, shopId, atOnce)]);
    // One that could not be worked off is tried again, after others that came later.
    isInTurn &&= taken === turn.kept;
    if (isInTurn) {
      known = new Date(Math.min(turn.atMs, toldAgainFrom ?? Infinity));
      scoring.start();
    }
    done += turn.kept;
    [turn, next] = [next, later];
    teller.progress("orders and refunds replayed", done, all);
    if (done < analysis || all - done < done) continue;
    analysing.start();
    analysis *= 4;
  }
  await Promise.all([workOff(deps, shopId), scoring.ended(), analysing.ended()]);
  await tellDead(deps, shopId, files, teller);
}

/** Work that goes on while other work does, started again only once it has ended. Nothing rests on it: it may fail. */
function beside(work: () => Promise<unknown>) {
  let going: Promise<unknown> | null = null;
  return {
    start() {
      going ??= work()
        .catch(() => undefined)
        .finally(() => (going = null));
    },
    ended: () => going,
  };
}

/** What is there before the first message. */
const ANALYSE_STAGE = `
  ANALYZE replay_message (at, source, line), campaign, code, dimension_set, issuance, person, person_identity`;

/** What intake and scoring look rows up in. Of what is long, like bodies, nobody asks how often it is there. */
const ANALYSE = `
  ANALYZE inbox_message (shop_id, id, state), identity_order (shop_id, order_id, placed_at, sequence, cluster_id),
    shop_order, person, person_identity, person_due, ledger_entry, rollup, rollup_hour, standing, flag`;

/** `toldAgainFrom`: when the first was placed of the orders that lines say were placed at different times, in ms since 1970. */
type Staged = { all: number; toldAgainFrom: number | null };

const STAGED = `
  SELECT count(*)::int AS "all", (
    SELECT (extract(epoch FROM min(first)) * 1000)::float8 FROM (
      SELECT min(at) AS first FROM replay_message WHERE source = 0
      GROUP BY order_id HAVING min(at) <> max(at)) n) AS "toldAgainFrom"
  FROM replay_message`;

const DELIVER = `
  WITH turn AS (
    SELECT * FROM replay_message WHERE (at, source, line) > ($2::timestamptz, $3::smallint, $4::int)
    ORDER BY at, source, line LIMIT $5
  ), kept AS (
    INSERT INTO inbox_message (shop_id, webhook_id, topic, triggered_at, received_at, body, state)
    SELECT $1, source || ':' || line, CASE source WHEN 0 THEN 'orders/updated' ELSE 'refunds/create' END,
      at, $6, body, 'new'
    FROM turn ORDER BY at, source, line
  )
  SELECT at::text, (extract(epoch FROM at) * 1000)::float8 AS "atMs", source, line, count(*) OVER ()::int AS kept
  FROM turn
  ORDER BY turn.at DESC, source DESC, line DESC LIMIT 1`;

/** A message that failed is tried a few times before it is set aside: until nothing waits any more. */
async function workOff(deps: Deps, shopId: number): Promise<void> {
  for (;;) {
    await processInbox(deps, shopId);
    const { rowCount } = await deps.database.pool.query(WAITING, [shopId]);
    if (rowCount === 0) return;
  }
}

const WAITING = "SELECT FROM inbox_message WHERE shop_id = $1 AND state = 'new' LIMIT 1";

async function tellDead(deps: Deps, shopId: number, files: Files, teller: Teller): Promise<void> {
  const { rows } = await deps.database.pool.query<{ source: number; line: number; error: string }>(
    DEAD,
    [shopId],
  );
  for (const { source, line, error } of rows)
    teller.bad((source === 0 ? null : files.refunds) ?? files.orders, line, error);
}

const DEAD = `
  SELECT split_part(webhook_id, ':', 1)::int AS source, split_part(webhook_id, ':', 2)::int AS line, error
  FROM inbox_message WHERE shop_id = $1 AND state = 'dead' ORDER BY 1, 2`;
