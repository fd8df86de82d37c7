import { gid } from "../../gid.ts";
import type { Segment } from "../../state.ts";
import type { AdminContext } from "../context.ts";
import { unimplemented } from "../errors.ts";
import { refuse } from "../discounts/problems.ts";
import { refusable } from "../payload.ts";
import { segmentView } from "../views/segment.ts";
import { findSegment } from "./find.ts";
import { unknownAttribute } from "./members.ts";
import { parseSegmentQuery } from "./query.ts";

export function segmentMutations(context: AdminContext) {
  const { world, shop } = context;
  const announce = (topic: string, { id, name, query }: Segment) => {
    const payload = { id, name, query, admin_graphql_api_id: gid("Segment", id) };
    world.emit(shop, topic, payload);
  };
  return {
    segmentCreate: refusable("SegmentCreatePayload", ["segment"], ({ name, query }) => {
      const now = world.now();
      const segment: Segment = {
        id: world.nextId("Segment"),
        name: readName(String(name)),
        query: readQuery(String(query)),
        createdAt: now,
        updatedAt: now,
      };
      shop.segments.push(segment);
      announce("segments/create", segment);
      return { segment: segmentView(context, segment) };
    }),
    segmentUpdate: refusable("SegmentUpdatePayload", ["segment"], ({ id, name, query }) => {
      const segment = findSegment(shop, String(id)) ?? missing();
      const read = {
        ...(typeof name === "string" && { name: readName(name) }),
        ...(typeof query === "string" && { query: readQuery(query) }),
      };
      Object.assign(segment, read, { updatedAt: world.now() });
      announce("segments/update", segment);
      return { segment: segmentView(context, segment) };
    }),
    segmentDelete: refusable("SegmentDeletePayload", ["deletedSegmentId"], ({ id }) => {
      const segment = findSegment(shop, String(id)) ?? missing();
      shop.segments.splice(shop.segments.indexOf(segment), 1);
      announce("segments/delete", segment);
      return { deletedSegmentId: String(id) };
    }),
  };
}

function readName(name: string): string {
  return name.trim() === "" ? refuse(["name"], null, "Name can't be blank") : name.trim();
}

function readQuery(query: string): string {
  const parsed = parseSegmentQuery(query);
  if (parsed.kind === "invalid") return refuse(["query"], null, parsed.message);
  const unknown = unknownAttribute(parsed.query);
  if (unknown !== undefined) throw unimplemented(`the segment attribute ${unknown}`);
  return query;
}

function missing(): never {
  return refuse(["id"], null, "Segment does not exist");
}
