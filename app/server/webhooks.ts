import type { IncomingMessage, ServerResponse } from "node:http";

import type { Deps } from "#app/infra/deps.server.ts";
import { receiveWebhook } from "#app/services/intake/receive-webhook.server.ts";

/** Shopify's bodies stay well below this; more is not one of them. */
const LARGEST_BODY = 5 * 1024 * 1024;

/**
 * Every webhook comes here, past the page framework: at a peak this answers hundreds a second. The answer waits for one
 * insert and nothing else.
 */
export async function handleWebhook(
  deps: Deps,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const answer = (status: number, text: string) => {
    response.writeHead(status, { "content-type": "text/plain; charset=utf-8" }).end(text);
  };
  if (request.method !== "POST") return answer(405, "Shopify posts webhooks here.");
  const body = await readBody(request);
  if (!body) return answer(413, "The body is too large.");
  try {
    const receipt = await receiveWebhook(deps, { headers: request.headers, body });
    answer(receipt.status, receipt.kind === "refused" ? receipt.reason : "");
  } catch (error) {
    // Not kept: Shopify tries again later.
    deps.log.error({ err: error }, "a webhook could not be kept");
    answer(503, "Not kept. Please try again.");
  }
}

async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_BODY) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
