import { expect, test } from "vitest";
import { input } from "../orders/fixtures/input.ts";
import { NOON, scene, type Scene } from "../orders/fixtures/world.ts";
import { cancelOrder } from "../orders/cancel.ts";
import { placeOrder } from "../orders/place.ts";
import { watchSegments } from "./watch-segments.ts";

function addSegment({ world, shop }: Scene, query: string): number {
  const id = world.nextId("Segment");
  shop.segments.push({ id, name: query, query, createdAt: NOON, updatedAt: NOON });
  return id;
}

function moves({ events }: Scene): unknown[] {
  return events
    .filter(({ topic }) => topic.endsWith("_segment"))
    .map(({ topic, payload }) => [topic, (payload as { segment_id: string }).segment_id]);
}

test("orders bring their customer into segments and out of them again", () => {
  const stage = scene();
  const regulars = addSegment(stage, "number_of_orders >= 2");
  addSegment(stage, "customer_tags CONTAINS 'vip'");
  watchSegments(stage.world);
  placeOrder(stage.world, stage.shop, input());
  expect(moves(stage)).toEqual([]);
  const { id } = placeOrder(stage.world, stage.shop, input());
  const gid = `gid://shopify/Segment/${regulars}`;
  expect(moves(stage)).toEqual([["customer.joined_segment", gid]]);
  placeOrder(stage.world, stage.shop, input());
  expect(moves(stage)).toHaveLength(1);
  cancelOrder(stage.world, stage.shop, id);
  expect(moves(stage)).toHaveLength(1);
  cancelOrder(stage.world, stage.shop, stage.shop.orders[2]?.id ?? 0);
  expect(moves(stage).at(-1)).toEqual(["customer.left_segment", gid]);
});

test("a segment made later is looked at as soon as it is told of", () => {
  const stage = scene();
  watchSegments(stage.world);
  placeOrder(stage.world, stage.shop, input());
  addSegment(stage, "number_of_orders >= 2");
  stage.world.emit(stage.shop, "segments/create", {});
  placeOrder(stage.world, stage.shop, input());
  expect(moves(stage)).toHaveLength(1);
});

test("joining shares the event id of what caused it", () => {
  const stage = scene();
  addSegment(stage, "amount_spent > 40");
  watchSegments(stage.world);
  placeOrder(stage.world, stage.shop, input());
  expect(stage.events.map(({ topic }) => topic)).toContain("customer.joined_segment");
  expect(new Set(stage.events.map(({ eventId }) => eventId)).size).toBe(1);
});

test("who is in a segment before anybody looked has not joined it", () => {
  const stage = scene();
  placeOrder(stage.world, stage.shop, input());
  addSegment(stage, "number_of_orders >= 1");
  watchSegments(stage.world);
  placeOrder(stage.world, stage.shop, input());
  expect(moves(stage)).toEqual([]);
});
