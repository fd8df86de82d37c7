import { createHash } from "node:crypto";

import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import { queryIn } from "#app/infra/db/database.server.ts";
import type { Drift, Prisma } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { isId } from "../naming/load-convention.server.ts";
import { LOCK_CAMPAIGN } from "./agree.server.ts";
import {
  decideAddedCodes,
  decideRemovedCodes,
  decideReturnedCodes,
} from "./decide-codes.server.ts";
import { decideDeleted } from "./decide-deleted.server.ts";
import { decideTerms } from "./decide-terms.server.ts";
import { driftKindOf } from "./drift-row.server.ts";
import type { Decide } from "./drift-decision.ts";
import { freedUses } from "./freed-uses.server.ts";
import type { DriftKind } from "#app/domain/discount/drift.ts";

const DECIDERS: Record<DriftKind, Decide> = {
  terms: decideTerms,
  deleted: decideDeleted,
  codes_added: decideAddedCodes,
  codes_removed: decideRemovedCodes,
  codes_returned: decideReturnedCodes,
};

type Posted = { driftId: string; seen: string; all: string; each: unknown };

/**
 * A person says what is to hold where a campaign and its discount came apart. The campaign is brought to Shopify
 * afterwards; whoever decides on something that has changed since they saw it is told so, and nothing is done.
 */
export async function decideDrift(
  deps: Deps,
  actor: Actor,
  campaignId: string,
  posted: Posted,
): Promise<Outcome<{ id: string }>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.edit", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.edit") });
  if (!isId(campaignId) || !isId(posted.driftId)) return notFound();
  const now = deps.now();
  return deps.database.prisma.$transaction(async (tx) => {
    await queryIn(tx, LOCK_CAMPAIGN, [shopId, campaignId]);
    const row = await tx.campaign.findUnique({
      where: { shopId_id: { shopId, id: campaignId } },
    });
    const drift = await tx.drift.findFirst({ where: { shopId, id: posted.driftId, campaignId } });
    if (!row || !drift) return notFound();
    if (seenOf(drift) !== posted.seen) return refuse({ kind: "conflict", message: DECIDED });
    const campaign = { ...row, freed: await freedUses(tx, row) };
    const judged = DECIDERS[driftKindOf(drift)]({ campaign, drift, posted });
    if (!judged.ok) return judged;
    const { state, columns, before, after, carryOut, syncs } = judged.value;
    const { count } = await tx.drift.updateMany({
      where: { ...sameRow(drift), state: drift.state, fields: { equals: drift.fields ?? [] } },
      data: { state, decidedAt: now, decidedBy: actor.name },
    });
    if (count === 0) return refuse({ kind: "conflict", message: DECIDED });
    const asked = {
      ...{ syncState: "waiting", syncError: null, syncAskedBy: actor.name, updatedAt: now },
      revision: { increment: 1 },
    };
    await tx.campaign.update({
      where: { shopId_id: { shopId, id: campaignId } },
      data: { ...columns, ...(syncs ? asked : {}) },
    });
    await carryOut?.(deps, tx);
    const subject = { kind: "campaign", id: campaignId, name: row.name } as const;
    await recordAudit(tx, actor, now, "campaign.drift_decided", subject, { before, after });
    if (syncs) await deps.jobs.send("sync-campaign", { shopId, campaignId }, { transaction: tx });
    return done({ id: campaignId });
  });
}

const DECIDED =
  "Somebody has decided on this already, or it has changed since. Reload to see how it stands.";

/** Stands for what a person saw when they decided. */
export function seenOf({ state, fields, count, decidedBy }: Drift): string {
  const seen = JSON.stringify([state, fields, count, decidedBy]);
  return createHash("sha256").update(seen).digest("base64url").slice(0, 16);
}

function sameRow({ shopId, id }: Drift): Prisma.DriftWhereInput {
  return { shopId, id };
}

function notFound() {
  const message = "That difference to Shopify does not exist in this shop.";
  return refuse({ kind: "not_found", message });
}
