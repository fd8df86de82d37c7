import type { ShopState, World } from "../state.ts";

/** What is done to many things in the background. */
export type Work<Item> = {
  readonly items: readonly Item[];
  readonly carryOut: (item: Item) => void;
  /** What became of an item that was to fail. */
  readonly fail?: (item: Item) => void;
  /** Nobody is to hear of it any more. */
  readonly forget: () => void;
  /** All is done, or said to be. */
  readonly finish: () => void;
  /** Tells the world; also when it was not finished. */
  readonly announce?: () => void;
};

/** Begins in a while, and goes as far as the faults in force let it. `name` is the root field that asked for it. */
export function startWork<Item>(
  world: World,
  shop: ShopState,
  name: string,
  { items, carryOut, fail, forget, finish, announce }: Work<Item>,
): void {
  const fault = world.faults.beforeWork({ shop: shop.domain, name });
  const delay = fault.action === "delay" ? fault.ms : 0;
  const most = "done" in fault ? fault.done : items.length;
  world.clock.later(world.config.asyncDelayMs + delay, () => {
    for (const item of items.slice(0, most)) carryOut(item);
    if (fault.action === "fail") for (const item of items.slice(most)) fail?.(item);
    if (fault.action === "vanish") forget();
    else if (fault.action !== "stall") finish();
    announce?.();
  });
}
