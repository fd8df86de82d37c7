import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { json, text, type Answer, type Router } from "./router.ts";

export type Listening = {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
};

/** Serves a router on localhost; port 0 takes any free one. */
export async function serve(router: Router, port: number): Promise<Listening> {
  const server = createServer((incoming, outgoing) => {
    void handle(router, incoming, outgoing);
  });
  const taken = await listen(server, port);
  return {
    url: `http://localhost:${taken}`,
    port: taken,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

async function handle(
  router: Router,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const method = incoming.method ?? "GET";
  try {
    const url = new URL(incoming.url ?? "/", `http://${incoming.headers.host ?? "localhost"}`);
    const found = router.find(method, url.pathname);
    if (found === undefined) send(outgoing, text("Not Found", 404), method);
    else if (found === "method") send(outgoing, text("Method Not Allowed", 405), method);
    else {
      const answer = await found.handler({
        method,
        url,
        params: found.params,
        headers: incoming.headers,
        body: () => readBody(incoming),
        incoming,
        outgoing,
      });
      send(outgoing, answer, method);
    }
  } catch (error) {
    console.error("stand-in:", error);
    if (outgoing.headersSent) outgoing.destroy();
    else send(outgoing, json({ errors: `Stand-in failure: ${String(error)}` }, 500), method);
  }
}

function send(outgoing: ServerResponse, answer: Answer, method: string): void {
  if (answer === "handled" || outgoing.destroyed) return;
  const { status = 200, headers = {}, body = "" } = answer;
  for (const [name, value] of Object.entries(headers))
    outgoing.setHeader(name, value as string | string[]);
  outgoing.statusCode = status;
  outgoing.setHeader("content-length", Buffer.byteLength(body));
  outgoing.end(method === "HEAD" ? undefined : body);
}

async function readBody(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, () => {
      const address = server.address();
      if (address === null || typeof address === "string") reject(new Error("No port"));
      else resolve(address.port);
    });
  });
}
