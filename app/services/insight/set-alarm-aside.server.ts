import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import { queryIn } from "#app/infra/db/database.server.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { recordAudit } from "../audit/record-audit.server.ts";

/**
 * Takes an alarm off the home page, or puts it back (`isAside` false). It comes back by itself if what raised it goes on:
 * see `readAnomalies`. `id`: as an `Anomaly` has it. Doing it twice is doing it once.
 */
export async function setAlarmAside(
  deps: Deps,
  actor: Actor,
  { id, isAside }: { id: string; isAside: boolean },
): Promise<Outcome<{ id: string }>> {
  const { shopId } = actor;
  if (!can(actor, "alarm.set_aside", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("alarm.set_aside") });
  const [, campaignId, codeId, ms] = /^([0-9a-f-]{36})\.(\d{1,18})\.(\d{1,15})$/.exec(id) ?? [];
  if (!campaignId || !codeId || !ms) return gone();
  const key = [shopId, campaignId, codeId, new Date(Number(ms))];
  const now = deps.now();
  return deps.database.prisma.$transaction(async (tx) => {
    const [alarm] = await queryIn<Alarm>(tx, ALARM, key);
    if (!alarm) return gone();
    // Set aside again once it has come back: the hours it is quiet begin anew.
    if (!isAside && alarm.setAsideBy === null) return done({ id });
    await queryIn(tx, SET, [...key, isAside ? now : null, isAside ? actor.name : null]);
    await recordAudit(
      tx,
      actor,
      now,
      isAside ? "alarm.set_aside" : "alarm.brought_back",
      { kind: "campaign", id: campaignId, name: alarm.name },
      { after: { at: alarm.at, ...(alarm.code === null ? {} : { code: alarm.code }) } },
    );
    return done({ id });
  });
}

const gone = () =>
  refuse({
    kind: "not_found",
    message: "That alarm does not exist in this shop. Reload the page.",
  });

type Alarm = { name: string; code: string | null; at: Date; setAsideBy: string | null };

const ALARM = `
  SELECT c.name, k.code, a.at, a.set_aside_by AS "setAsideBy"
  FROM claim_alarm a JOIN campaign c ON c.shop_id = a.shop_id AND c.id = a.campaign_id
  LEFT JOIN code k ON k.shop_id = a.shop_id AND k.id = a.code_id
  WHERE a.shop_id = $1::int AND a.campaign_id = $2::uuid AND a.code_id = $3::bigint AND a.at = $4::timestamptz
  FOR UPDATE OF a`;

const SET = `
  UPDATE claim_alarm SET set_aside_at = $5::timestamptz, set_aside_by = $6
  WHERE shop_id = $1::int AND campaign_id = $2::uuid AND code_id = $3::bigint AND at = $4::timestamptz`;
