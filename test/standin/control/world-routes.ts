import type { Route } from "../page/route.ts";
import { findShop } from "../world.ts";
import { answering, fieldsOf, Refusal, wholeNumber } from "./answer.ts";
import type { ControlOptions } from "./options.ts";

/** The clock all shops share, and what the app asked of the Admin API. */
export function worldRoutes({ world }: ControlOptions): readonly Route[] {
  const time = () => ({ now: world.now(), aheadMs: world.now().getTime() - Date.now() });
  return [
    { method: "GET", path: "/control/clock", handle: answering(time) },
    {
      method: "POST",
      path: "/control/clock",
      handle: answering((request) => {
        const fields = fieldsOf(request);
        const [ms, dateSkewMs] = ["ms", "dateSkewMs"].map((name) => wholeNumber(fields, name));
        const { speed } = fields;
        if (speed !== undefined && !(typeof speed === "number" && speed > 0 && speed <= 10_000)) {
          throw new Refusal(422, "speed: how much faster than real time, up to 10000");
        }
        if (ms === undefined && dateSkewMs === undefined && speed === undefined) {
          throw new Refusal(422, "ms: how far to move the clock; or speed, or dateSkewMs");
        }
        if (speed !== undefined) world.clock.setSpeed(speed);
        if (dateSkewMs !== undefined) world.config.dateSkewMs = dateSkewMs;
        if (ms !== undefined) world.clock.move(ms);
        return time();
      }),
    },
    {
      method: "GET",
      path: "/control/calls",
      handle: answering(({ query }) => {
        const shop = query.get("shop");
        const domain = shop === null ? undefined : (findShop(world, shop)?.domain ?? shop);
        const operation = query.get("operation");
        const calls = world.calls.filter(
          (call) =>
            (domain === undefined || call.shop === domain) &&
            (operation === null || call.operation === operation || call.fields.includes(operation)),
        );
        return { count: calls.length, calls };
      }),
    },
    {
      method: "DELETE",
      path: "/control/calls",
      handle: answering(() => {
        world.calls.length = 0;
      }),
    },
  ];
}
