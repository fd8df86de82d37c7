import {
  createServer,
  request,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type Server,
  type ServerResponse,
} from "node:http";
import { pipeline } from "node:stream";
import { allowShellToFrame, rewriteStream, rewriteText } from "./rewrite.ts";
import { startingPage } from "./starting-page.ts";

export type TunnelOptions = {
  /** 0 takes any free port. */
  readonly port: number;
  readonly appUrl: string;
  readonly shellUrl: string;
};

export type Tunnel = { readonly url: string; readonly close: () => Promise<void> };

/**
 * Stands where the CLI's tunnel stands: the address Shopify knows the app by. Bodies pass through untouched, so
 * webhook signatures hold; only what would tie a page to the real Shopify is changed on the way back.
 */
export async function startTunnel(options: TunnelOptions): Promise<Tunnel> {
  const server = createServer((incoming, outgoing) => {
    forward(options, incoming, outgoing);
  });
  const port = await listen(server, options.port);
  return {
    url: `http://localhost:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function forward(
  options: TunnelOptions,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): void {
  const app = new URL(options.appUrl);
  const upstream = request(
    {
      hostname: app.hostname,
      port: app.port,
      method: incoming.method,
      path: incoming.url,
      headers: forwardedHeaders(incoming),
    },
    (answer) => {
      const headers = rewriteHeaders(answer, options.shellUrl);
      outgoing.writeHead(answer.statusCode ?? 502, headers);
      const ignore = (): void => undefined;
      if (isPage(answer)) pipeline(answer, rewriteStream(options.shellUrl), outgoing, ignore);
      else pipeline(answer, outgoing, ignore);
    },
  );
  upstream.on("error", () => {
    answerStarting(incoming, outgoing);
  });
  outgoing.on("close", () => {
    if (!outgoing.writableFinished) upstream.destroy();
  });
  incoming.pipe(upstream);
}

function forwardedHeaders(incoming: IncomingMessage): OutgoingHttpHeaders {
  return {
    ...incoming.headers,
    // A compressed page could not be rewritten while it streams.
    "accept-encoding": "identity",
    "x-forwarded-for": incoming.socket.remoteAddress,
    "x-forwarded-host": incoming.headers.host,
    "x-forwarded-proto": "http",
  };
}

function rewriteHeaders(answer: IncomingMessage, shellUrl: string): OutgoingHttpHeaders {
  const headers: OutgoingHttpHeaders = { ...answer.headers };
  const policy = answer.headers["content-security-policy"];
  if (policy !== undefined) {
    headers["content-security-policy"] = [policy]
      .flat()
      .map((value) => allowShellToFrame(value, shellUrl))
      .join(", ");
  }
  const link = answer.headers["link"];
  if (link !== undefined)
    headers["link"] = [link].flat().map((value) => rewriteText(value, shellUrl));
  if (isPage(answer)) delete headers["content-length"];
  return headers;
}

function isPage(answer: IncomingMessage): boolean {
  return answer.headers["content-type"]?.startsWith("text/html") ?? false;
}

function answerStarting(incoming: IncomingMessage, outgoing: ServerResponse): void {
  if (outgoing.headersSent || outgoing.destroyed) {
    outgoing.destroy();
    return;
  }
  const wantsPage = incoming.headers.accept?.includes("text/html") ?? false;
  outgoing.writeHead(502, {
    "content-type": wantsPage ? "text/html; charset=utf-8" : "text/plain; charset=utf-8",
    "retry-after": "1",
  });
  outgoing.end(wantsPage ? startingPage() : "The app is not running");
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
