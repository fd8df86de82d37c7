import type { CaseFilter, CaseSort } from "#app/domain/case/summary.ts";
import { isId } from "../naming/load-convention.server.ts";
import { atStake } from "./at-stake-sql.ts";

/** What holds of the cases that are asked for. $1 is the shop; values go on from there. */
export function caseWhere(
  filter: CaseFilter,
  { shopId, me, now }: { shopId: number; me: string; now: Date },
): { text: string; values: unknown[] } {
  const values: unknown[] = [shopId];
  const value = (given: unknown) => `$${values.push(given)}`;
  const parts = ["c.shop_id = $1", TABS[filter.tab]];
  const flagged = (condition: string) =>
    `EXISTS (SELECT FROM flag f WHERE f.shop_id = $1 AND f.case_id = c.id AND f.state <> 'withdrawn' AND ${condition})`;
  const { assignee, kind, campaignId, decision, text } = filter;
  if (assignee === "nobody") parts.push("c.assignee_id IS NULL");
  else if (assignee === "me") parts.push(`c.assignee_id = ${value(me)}::bigint`);
  else if (/^\d{1,18}$/.test(assignee)) parts.push(`c.assignee_id = ${value(assignee)}::bigint`);
  if (kind !== "") {
    const named = value(kind);
    const speaks = `f.signals @> jsonb_build_array(jsonb_build_object('name', ${named}::text))`;
    parts.push(flagged(`(f.kind = ${named} OR ${speaks})`));
  }
  if (isId(campaignId)) parts.push(flagged(`f.campaign_id = ${value(campaignId)}::uuid`));
  if (decision !== "") parts.push(`c.decision = ${value(decision)}`);
  if (filter.isOverdue) parts.push(`c.state = 'open' AND c.due_at < ${value(now)}`);
  if (text !== "") parts.push(textCondition(text, value));
  return { text: parts.filter((part) => part !== "").join(" AND "), values };
}

function textCondition(text: string, value: (given: unknown) => string): string {
  const [, number] = /^(?:case\s*)?(\d{1,9})$/i.exec(text) ?? [];
  const order = `EXISTS (
    SELECT FROM flag f JOIN shop_order o ON o.shop_id = f.shop_id AND o.id = f.order_id
    WHERE f.shop_id = $1 AND f.case_id = c.id AND lower(o.name) IN (lower(${value(text)}), lower(${value(`#${text}`)})))`;
  return number === undefined ? order : `(c.number = ${value(Number(number))} OR ${order})`;
}

const TABS: Record<CaseFilter["tab"], string> = {
  open: "c.state = 'open' AND COALESCE(c.step, 'hold') NOT IN ('watch', 'sign_in')",
  watching: "c.state = 'open' AND c.step IN ('watch', 'sign_in')",
  decided: "c.state = 'decided'",
  all: "c.state <> 'withdrawn'",
};

const FLAGS_OF =
  "FROM flag f WHERE f.shop_id = c.shop_id AND f.case_id = c.id AND f.state <> 'withdrawn'";

/** What cases are sorted by, as text that sorts as it does; the case's number tells equal ones apart. */
export const SORTS: Record<CaseSort, { key: string; direction: "ASC" | "DESC" }> = {
  due: {
    key: `to_char(CASE c.state WHEN 'open' THEN c.due_at ELSE c.decided_at END AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS')`,
    direction: "ASC",
  },
  newest: {
    key: `to_char(c.opened_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS')`,
    direction: "DESC",
  },
  score: {
    key: `to_char(COALESCE((SELECT max(COALESCE(f.score, 1)) ${FLAGS_OF}), 0), 'FM0.000000')`,
    direction: "DESC",
  },
  stake: {
    key: `to_char(COALESCE((SELECT sum(${atStake("o.discount_minor")}) FROM shop_order o WHERE o.shop_id = c.shop_id
      AND o.id IN (SELECT f.order_id ${FLAGS_OF})), 0), 'FM000000000000000')`,
    direction: "DESC",
  },
};
