import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import { findCustomers as findCustomersQuery } from "#app/infra/admin-api/documents/customers.ts";
import { numericId } from "#app/infra/admin-api/gid.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { recordAccess } from "../compliance/record-access.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";

export type FoundCustomer = { id: string; name: string; email: string | null };

/** Long enough for any name or address, short enough for Shopify's search. */
const LONGEST_TEXT = 100;

/** The customers who fit what was typed: Shopify's picker knows products and collections, but not people. */
export async function findCustomers(
  deps: Deps,
  actor: Actor,
  text: string,
): Promise<Outcome<FoundCustomer[]>> {
  const { shopId } = actor;
  // For a campaign, or to disqualify or allow them.
  if (!can(actor, "campaign.edit", { shopId }) && !can(actor, "flag.decide", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.edit") });
  const searched = asWords(text);
  if (searched === "") return done([]);
  const api = deps.adminApi((await shopOf(deps, shopId)).domain);
  const { customers } = await api.run(findCustomersQuery, { text: searched });
  await recordAccess(deps, actor, "customers.searched", customers.nodes.length);
  return done(
    customers.nodes.map(({ id: gid, displayName, defaultEmailAddress }) => {
      const id = numericId(gid);
      const email = defaultEmailAddress?.emailAddress ?? null;
      return { id, name: displayName || `Customer ${id}`, email };
    }),
  );
}

/** The beginnings of words, and nothing that Shopify's search would read as a filter or an operator. */
function asWords(text: string): string {
  const words = text.slice(0, LONGEST_TEXT).toLowerCase().split(/\s+/);
  return words
    .map((word) => word.replaceAll(/[^\p{L}\p{N}\p{M}@._+-]/gu, "").replace(/^[-.+_]+/, ""))
    .filter((word) => word !== "")
    .map((word) => `${word}*`)
    .join(" ");
}
