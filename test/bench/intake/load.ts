import { Agent, request } from "node:http";

import { webhooksOf, type Webhook } from "./orders.ts";

export type LoadResult = {
  sent: number;
  acknowledged: number;
  p99Ms: number;
  uses: number;
  orders: number;
  seconds: number;
};

type Options = { url: string; ratePerSecond: number; seconds: number; connections: number };

/**
 * Sends the stream at a fixed rate, whatever the answers take (waiting for them would hide the delay it causes), and
 * counts from the moment each webhook was due. One that is not answered with 200 is sent again, as Shopify would.
 */
export async function load({
  url,
  ratePerSecond,
  seconds,
  connections,
}: Options): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const waits: number[] = [];
  const open = new Set<Promise<void>>();
  const wanted = ratePerSecond * seconds;
  const started = performance.now();
  let [sent, orders, uses] = [0, 0, 0];
  while (sent < wanted) {
    const due = Math.min(wanted, ((performance.now() - started) / 1_000) * ratePerSecond);
    while (sent < due) {
      const next = webhooksOf(orders);
      orders += 1;
      uses += next.uses;
      for (const webhook of next.webhooks) {
        const dueAt = started + (sent / ratePerSecond) * 1_000;
        sent += 1;
        const work = deliver(url, agent, webhook)
          .then(() => void waits.push(performance.now() - dueAt))
          .finally(() => open.delete(work));
        open.add(work);
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await Promise.all(open);
  agent.destroy();
  waits.sort((a, b) => a - b);
  const p99Ms = waits[Math.floor(waits.length * 0.99)] ?? 0;
  return {
    sent,
    acknowledged: waits.length,
    p99Ms,
    uses,
    orders,
    seconds: (performance.now() - started) / 1_000,
  };
}

async function deliver(url: string, agent: Agent, webhook: Webhook): Promise<void> {
  for (let attempt = 0; attempt < 9; attempt += 1) {
    const status = await post(url, agent, webhook).catch(() => 0);
    if (status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 200 * 2 ** attempt));
  }
  throw new Error("A webhook was never acknowledged.");
}

function post(url: string, agent: Agent, { headers, body }: Webhook): Promise<number> {
  return new Promise((resolve, reject) => {
    const sending = request(url, { method: "POST", agent, headers }, (response) => {
      response.resume();
      response.once("end", () => resolve(response.statusCode ?? 0));
    });
    sending.once("error", reject);
    sending.end(body);
  });
}

if (import.meta.main) {
  const [url = "", rate, seconds] = process.argv.slice(2);
  const result = await load({
    url,
    ratePerSecond: Number(rate),
    seconds: Number(seconds),
    connections: 32,
  });
  process.stdout.write(JSON.stringify(result));
}
