import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import {
  ANSWERED_WITHIN_DAYS,
  type AccessKind,
  type DataRequest,
  type PersonalAccess,
  type PrivacySummary,
} from "#app/domain/insight/privacy.ts";
import { done, refuse, type Outcome, type Page } from "#app/domain/shared/outcome.ts";
import { instantSql } from "#app/infra/db/instant-sql.ts";
import type { PersonalAccess as AccessRow } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { isId } from "../naming/load-convention.server.ts";
import { newestById, PAGE_SIZE, pageOf, readCursor, type Cursor } from "../page.server.ts";

type Cursors = { requests?: string | null; accesses?: string | null };

/** A page of what customers asked for, and one of who saw personal data, each newest first. */
export async function readPrivacy(
  deps: Deps,
  actor: Actor,
  cursors: Cursors = {},
): Promise<Outcome<PrivacySummary>> {
  const { shopId } = actor;
  if (!can(actor, "privacy.manage", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("privacy.manage") });
  const { prisma } = deps.database;
  const cursor = readCursor(cursors.accesses ?? null);
  const asked = newestById(cursor);
  const [requests, accesses, total] = await Promise.all([
    readRequests(deps, shopId, readCursor(cursors.requests ?? null)),
    prisma.personalAccess.findMany({ ...asked, where: { shopId, ...asked.where } }),
    prisma.personalAccess.count({ where: { shopId } }),
  ]);
  const cases = await prisma.reviewCase.findMany({
    where: { shopId, id: { in: accesses.flatMap(({ caseId }) => caseId ?? []) } },
    select: { id: true, number: true },
  });
  const found = new Map(cases.map((each) => [each.id, each]));
  const keyed = accesses.map((row) => ({ ...row, sortValue: "", sortId: String(row.id) }));
  return done({ requests, accesses: pageOf(keyed, cursor, total, (row) => accessOf(row, found)) });
}

function accessOf(
  { id, at, actorName, what, people, caseId }: AccessRow,
  cases: ReadonlyMap<string, { id: string; number: number }>,
): PersonalAccess {
  return {
    ...{ id: String(id), at: at.toISOString(), who: actorName, people },
    // Only `recordAccess` writes rows, and it takes nothing else.
    what: what as AccessKind,
    found: cases.get(caseId ?? "") ?? null,
  };
}

type RequestRow = DataRequest & { sortValue: string; sortId: string };

async function readRequests(
  deps: Deps,
  shopId: number,
  asked: Cursor | null,
): Promise<Page<DataRequest>> {
  const { pool, prisma } = deps.database;
  const cursor = asked && /^\d{1,13}$/.test(asked.value) && isId(asked.id) ? asked : null;
  const values = [shopId, PAGE_SIZE + 1, ...(cursor ? [cursor.value, cursor.id] : [])];
  const [{ rows }, total] = await Promise.all([
    pool.query<RequestRow>(requestsSql(cursor), values),
    prisma.dataExport.count({ where: { shopId } }),
  ]);
  return pageOf(rows, cursor, total, ({ sortValue: _, sortId: __, ...request }) => request);
}

function requestsSql(cursor: Cursor | null): string {
  const [beyond, order] = cursor?.backwards ? [">", "ASC"] : ["<", "DESC"];
  const from = `AND (created_at, id) ${beyond} (to_timestamp($3::bigint / 1000.0)::timestamptz(3), $4::uuid)`;
  return `
    SELECT id, customer_id::text AS "customerId", ${instantSql("created_at")} AS at, messages IS NOT NULL AS "isWhole",
      ${instantSql("taken_at")} AS "takenAt", ${instantSql(`(created_at + interval '${ANSWERED_WITHIN_DAYS} days')`)} AS "dueAt",
      floor(extract(epoch FROM created_at) * 1000)::bigint::text AS "sortValue", id::text AS "sortId"
    FROM data_export WHERE shop_id = $1 ${cursor ? from : ""}
    ORDER BY created_at ${order}, id ${order} LIMIT $2`;
}
