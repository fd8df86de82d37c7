import { connect, type Socket } from "node:net";

import { webhooksOf, type Expected, type Webhook } from "./orders.ts";

export type LoadResult = Expected & {
  sent: number;
  orders: number;
  p99Ms: number;
  /** Milliseconds since 1970: when the first was due, and when the last was acknowledged. */
  startedAt: number;
  endedAt: number;
  /** Of one core, by this process. */
  cpuShare: number;
  bytes: number;
};

type Options = { port: number; ratePerSecond: number; seconds: number; connections: number };
type Delivery = { webhook: Webhook; dueAt: number; attempts: number };

const HOST = "127.0.0.1";

/**
 * Sends the stream at a fixed rate, whatever the answers take (waiting for them would hide the delay it causes), and
 * counts from the moment each webhook was due. One that is not answered with 200 is sent again, as Shopify would. It
 * speaks HTTP on bare sockets, because whatever it uses of the machine the app cannot.
 */
export async function load(options: Options): Promise<LoadResult> {
  const { port, ratePerSecond, seconds, connections } = options;
  const address = `${HOST}:${port}`;
  const waits: number[] = [];
  const sum: Expected = { uses: 0, redemptions: 0, revenue: 0, refunds: 0 };
  const wanted = ratePerSecond * seconds;
  const before = process.cpuUsage();
  const pool = new Connections(port, connections, (dueAt) => waits.push(performance.now() - dueAt));
  const started = performance.now();
  const startedAt = Date.now();
  let [sent, orders, bytes] = [0, 0, 0];
  while (sent < wanted) {
    const due = Math.min(wanted, ((performance.now() - started) / 1_000) * ratePerSecond);
    while (sent < due) {
      const { webhooks, ...expected } = webhooksOf(orders, address);
      orders += 1;
      sum.uses += expected.uses;
      sum.redemptions += expected.redemptions;
      sum.revenue += expected.revenue;
      sum.refunds += expected.refunds;
      for (const webhook of webhooks) {
        pool.send({ webhook, dueAt: started + (sent / ratePerSecond) * 1_000, attempts: 0 });
        sent += 1;
        bytes += webhook.length;
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  while (waits.length < sent) {
    pool.check();
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const endedAt = Date.now();
  const { user, system } = process.cpuUsage(before);
  const cpuShare = (user + system) / 1_000 / (performance.now() - started);
  pool.close();
  waits.sort((a, b) => a - b);
  const p99Ms = waits[Math.floor(waits.length * 0.99)] ?? 0;
  return { ...sum, sent, orders, p99Ms, startedAt, endedAt, cpuShare, bytes };
}

/** Keep-alive connections, each with one webhook under way. */
class Connections {
  readonly #queue: Delivery[] = [];
  #first = 0;
  readonly #idle: Connection[] = [];
  readonly #all: Connection[];
  readonly #acknowledged: (dueAt: number) => void;
  #failure: Error | undefined;

  constructor(port: number, count: number, acknowledged: (dueAt: number) => void) {
    this.#acknowledged = acknowledged;
    this.#all = Array.from({ length: count }, () => {
      const one: Connection = new Connection(port, (delivery, status) =>
        this.#answered(one, delivery, status),
      );
      return one;
    });
    this.#idle.push(...this.#all);
  }

  send(delivery: Delivery): void {
    this.#queue.push(delivery);
    this.#next();
  }

  /** @throws when a webhook was refused again and again. */
  check(): void {
    if (this.#failure) throw this.#failure;
  }

  close(): void {
    for (const one of this.#all) one.close();
  }

  #next(): void {
    while (this.#idle.length > 0 && this.#first < this.#queue.length) {
      const delivery = this.#queue[this.#first];
      this.#first += 1;
      if (delivery) this.#idle.pop()?.send(delivery);
    }
    if (this.#first === this.#queue.length) {
      this.#queue.length = 0;
      this.#first = 0;
    }
  }

  #answered(one: Connection, delivery: Delivery, status: number): void {
    this.#idle.push(one);
    if (status === 200) this.#acknowledged(delivery.dueAt);
    else if (delivery.attempts < 8) {
      const again = { ...delivery, attempts: delivery.attempts + 1 };
      setTimeout(() => this.send(again), 200 * 2 ** delivery.attempts);
    } else this.#failure ??= new Error(`A webhook was never acknowledged (last answer ${status}).`);
    this.#next();
  }
}

class Connection {
  #delivery: Delivery | undefined;
  readonly #port: number;
  readonly #answered: (delivery: Delivery, status: number) => void;
  #socket: Socket | undefined;
  #text = "";

  constructor(port: number, answered: (delivery: Delivery, status: number) => void) {
    this.#port = port;
    this.#answered = answered;
  }

  send(delivery: Delivery): void {
    this.#delivery = delivery;
    this.#socket ??= this.#open();
    this.#socket.write(delivery.webhook);
  }

  close(): void {
    this.#socket?.destroy();
  }

  #open(): Socket {
    const socket = connect({ port: this.#port, host: HOST, noDelay: true });
    const lost = () => {
      if (this.#socket !== socket) return;
      this.#socket = undefined;
      this.#text = "";
      this.#end(0);
    };
    socket.on("error", lost);
    socket.on("close", lost);
    socket.on("data", (chunk) => {
      this.#text += chunk.toString("latin1");
      const head = this.#text.indexOf("\r\n\r\n");
      if (head < 0) return;
      const length = Number(/content-length: (\d+)/i.exec(this.#text)?.[1] ?? 0);
      if (this.#text.length < head + 4 + length) return;
      const status = Number(this.#text.slice(9, 12));
      this.#text = "";
      this.#end(status);
    });
    return socket;
  }

  #end(status: number): void {
    const delivery = this.#delivery;
    this.#delivery = undefined;
    if (delivery) this.#answered(delivery, status);
  }
}

if (import.meta.main) {
  const [port, rate, seconds] = process.argv.slice(2).map(Number);
  const options = { ratePerSecond: rate ?? 0, seconds: seconds ?? 0, connections: 64 };
  process.stdout.write(JSON.stringify(await load({ port: port ?? 0, ...options })));
}
