import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { shopTexts } from "../message/shop-texts.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import { populationsOf, type Population } from "./populations.server.ts";

export type WhyNotChoices = {
  /** The shop's own first. */
  languages: string[];
  populations: Population[];
  /** The order a question came from, when it is one of the shop's. */
  order: { id: string; name: string } | null;
};

/** What the page offers to ask. Without the right to ask about people, an order of theirs is nothing to ask from. */
export async function readWhyNot(
  deps: Deps,
  actor: Actor,
  orderId: string | null,
): Promise<Outcome<WhyNotChoices>> {
  const { shopId } = actor;
  if (!can(actor, "code.view", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("code.view") });
  const texts = await shopTexts(deps, await shopOf(deps, shopId));
  const isNumber = orderId !== null && /^[1-9]\d{0,17}$/.test(orderId);
  const order =
    isNumber && can(actor, "person.ask", { shopId })
      ? await deps.database.prisma.order.findUnique({
          where: { shopId_id: { shopId, id: BigInt(orderId) } },
          select: { id: true, name: true },
        })
      : null;
  return done({
    languages: [texts.shopLanguage, ...texts.languages],
    populations: await populationsOf(deps, shopId),
    order: order && { id: String(order.id), name: order.name },
  });
}
