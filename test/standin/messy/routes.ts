import { setImmediate as nextTurn } from "node:timers/promises";
import { answering, fieldsOf, Refusal, shopOf, wholeNumber } from "../control/answer.ts";
import type { ControlOptions } from "../control/options.ts";
import type { Route } from "../page/route.ts";
import { fillShop } from "./fill.ts";
import { MESSY, MOST_CODES, MOST_DISCOUNTS, type MessyOptions } from "./options.ts";

/** `POST /control/:handle/messy-store {"seed"?, "discounts"?, "codes"?}`: years of habits, at once and unannounced. */
export function messyStoreRoutes({ world }: Pick<ControlOptions, "world">): readonly Route[] {
  return [
    {
      method: "POST",
      path: "/control/:handle/messy-store",
      handle: answering(async (request) => {
        const shop = shopOf(world, request);
        const options = readOptions(fieldsOf(request));
        const filling = fillShop(world, shop, options);
        for (;;) {
          const { done, value } = filling.next();
          if (done) return value;
          await nextTurn();
        }
      }),
    },
  ];
}

function readOptions(fields: Readonly<Record<string, unknown>>): MessyOptions {
  const read = (name: keyof MessyOptions, most: number): number => {
    const value = wholeNumber(fields, name) ?? MESSY[name];
    if (value < 0 || value > most) throw new Refusal(422, `${name}: from 0 to ${most}`);
    return value;
  };
  return {
    seed: read("seed", Number.MAX_SAFE_INTEGER),
    discounts: read("discounts", MOST_DISCOUNTS),
    codes: read("codes", MOST_CODES),
  };
}
