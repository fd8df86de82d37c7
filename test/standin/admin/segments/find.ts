import { idOf } from "../../gid.ts";
import type { Segment, ShopState } from "../../state.ts";

export function findSegment(shop: ShopState, globalId: string): Segment | undefined {
  const wanted = idOf(globalId, "Segment");
  return shop.segments.find(({ id }) => id === wanted);
}
