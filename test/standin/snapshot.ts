import { deserialize, serialize } from "node:v8";
import type { CodeDiscount, Discount, RedeemCode, ShopState, World } from "./state.ts";
import { CodeIndex } from "./state/code-index.ts";
import { RedeemCodes } from "./state/redeem-codes.ts";
import { addShop } from "./world.ts";

/** Codes as a list; a map in what an earlier version saved. */
type SavedDiscount =
  | Exclude<Discount, CodeDiscount>
  | (Omit<CodeDiscount, "redeemCodes"> & {
      readonly redeemCodes: readonly RedeemCode[] | ReadonlyMap<string, RedeemCode>;
    });

type SavedShop = Omit<ShopState, "codeIndex" | "discounts"> & {
  readonly discounts: ReadonlyMap<number, SavedDiscount>;
};

type Saved = { shops: Map<string, SavedShop>; counters: Map<string, number>; offsetMs: number };

/** The whole world as bytes. Webhooks under way, open checkouts and the files of bulk operations are not in it. */
export function saveWorld(world: World): Buffer {
  const saved: Saved = {
    shops: new Map([...world.shops].map(([domain, shop]) => [domain, savedShop(shop)])),
    counters: world.counters,
    offsetMs: world.now().getTime() - Date.now(),
  };
  return serialize(saved);
}

/** Fills a new world with a saved one. */
export function restoreWorld(world: World, bytes: Buffer): void {
  const saved = deserialize(bytes) as Saved;
  for (const shop of saved.shops.values()) restoreShop(world, shop);
  for (const [kind, id] of saved.counters) world.counters.set(kind, id);
  // A minute is what reading and writing may have taken; more was moved by hand.
  if (Math.abs(saved.offsetMs) > 60_000) world.clock.move(saved.offsetMs);
}

function savedShop({ codeIndex: _, discounts, ...shop }: ShopState): SavedShop {
  return {
    ...shop,
    bulkOperations: new Map(),
    discounts: new Map([...discounts].map(([id, discount]) => [id, savedDiscount(discount)])),
  };
}

function savedDiscount(discount: Discount): SavedDiscount {
  if (discount.method !== "code") return discount;
  const plain = ({ id, code, createdAt, usageCount }: RedeemCode) => ({
    id,
    code,
    createdAt,
    usageCount,
  });
  return { ...discount, redeemCodes: [...discount.redeemCodes].map(plain) };
}

/** What a shop has today and did not have when it was saved, it has as a new one. */
function restoreShop(world: World, saved: SavedShop): void {
  const codeIndex = new CodeIndex();
  const discounts = new Map<number, Discount>();
  for (const [id, discount] of saved.discounts) {
    discounts.set(id, restoredDiscount(codeIndex, discount));
  }
  const fresh = addShop(world, saved, saved.plan);
  world.shops.set(saved.domain, { ...fresh, ...saved, codeIndex, discounts });
}

function restoredDiscount(codeIndex: CodeIndex, saved: SavedDiscount): Discount {
  if (saved.method !== "code") return saved;
  const redeemCodes = new RedeemCodes(codeIndex, saved.id);
  const codes = [...saved.redeemCodes.values()].sort((a, b) => a.id - b.id);
  for (const code of codes) redeemCodes.add(code);
  return { ...saved, redeemCodes } as CodeDiscount;
}
