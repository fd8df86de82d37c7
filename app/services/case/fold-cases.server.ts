import type pg from "pg";

import type { Edge } from "#app/domain/case/components.ts";
import {
  foldFlags,
  type FoldedFlag,
  type Folding,
  type OpenCase,
} from "#app/domain/case/fold-flags.ts";
import { isOnePerson } from "#app/domain/case/graph.ts";
import { applyPolicy } from "../fair-use/apply-policy.server.ts";
import { lockPeople } from "../person/lock-people.server.ts";
import { linkedPeople, linksAmong, MEMBERS } from "./linked-people.server.ts";

/** Days until somebody should have looked at a case, unless a policy says otherwise. */
const USUAL_DUE_DAYS = 2;

/**
 * Brings the open flags of these people, and of everybody they are linked to, into cases: one for each person or ring.
 * To be called in the transaction that raised or withdrew flags, or that linked people or put them apart; in which order
 * that comes to pass makes no difference. What the policy in force says is applied to cases that open or grow.
 * @param personIds any of them; null: of the whole shop.
 * @returns whether the checkout has to be told ("publish-guard"), because the policy disqualified somebody.
 */
export async function foldCases(
  client: pg.PoolClient,
  shopId: number,
  personIds: readonly string[] | null,
  context: { now: Date; newId: () => string },
): Promise<boolean> {
  if (personIds?.length === 0 && !(await hasNobodys(client, shopId))) return false;
  await lockPeople(client, shopId);
  const found = await concerned(client, shopId, personIds);
  if (found.flags.length === 0 && found.cases.length === 0) return false;
  const { rows } = await client.query<{ next: number }>(NEXT_NUMBER, [shopId]);
  const setting = { nextNumber: rows[0]?.next ?? 1, newId: context.newId };
  const folding = foldFlags(found.flags, found.edges, found.cases, setting);
  await write(client, shopId, folding, context.now);
  const grown = [...new Set(folding.moved.map(({ caseId }) => caseId))];
  return grown.length > 0 && (await applyPolicy(client, shopId, grown, context));
}

/** Whether flags about nobody known have come, or have left their case behind: no person leads to those. */
async function hasNobodys(client: pg.PoolClient, shopId: number): Promise<boolean> {
  const { rows } = await client.query<{ has: boolean }>(NOBODYS, [shopId]);
  return rows[0]?.has === true;
}

/** An open case of which no flag is open any more. */
const LEFT_BEHIND = `NOT EXISTS (
  SELECT FROM flag l WHERE l.shop_id = c.shop_id AND l.case_id = c.id AND l.state = 'open')`;

const NOBODYS = `
  SELECT EXISTS (
      SELECT FROM flag WHERE shop_id = $1 AND state = 'open' AND person_id IS NULL AND case_id IS NULL)
    OR EXISTS (
      SELECT FROM review_case c WHERE c.shop_id = $1 AND c.state = 'open' AND ${LEFT_BEHIND}) AS has`;

async function write(
  client: pg.PoolClient,
  shopId: number,
  { opened, moved, emptied }: Folding,
  now: Date,
): Promise<void> {
  if (opened.length > 0)
    await client.query(OPEN, [shopId, JSON.stringify(opened), now, USUAL_DUE_DAYS]);
  if (moved.length > 0) await client.query(MOVE, [shopId, JSON.stringify(moved)]);
  if (emptied.length > 0) await client.query(EMPTY, [shopId, JSON.stringify(emptied)]);
}

const NEXT_NUMBER =
  "SELECT COALESCE(max(number), 0) + 1 AS next FROM review_case WHERE shop_id = $1";

const OPEN = `
  INSERT INTO review_case (shop_id, id, number, state, due_at, opened_at)
  SELECT $1, c.id, c.number, 'open', $3::timestamptz + make_interval(days => $4::int), $3
  FROM json_to_recordset($2::json) AS c (id uuid, number int)`;

const MOVE = `
  UPDATE flag f SET case_id = m."caseId"
  FROM json_to_recordset($2::json) AS m ("flagId" uuid, "caseId" uuid)
  WHERE f.shop_id = $1 AND f.id = m."flagId"`;

/** Whoever was at a case that another took over is at that one now, unless somebody is already; the earlier time is due. */
const EMPTY = `
  WITH gone AS (
    UPDATE review_case c SET state = 'withdrawn', merged_into = e.into
    FROM json_to_recordset($2::json) AS e ("caseId" uuid, "into" uuid)
    WHERE c.shop_id = $1 AND c.id = e."caseId"
    RETURNING c.merged_into, c.assignee_id, c.due_at
  ), taken AS (
    SELECT merged_into AS id, min(assignee_id) AS assignee_id, min(due_at) AS due_at
    FROM gone WHERE merged_into IS NOT NULL GROUP BY merged_into
  )
  UPDATE review_case c SET assignee_id = COALESCE(c.assignee_id, t.assignee_id), due_at = LEAST(c.due_at, t.due_at)
  FROM taken t WHERE c.shop_id = $1 AND c.id = t.id`;

type Concerned = { flags: FoldedFlag[]; edges: Edge[]; cases: OpenCase[] };

/** What people lead to cases, and cases to people, until nothing new is found: a case that comes apart has both. */
async function concerned(
  client: pg.PoolClient,
  shopId: number,
  personIds: readonly string[] | null,
): Promise<Concerned> {
  let people = personIds === null ? null : [...personIds];
  for (;;) {
    const roots = await linkedPeople(client, shopId, people);
    const flags = await client.query<FoldedFlag>(FLAGS, [shopId, roots, personIds === null]);
    const known = new Set(roots);
    const more = flags.rows.flatMap(({ personId }) =>
      personId === null || known.has(personId) ? [] : personId,
    );
    if (more.length > 0) {
      people = [...roots, ...more];
      continue;
    }
    const cases = await client.query<OpenCase>(CASES, [
      ...[shopId, roots, flags.rows.flatMap(({ caseId }) => caseId ?? []), personIds === null],
    ]);
    const links = await linksAmong(client, shopId, roots);
    const edges = links.filter(isOnePerson).map(({ low, high }): Edge => [low, high]);
    return { flags: flags.rows, cases: cases.rows, edges };
  }
}

/** Their open flags, and the others in the same cases. Of those about nobody known, the new ones. */
const FLAGS = `
  WITH ${MEMBERS}, own AS (
    SELECT f.id, f.case_id FROM flag f JOIN member m ON m.id = f.person_id
    WHERE f.shop_id = $1 AND f.state = 'open'
    UNION ALL
    SELECT f.id, f.case_id FROM flag f
    WHERE f.shop_id = $1 AND f.state = 'open' AND f.person_id IS NULL AND (f.case_id IS NULL OR $3::boolean)
  )
  SELECT f.id, f.order_id::text AS "orderId", COALESCE(p.root_id, p.id)::text AS "personId", f.case_id AS "caseId"
  FROM flag f LEFT JOIN person p ON p.shop_id = f.shop_id AND p.id = f.person_id
  WHERE f.shop_id = $1 AND f.state = 'open'
    AND (f.id IN (SELECT id FROM own) OR f.case_id IN (SELECT case_id FROM own))`;

/** The open cases of these flags, those of these people, and those that nobody's flag has left behind. */
const CASES = `
  WITH ${MEMBERS}
  SELECT c.id, c.number FROM review_case c
  WHERE c.shop_id = $1 AND c.state = 'open' AND ($4::boolean OR c.id = ANY ($3::uuid[]) OR c.id IN (
    SELECT f.case_id FROM flag f JOIN member m ON m.id = f.person_id WHERE f.shop_id = $1 AND f.case_id IS NOT NULL)
    OR ${LEFT_BEHIND})`;
