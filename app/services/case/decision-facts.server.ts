import type pg from "pg";

import { isOnePerson } from "#app/domain/case/graph.ts";
import type { CaseFacts } from "#app/domain/case/plan-effects.ts";
import { readCaseFlags, sentenceOf, type FlagOfCase } from "./case-flags.server.ts";
import { linkedPeople, linksAmong, type LinkRow } from "./linked-people.server.ts";

export type WholeCase = {
  facts: CaseFacts;
  flags: FlagOfCase[];
  /** Roots of the people with a flag. */
  flagged: string[];
  links: LinkRow[];
};

/** A case with everybody whom links lead to from its flags: what decisions and pages are about. */
export async function readWholeCase(
  db: Pick<pg.Pool, "query">,
  shopId: number,
  { id, number }: { id: string; number: number },
): Promise<WholeCase> {
  const flags = await readCaseFlags(db, shopId, [id]);
  const flagged = [...new Set(flags.flatMap(({ personId }) => personId ?? []))];
  const people = await linkedPeople(db, shopId, flagged);
  const links = await linksAmong(db, shopId, people);
  const orders = new Map(
    flags.map(({ orderId, customerId, isCancelled }) => [
      orderId,
      { id: orderId, customerId, isCancelled },
    ]),
  );
  const facts: CaseFacts = {
    number,
    sentence: sentenceOf(flags),
    people,
    links: links.map((link) => ({
      ...{ lowId: link.lowId, highId: link.highId },
      ...{ holds: isOnePerson(link), isTold: link.decided === "together" },
    })),
    flags: flags.map(({ orderId, codeKey, campaignId }) => ({ orderId, codeKey, campaignId })),
    orders: [...orders.values()],
  };
  return { facts, flags, flagged, links };
}
