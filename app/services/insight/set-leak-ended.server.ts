import type pg from "pg";

import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import { inTransaction } from "#app/infra/db/database.server.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { weighStrangersAnew } from "../identity/watch-leaks.server.ts";
import { LEAK_CAMPAIGN, readLeakId } from "./leak-id.ts";

/**
 * Ends a leak alarm that rings: it is no leak, or it is dealt with. What was ordered before stays as it was weighed; what is ordered later counts
 * for a new alarm only. `isEnded` false takes that back: it rings on as if it had never been ended, also for what came
 * since. `id`: as a `Leak` has it. Doing it twice is doing it once.
 */
export async function setLeakEnded(
  deps: Deps,
  actor: Actor,
  { id, isEnded }: { id: string; isEnded: boolean },
): Promise<Outcome<{ id: string }>> {
  const { shopId } = actor;
  if (!can(actor, "alarm.set_aside", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("alarm.set_aside") });
  const key = readLeakId(id);
  if (!key) return gone();
  const { codeKey, countsFrom } = key;
  const now = deps.now();
  return inTransaction(deps.database.pool, async (client) => {
    const { rows } = await client.query<Alarm>(ALARM, [shopId, codeKey, countsFrom]);
    const [alarm] = rows;
    if (!alarm) return gone();
    const { endedAt, since } = alarm;
    if (isEnded === (endedAt !== null)) return done({ id });
    if (endedAt === null) await client.query(END, [shopId, codeKey, countsFrom, now, actor.name]);
    else if (await isEndedSince(client, shopId, codeKey, endedAt)) return endedAgain();
    else await goOn(deps, client, shopId, { codeKey, countsFrom, endedAt });
    await recordAudit(
      client,
      actor,
      now,
      isEnded ? "leak.ended" : "leak.brought_back",
      { kind: "campaign", id: alarm.campaignId, name: alarm.name },
      { after: { at: since, code: codeKey } },
    );
    return done({ id });
  });
}

type Key = { codeKey: string; countsFrom: Date; endedAt: Date };

/** The alarm takes back what counted for the one after it. */
async function goOn(
  deps: Deps,
  client: pg.PoolClient,
  shopId: number,
  { codeKey, countsFrom, endedAt }: Key,
): Promise<void> {
  await client.query(GO_ON, [shopId, codeKey, countsFrom]);
  await client.query(DROP_LATER, [shopId, codeKey, countsFrom]);
  await weighStrangersAnew(client, shopId, [codeKey], [endedAt.getTime()]);
  await deps.jobs.send("score-orders", { shopId }, { transaction: client });
}

async function isEndedSince(
  client: pg.PoolClient,
  shopId: number,
  codeKey: string,
  endedAt: Date,
): Promise<boolean> {
  const { rowCount } = await client.query(LATER_ENDED, [shopId, codeKey, endedAt]);
  return (rowCount ?? 0) > 0;
}

const gone = () =>
  refuse({
    kind: "not_found",
    message: "That alarm does not exist in this shop. Reload the page.",
  });

const endedAgain = () =>
  refuse({
    kind: "conflict",
    message: "The code rang again since, and that alarm was ended, too. Undo the later one first.",
  });

type Alarm = { campaignId: string; name: string; since: Date; endedAt: Date | null };

/** Whoever scores orders waits meanwhile, and the other way round: see `watchLeaks`. */
const ALARM = `
  SELECT c.id AS "campaignId", c.name, a.since, a.ended_at AS "endedAt" FROM leak_alarm a ${LEAK_CAMPAIGN}
  WHERE a.shop_id = $1 AND a.code_key = $2 AND a.counts_from = $3 AND a.rang_at IS NOT NULL
  FOR UPDATE OF a`;

const THIS = "WHERE shop_id = $1 AND code_key = $2 AND counts_from = $3";
const END = `UPDATE leak_alarm SET ended_at = $4, ended_by = $5 ${THIS}`;
const GO_ON = `UPDATE leak_alarm SET ended_at = NULL, ended_by = NULL ${THIS}`;

const LATER_ENDED = `
  SELECT FROM leak_alarm WHERE shop_id = $1 AND code_key = $2 AND counts_from >= $3 AND ended_at IS NOT NULL`;
const DROP_LATER =
  "DELETE FROM leak_alarm WHERE shop_id = $1 AND code_key = $2 AND counts_from > $3";
