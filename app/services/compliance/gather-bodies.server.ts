import { isAbout, standsIn } from "#app/domain/compliance/is-about.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { identityHashes } from "../person/identity-hashes.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import { bodiesWith } from "./bodies-with.server.ts";
import { theirOrders } from "./export-customer.server.ts";
import { packGathered, type GatheredBody } from "./gathered.server.ts";
import { readRequest } from "./read-request.server.ts";

type Job = { shopId: number; exportId: string; messageId: string };

/**
 * Completes what a customer is told with the stored webhooks about them: their name, addresses and numbers stand nowhere
 * else. Stopped anywhere, it is done again from the start.
 */
export async function gatherBodies(deps: Deps, job: Job): Promise<void> {
  const { shopId, exportId, messageId } = job;
  const { pool } = deps.database;
  const request = await readRequest(pool, shopId, messageId);
  // The customer was erased meanwhile, and so was the answer.
  if (!request) return;
  const hashes = identityHashes(await shopOf(deps, shopId), request).map(({ hash }) => hash);
  const { rows } = await pool.query<{ id: string }>(OWN, [shopId, request.customerId, hashes]);
  const orderIds = new Set(rows.map(({ id }) => id));
  const sought = { ...request, orderIds };
  const words = [sought.customerId ?? "", sought.email ?? "", sought.phone ?? "", ...orderIds];
  const gathered: GatheredBody[] = [];
  for await (const page of bodiesWith(pool, shopId, words))
    for (const { topic, receivedAt, text } of page) {
      const payload = parsed(text);
      const isTheirs =
        payload === undefined ? standsIn(text, sought) : isAbout(topic, payload, sought);
      const body = payload ?? text;
      if (isTheirs) gathered.push({ topic, receivedAt: receivedAt.toISOString(), body });
    }
  await pool.query(COMPLETE, [shopId, exportId, packGathered(gathered)]);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Orders of another account, though it be theirs by what is known, are that account's to ask for. */
const OWN = `
  WITH ${theirOrders("$3")}
  SELECT id::text FROM own WHERE customer_id IS NULL OR customer_id = $2::bigint`;

const COMPLETE = "UPDATE data_export SET messages = $3 WHERE shop_id = $1 AND id = $2";
