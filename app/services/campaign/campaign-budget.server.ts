import { reachedCap, type Budget, type CapKind, type Caps } from "#app/domain/campaign/budget.ts";
import type { AnyTransaction } from "#app/infra/db/database.server.ts";
import type { Campaign } from "#app/infra/db/generated/client.ts";
import { budgetBurn } from "./budget-burn.server.ts";

type Capped = Pick<Campaign, "shopId" | "id" | "currency" | "codeKind"> &
  Pick<Campaign, "spendCapMinor" | "totalCap">;

/** The caps that Bonafide itself holds; the uses of a public code are Shopify's to cap. */
function heldCaps({ spendCapMinor, totalCap, codeKind }: Omit<Capped, "shopId" | "id">): Caps {
  return {
    spendCapMinor: spendCapMinor === null ? null : Number(spendCapMinor),
    totalCap: codeKind === "public" ? null : totalCap,
  };
}

/** The cap that would pause a campaign at once, were it to go on. */
export async function capInTheWay(db: AnyTransaction, campaign: Capped): Promise<CapKind | null> {
  const caps = heldCaps(campaign);
  if (caps.spendCapMinor === null && caps.totalCap === null) return null;
  return reachedCap(caps, await budgetBurn(db, campaign));
}

/** A campaign's caps and what of them is gone. */
export async function budgetOf(db: AnyTransaction, campaign: Campaign): Promise<Budget> {
  const { spendCapMinor, customerCapMinor, totalCap, wanted, capReached } = campaign;
  return {
    spendCapMinor: spendCapMinor === null ? null : Number(spendCapMinor),
    customerCapMinor: customerCapMinor === null ? null : Number(customerCapMinor),
    totalCap,
    ...(await budgetBurn(db, campaign)),
    reached:
      wanted === "paused" && (capReached === "spend" || capReached === "uses") ? capReached : null,
  };
}
