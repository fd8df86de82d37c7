import { gid } from "../../gid.ts";
import type { Segment } from "../../state.ts";
import type { AdminContext, View } from "../context.ts";
import { instant } from "../scalars.ts";

export function segmentView(_context: AdminContext, segment: Segment): View {
  return {
    __typename: "Segment",
    id: gid("Segment", segment.id),
    name: segment.name,
    query: segment.query,
    creationDate: instant(segment.createdAt),
    lastEditDate: instant(segment.updatedAt),
  };
}
