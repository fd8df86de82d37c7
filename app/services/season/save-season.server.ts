import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { readSeason, type SeasonForm } from "#app/domain/campaign/season-form.ts";
import { done, invalid, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { countsBySeason, limitUsers } from "../campaign/limit-users.server.ts";
import { markUsers } from "../standing/mark-users.server.ts";
import { seasonOf } from "./season-rows.server.ts";

/** Adds a season (`key` null) or changes one: what is counted by it is counted by the new days from then on. */
export async function saveSeason(
  deps: Deps,
  actor: Actor,
  key: string | null,
  form: SeasonForm,
): Promise<Outcome<{ key: string }>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.edit", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.edit") });
  const read = readSeason(form);
  if (!read.ok) return invalid(...read.problems);
  const { name, first, last, yearly } = read.season;
  const now = deps.now();
  return deps.database.prisma.$transaction(async (tx) => {
    const rows = await tx.season.findMany({ where: { shopId } });
    const known = rows.find((row) => row.key === key);
    if (key !== null && !known)
      return refuse({ kind: "not_found", message: "That season does not exist in this shop." });
    if (rows.some((row) => row !== known && row.name.toLowerCase() === name.toLowerCase()))
      return invalid({ field: "name", message: "There is a season of this name already." });
    const data = { name, first: new Date(first), last: new Date(last), yearly, updatedAt: now };
    const kept = key ?? deps.newId();
    await tx.season.upsert({
      where: { shopId_key: { shopId, key: kept } },
      create: { shopId, key: kept, ...data },
      update: data,
    });
    const subject = { kind: "season", id: kept, name } as const;
    const { key: _key, ...before } = known ? seasonOf(known) : { key: "" };
    await recordAudit(tx, actor, now, "season.saved", subject, {
      ...(known ? { before } : {}),
      after: read.season,
    });
    const users = known ? await limitUsers(tx, shopId) : [];
    const ids = users.filter(({ limits }) => countsBySeason(limits, kept)).map(({ id }) => id);
    if (ids.length > 0) {
      await markUsers(tx, shopId, ids, now);
      await deps.jobs.send("publish-guard", { shopId }, { transaction: tx });
    }
    return done({ key: kept });
  });
}
