import type { Actor } from "#app/domain/access/actor.ts";
import type { AuditAction } from "#app/domain/audit/event.ts";
import type { ActionKind, ScheduledAction } from "#app/domain/schedule/action.ts";
import type { ChangedFacts, CodeFact } from "#app/domain/schedule/facts.ts";
import type { Transaction } from "#app/infra/db/database.server.ts";
import type { Campaign } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { writeChange } from "../campaign/write-change.server.ts";
import { presentCodes } from "./load-facts.server.ts";
import { replaceCode } from "./replace-code.server.ts";
import { restoreCode } from "./restore-code.server.ts";
import { stopBatches } from "./stop-batches.server.ts";

export const AUDIT: Record<ActionKind, AuditAction> = {
  start: "campaign.started",
  pause: "campaign.paused",
  resume: "campaign.resumed",
  extend: "campaign.extended",
  raise_cap: "campaign.cap_raised",
  rotate: "code.replaced",
  end: "campaign.ended",
  retire: "campaign.retired",
};

type Way = {
  action: ScheduledAction;
  before: ChangedFacts;
  after: ChangedFacts;
  /** What is written down; an undoing goes from `before` to `after` too, the other way round. */
  audit: AuditAction;
  askedBy: string;
};

export type CarriedOut = { ok: true; after: ChangedFacts } | { ok: false; message: string };

/**
 * Makes changed facts true of a campaign, which is held: the same for what somebody does now, for what was scheduled and
 * for undoing it. @returns what is true afterwards: the text of a code that was made is known only then.
 */
export async function carryOut(
  deps: Deps,
  tx: Transaction,
  actor: Actor,
  campaign: Campaign,
  { action, before, after, audit, askedBy }: Way,
): Promise<CarriedOut> {
  const codes: Record<string, CodeFact> = {};
  for (const [askedId, wanted] of Object.entries(after.codes ?? {})) {
    const [present] = await presentCodes(tx, campaign, [askedId]);
    if (!present) return { ok: false, message: "That code is no longer one of this campaign." };
    if (audit === "change.undone") {
      const why = await restoreCode(deps, tx, campaign, present.id, wanted);
      if (why) return { ok: false, message: why };
      codes[askedId] = wanted;
    } else {
      const to = action.kind === "rotate" ? action.to : null;
      const replaced = await replaceCode(deps, tx, campaign, present.id, to);
      if (!replaced.ok) return replaced;
      codes[askedId] = { ...wanted, text: replaced.text };
    }
  }
  if (after.isMaking === false) await stopBatches(deps, tx, campaign);
  const isAboutCodes = Object.keys(codes).length > 0;
  const made: ChangedFacts = isAboutCodes ? { ...after, codes } : after;
  await writeChange(deps, tx, actor, campaign, {
    columns: columnsOf(campaign, after),
    askedBy,
    audit,
    before: inWords(before),
    after: inWords(made),
  });
  return { ok: true, after: made };
}

/** The columns that say what changed; codes are rows of their own. */
export function columnsOf(
  { codeKind }: Pick<Campaign, "codeKind">,
  { wanted, startsAt, endsAt, cap }: ChangedFacts,
): Partial<
  Pick<Campaign, "wanted" | "capReached" | "startsAt" | "endsAt" | "totalCap" | "usesPerCode">
> {
  return {
    ...(wanted === undefined ? {} : { wanted, capReached: null }),
    ...(startsAt === undefined ? {} : { startsAt: new Date(startsAt) }),
    ...(endsAt === undefined ? {} : { endsAt: endsAt === null ? null : new Date(endsAt) }),
    ...(cap === undefined ? {} : codeKind === "list" ? { usesPerCode: cap } : { totalCap: cap }),
  };
}

/** For the activity log: codes by their texts. */
function inWords({ codes, ...columns }: ChangedFacts): Record<string, unknown> {
  const texts = Object.values(codes ?? {}).map(({ text }) => text);
  return texts.length > 0 ? { ...columns, code: texts.join(", ") } : columns;
}
