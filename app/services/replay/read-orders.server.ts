import { inShopCurrency } from "#app/domain/replay/in-shop-currency.ts";
import { orderLine } from "#app/domain/replay/order-line.schema.ts";
import type { OrderIdentities } from "#app/domain/redemption/order-facts.ts";
import type { OrderPayload } from "#app/domain/redemption/order-payload.schema.ts";
import { readIdentities, readOrder } from "#app/domain/redemption/read-order.ts";
import { readInstant } from "#app/domain/shared/instant.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import type { EarlyOrder } from "../identity/encode-early.server.ts";
import { identityHashes } from "../person/identity-hashes.server.ts";
import type { CodeCollector } from "./collect-codes.server.ts";
import { parseLine } from "./parse-line.server.ts";
import { readLines } from "./read-lines.server.ts";
import { refundText } from "./refund-text.server.ts";
import { webhookIdOf, type StagedMessage } from "./stage-messages.server.ts";
import type { Teller } from "./teller.server.ts";

export type ReadOrders = {
  messages: AsyncGenerator<StagedMessage>;
  /** Refunds that the orders themselves tell of, once they are read; see `refundText`. */
  toldRefunds: ReadonlySet<string>;
};

/** The orders of a file, one webhook a line; what is no order is told with its line and left out. */
export function readOrders(
  path: string,
  shop: Shop,
  {
    codes,
    meet,
    teller,
  }: { codes: CodeCollector; meet: (order: EarlyOrder) => void; teller: Teller },
): ReadOrders {
  const toldRefunds = new Set<string>();
  return { messages: messages(), toldRefunds };

  async function* messages(): AsyncGenerator<StagedMessage> {
    let [count, silentCodes] = [0, 0];
    for await (const { number: line, bytes } of readLines(path)) {
      const parsed = parseLine(bytes, orderLine);
      if (!parsed.ok) {
        teller.bad(path, line, parsed.problem);
        continue;
      }
      const order = parsed.value;
      for (const { code } of order.discount_codes ?? []) codes.meet(code);
      silentCodes += countSilentCodes(order, shop.currency);
      for (const refund of refundsOf(order, shop.currency)) toldRefunds.add(refund);
      const at = new Date(order.created_at);
      const version = versionOf(order.updated_at) ?? new Date(at.getTime() + line);
      const body = Buffer.from(JSON.stringify(bodyOf(parsed.raw, version, shop.currency)));
      const { id } = order;
      meet({ webhookId: webhookIdOf({ source: 0, line }), id, body });
      const customer = customerHash(shop, readIdentities(order));
      yield { source: 0, line, at, orderId: id, customer, version, body };
      count += 1;
      if (count % 1_000 === 0) teller.progress("orders read", count, null);
    }
    if (silentCodes > 0) teller.note(silent(silentCodes));
  }
}

/** As it stands, but that it says its version, and its money in the shop's currency where that can be told. */
function bodyOf(raw: Record<string, unknown>, updatedAt: Date, currency: string) {
  const body: Record<string, unknown> = { ...raw, updated_at: updatedAt.toISOString() };
  return inShopCurrency(body, currency);
}

/** Null where it is none: then the body is newer than those of its order on the lines before. */
function versionOf(text: string | null | undefined): Date | null {
  const instant = text ? readInstant(text) : null;
  return instant && instant.getUTCFullYear() >= 1970 ? instant : null;
}

/** Codes of which neither an amount nor an allocation says what they took off. */
function countSilentCodes(order: OrderPayload, currency: string): number {
  const hasSilent = order.discount_codes?.some(({ amount }) => (amount ?? null) === null) ?? false;
  if (!hasSilent) return 0;
  return readOrder(order, currency, "").codes.filter(({ isUnvalued }) => isUnvalued).length;
}

function silent(codes: number): string {
  return (
    `${codes} uses of codes say nothing of what was taken off: they count as redeemed, with no discount. ` +
    "Give each of an order's discount_codes its amount."
  );
}

function refundsOf(order: OrderPayload, currency: string): string[] {
  if (!order.refunds || order.refunds.length === 0) return [];
  const { id, refunds } = readOrder(order, currency, "");
  return refunds.map(({ at, amountMinor }) => refundText(id, new Date(at), amountMinor));
}

/** Of whom the report counts as one customer: an account, else an e-mail address as its provider sees it, else nobody. */
function customerHash(shop: Shop, { customerId, email }: OrderIdentities): string | null {
  const who = customerId ? { customerId, email: null } : { customerId: null, email };
  return identityHashes(shop, { ...who, phone: null })[0]?.hash ?? null;
}
