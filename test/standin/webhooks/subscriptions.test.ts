import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { input } from "../orders/fixtures/input.ts";
import { scene, type Scene } from "../orders/fixtures/world.ts";
import { placeOrder } from "../orders/place.ts";
import { connectWebhooks } from "./connect.ts";
import { startReceiver, type Receiver } from "./fixtures/receiver.ts";
import { includeFields } from "./include-fields.ts";
import { shopRedactPayload } from "./payloads.ts";
import { shopPayload } from "./shop-payload.ts";
import { WebhookSender } from "./sender.ts";
import { readSubscriptions } from "./subscriptions.ts";

const TOML = `
[webhooks]
api_version = "2026-10"

[[webhooks.subscriptions]]
topics = ["orders/create", "disputes/create", "app/uninstalled"]
uri = "/webhooks"

[[webhooks.subscriptions]]
topics = ["customers/create"]
uri = "/webhooks"
include_fields = ["id", "default_address.zip"]

[[webhooks.subscriptions]]
compliance_topics = ["shop/redact"]
uri = "https://elsewhere.example.com/redact"
`;

describe("an app's subscriptions", () => {
  test("are read as declared", () => {
    const { apiVersion, subscriptions } = readSubscriptions(TOML);
    expect(apiVersion).toBe("2026-10");
    expect(subscriptions.map(({ topic, isCompliance }) => [topic, isCompliance])).toEqual([
      ["orders/create", false],
      ["disputes/create", false],
      ["app/uninstalled", false],
      ["customers/create", false],
      ["shop/redact", true],
    ]);
  });

  test.each([
    ['topics = ["orders/create"]\nuri = "pubsub://a:b"', /HTTP only/],
    ['topics = ["orders/create"]\nuri = "/w"\nfilter = "id:1"', /does not filter/],
    ['topics = ["shop/redact"]\nuri = "/w"', /Not a topic/],
    ['compliance_topics = ["orders/create"]\nuri = "/w"', /Not a topic/],
    ['topics = "orders/create"\nuri = "/w"', /Not a list/],
  ])("%s is refused", (entry, message) => {
    const toml = `[webhooks]\napi_version = "2026-10"\n[[webhooks.subscriptions]]\n${entry}`;
    expect(() => readSubscriptions(toml)).toThrow(message);
  });

  test("include_fields reaches into lists and objects", () => {
    const body = {
      id: 1,
      email: "a",
      lines: [{ id: 2, price: "1" }],
      customer: { id: 3, email: "b" },
    };
    expect(includeFields(body, ["id", "lines.price", "customer"])).toEqual({
      id: 1,
      lines: [{ price: "1" }],
      customer: { id: 3, email: "b" },
    });
  });
});

describe("what the app hears", () => {
  let app: Receiver;
  let stage: Scene;
  let sender: WebhookSender;

  beforeEach(async () => {
    app = await startReceiver();
    stage = scene();
    stage.world.config.appUrl = app.url;
    sender = new WebhookSender({ secret: "secret", random: stage.world.random, retryMs: [] });
    connectWebhooks(stage.world, sender, readSubscriptions(TOML));
  });
  afterEach(async () => {
    sender.stop();
    await app.close();
  });

  const topics = () => app.received.map(({ headers }) => headers["x-shopify-topic"]).toSorted();

  test("is what it subscribed to, and no more of it than it asked for", async () => {
    placeOrder(stage.world, stage.shop, input());
    await sender.idle();
    expect(topics()).toEqual(["customers/create", "orders/create"]);
    const ofCustomer = app.received.find(
      ({ headers }) => headers["x-shopify-topic"] === "customers/create",
    );
    expect(JSON.parse(ofCustomer?.body ?? "")).toEqual({
      id: stage.shop.customers[0]?.id,
      default_address: { zip: "10115" },
    });
    const events = new Set(app.received.map(({ headers }) => headers["x-shopify-event-id"]));
    expect(events.size).toBe(1);
  });

  test("of a topic with an optional scope only once that is granted", async () => {
    stage.world.emit(stage.shop, "disputes/create", { id: 1 });
    await sender.idle();
    expect(topics()).toEqual([]);
    stage.shop.grantedScopes.add("read_shopify_payments_disputes");
    stage.world.emit(stage.shop, "disputes/create", { id: 2 });
    await sender.idle();
    expect(topics()).toEqual(["disputes/create"]);
  });

  test("after uninstalling is that alone, and compliance", async () => {
    stage.shop.installed = false;
    stage.world.emit(stage.shop, "app/uninstalled", shopPayload(stage.shop));
    placeOrder(stage.world, stage.shop, input());
    stage.world.emit(stage.shop, "shop/redact", shopRedactPayload(stage.shop));
    sender.stop();
    expect(sender.deliveries().map(({ topic, url }) => [topic, url])).toEqual([
      ["app/uninstalled", `${app.url}/webhooks`],
      ["shop/redact", "https://elsewhere.example.com/redact"],
    ]);
  });

  test("is nothing while nobody said where it is", () => {
    stage.world.config.appUrl = undefined;
    placeOrder(stage.world, stage.shop, input());
    expect(sender.deliveries()).toEqual([]);
  });
});
