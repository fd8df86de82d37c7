import { createHmac } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";

import type { Deps } from "#app/infra/deps.server.ts";
import { receiveWebhook, type Delivery } from "#app/services/intake/receive-webhook.server.ts";

/** Shopify's bodies stay far below this. Of a larger one the beginning is kept, with the reason. */
const LARGEST_BODY = 16 * 1024 * 1024;
const BEGINNING = 1024 * 1024;

/**
 * Every webhook comes here, past the page framework: at a peak this answers hundreds a second. The answer waits for the
 * commit that keeps it and nothing else.
 */
export async function handleWebhook(
  deps: Deps,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const answer = (status: number, text: string) => {
    response.writeHead(status, {
      "content-type": "text/plain; charset=utf-8",
      "content-length": Buffer.byteLength(text),
    });
    response.end(text);
  };
  if (request.method !== "POST") return answer(405, "Shopify posts webhooks here.");
  try {
    const body = await readBody(request, deps.env.SHOPIFY_API_SECRET);
    if (!body) return;
    const receipt = await receiveWebhook(deps, { headers: request.headers, ...body });
    answer(receipt.status, receipt.kind === "refused" ? receipt.reason : "");
  } catch (error) {
    // Not kept: Shopify tries again later.
    deps.log.error({ err: error }, "a webhook could not be kept");
    answer(503, "Not kept. Please try again.");
  }
}

/**
 * Reads a body to its end; what goes beyond the largest is signed for but not held. @returns nothing when the sender
 * went away in the middle: there is nobody left to answer.
 */
function readBody(
  request: IncomingMessage,
  secret: string,
): Promise<Pick<Delivery, "body" | "cut"> | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  let hmac: ReturnType<typeof createHmac> | null = null;
  return new Promise((resolve) => {
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > LARGEST_BODY && !hmac) {
        hmac = createHmac("sha256", secret);
        const held = Buffer.concat(chunks);
        hmac.update(held);
        chunks.splice(0, chunks.length, Buffer.from(held.subarray(0, BEGINNING)));
      }
      if (hmac) hmac.update(chunk);
      else chunks.push(chunk);
    });
    request.once("end", () => {
      const body = chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
      resolve({ body, ...(hmac && { cut: { size, hmac: hmac.digest() } }) });
    });
    request.once("error", () => resolve(null));
    request.once("close", () => resolve(null));
  });
}
