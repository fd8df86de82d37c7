import { createHash } from "node:crypto";

import { refundLine } from "#app/domain/replay/order-line.schema.ts";
import { decimalText, parseMinor } from "#app/domain/shared/money.ts";
import { parseLine } from "./parse-line.server.ts";
import { readLines } from "./read-lines.server.ts";
import { refundText } from "./refund-text.server.ts";
import type { StagedMessage } from "./stage-messages.server.ts";
import type { Teller } from "./teller.server.ts";

/**
 * The refunds of a file, as webhooks; what is none is told with its line and left out. Those that their orders told of
 * already (`told`) are no others.
 */
export async function* readRefunds(
  path: string,
  currency: string,
  told: ReadonlySet<string>,
  teller: Teller,
): AsyncGenerator<StagedMessage> {
  for await (const { number: line, bytes } of readLines(path)) {
    const parsed = parseLine(bytes, refundLine);
    if (!parsed.ok) {
      teller.bad(path, line, parsed.problem);
      continue;
    }
    const { order_id: orderId, created_at, amount } = parsed.value;
    const at = new Date(created_at);
    const minor = parseMinor(amount, currency);
    if (minor === null || minor < 0) {
      teller.bad(path, line, `amount is no amount of ${currency}.`);
      continue;
    }
    const text = refundText(orderId, at, minor);
    if (told.has(text)) continue;
    const refund = webhook(text, orderId, at, decimalText(minor, currency));
    yield {
      ...{ source: 1, line, at, orderId, customer: null, version: null },
      body: Buffer.from(JSON.stringify(refund)),
    };
  }
}

/** It has no id but what it says. */
function webhook(text: string, orderId: string, at: Date, amount: string) {
  const hash = createHash("sha256").update(text).digest();
  return {
    id: (hash.readBigUInt64BE() >> 2n).toString(),
    order_id: orderId,
    created_at: at.toISOString(),
    transactions: [{ kind: "refund", status: "success", amount }],
  };
}
