import type pg from "pg";

import type { Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { foldCases } from "../case/fold-cases.server.ts";
import { findOvershootFlags } from "../flag/find-overshoot-flags.server.ts";
import { keepAccounts } from "../standing/keep-accounts.server.ts";
import { markStandings } from "../standing/mark-standings.server.ts";
import { identityHashes } from "./identity-hashes.server.ts";
import { recognisePeople } from "./recognise-people.server.ts";

/**
 * Two customer accounts that the merchant made one are one person's from now on, whatever was known of either; their
 * uses are counted together. The caller holds `PEOPLE_LOCK`.
 */
export async function mergePeople(
  deps: Deps,
  client: pg.PoolClient,
  shop: Shop,
  { kept, gone }: { kept: string; gone: string },
): Promise<void> {
  const now = deps.now();
  const identities = [kept, gone].flatMap((customerId) =>
    identityHashes(shop, { customerId, email: null, phone: null }),
  );
  const { replaced, accounts } = await recognisePeople(client, shop.id, [identities], now);
  const theirs = accounts.filter(({ customerId }) => customerId !== gone);
  await keepAccounts(client, shop.id, theirs);
  const people = [...new Set([...theirs.map(({ personId }) => personId), ...replaced.values()])];
  if (people.length === 0) return;
  await findOvershootFlags(client, shop.id, people, { now, newId: deps.newId });
  await foldCases(client, shop.id, people, { now, newId: deps.newId });
  await markStandings(client, shop.id, people, now);
  await deps.jobs.send("publish-guard", { shopId: shop.id }, { transaction: client });
}
