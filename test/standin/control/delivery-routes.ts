import type { Route, WebRequest } from "../page/route.ts";
import type { Delivery } from "../webhooks/delivery.ts";
import { answering, fieldsOf, Refusal } from "./answer.ts";
import { idle } from "./idle.ts";
import type { ControlOptions } from "./options.ts";
import { readModes } from "./read-modes.ts";

/** What was sent to the app, how it is sent, and sending it again. */
export function deliveryRoutes({ world, sender }: ControlOptions): readonly Route[] {
  const found = ({ params }: WebRequest): Delivery => {
    const delivery = sender.find(params["id"] ?? "");
    if (!delivery) throw new Refusal(404, `There is no delivery ${params["id"] ?? ""}`);
    return delivery;
  };
  return [
    {
      method: "GET",
      path: "/control/deliveries",
      handle: answering(({ query }) => {
        const deliveries = sender.deliveries().filter(filterOf(query));
        return { count: deliveries.length, deliveries: deliveries.map(withoutBody) };
      }),
    },
    { method: "GET", path: "/control/deliveries/:id", handle: answering(found) },
    {
      method: "POST",
      path: "/control/deliveries/resend-all",
      handle: answering((request) => {
        const { shuffle = false } = fieldsOf(request);
        return { count: sender.resendAll({ shuffle: shuffle === true }) };
      }, 202),
    },
    {
      method: "POST",
      path: "/control/deliveries/:id/resend",
      handle: answering((request) => {
        sender.resend(found(request).id);
      }, 202),
    },
    {
      method: "DELETE",
      path: "/control/deliveries",
      handle: answering(() => sender.forgetFinished()),
    },
    { method: "GET", path: "/control/modes", handle: answering(() => sender.modes) },
    {
      method: "POST",
      path: "/control/modes",
      handle: answering((request) => {
        sender.setModes(readModes(request));
        return sender.modes;
      }),
    },
    {
      method: "GET",
      path: "/control/idle",
      handle: answering(async ({ query }) => {
        const isIdle = await idle(world, sender, Number(query.get("timeoutMs") ?? 60_000));
        if (!isIdle) throw new Refusal(504, `${sender.pending()} webhooks are still under way`);
      }),
    },
  ];
}

function withoutBody({ body, ...rest }: Delivery) {
  return { ...rest, bytes: Buffer.byteLength(body) };
}

function filterOf(query: URLSearchParams): (delivery: Delivery) => boolean {
  const [topic, shop, state] = ["topic", "shop", "state"].map((name) => query.get(name));
  return (delivery) =>
    (!topic || delivery.topic === topic) &&
    (!shop || delivery.shop === shop || delivery.shop.split(".")[0] === shop) &&
    (!state || delivery.state === state);
}
