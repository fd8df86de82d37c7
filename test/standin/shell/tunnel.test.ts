import { createServer, type Server } from "node:http";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { allowShellToFrame, rewriteStream, rewriteText } from "./rewrite.ts";
import { startTunnel, type Tunnel } from "./tunnel.ts";

const SHELL = "http://localhost:4000";
const SCRIPT = "https://cdn.shopify.com/shopifycloud/app-bridge.js";

/** A small app: a page in two chunks that cut the script's address, an echo, a JSON answer, a page that hangs up. */
function startApp(): Promise<Server> {
  const app = createServer((request, response) => {
    if (request.url === "/echo") {
      response.writeHead(200, { "content-type": "application/octet-stream" });
      request.pipe(response);
    } else if (request.url === "/data") {
      response.writeHead(200, { "content-type": "application/json" });
      response.end(JSON.stringify({ script: SCRIPT, host: request.headers.host }));
    } else if (request.url === "/hang-up") {
      response.destroy();
    } else {
      response.writeHead(200, {
        "content-type": "text/html; charset=utf-8",
        "content-security-policy":
          "frame-ancestors https://a.myshopify.com https://admin.shopify.com;",
        link: `<${SCRIPT}>; rel="preload"; as="script";`,
      });
      response.write(`<p>é</p><script src="${SCRIPT.slice(0, 17)}`);
      setTimeout(() => response.end(`${SCRIPT.slice(17)}"></script>`), 20);
    }
  });
  return new Promise((resolve) => app.listen(0, () => resolve(app)));
}

describe("the tunnel", () => {
  let app: Server;
  let tunnel: Tunnel;
  beforeAll(async () => {
    app = await startApp();
    const address = app.address();
    if (address === null || typeof address === "string") throw new Error("No port");
    tunnel = await startTunnel({
      port: 0,
      appUrl: `http://localhost:${address.port}`,
      shellUrl: SHELL,
    });
  });
  afterAll(async () => {
    await tunnel.close();
    app.close();
  });

  it("points a page's App Bridge at the shell, even when the address is cut in two", async () => {
    const response = await fetch(`${tunnel.url}/`);
    expect(await response.text()).toBe(
      `<p>é</p><script src="${SHELL}/cdn/shopifycloud/app-bridge.js"></script>`,
    );
    expect(response.headers.get("link")).toContain(`<${SHELL}/cdn/shopifycloud/app-bridge.js>`);
  });

  it("lets the shell frame the app, and keeps who else may", async () => {
    const response = await fetch(`${tunnel.url}/`);
    expect(response.headers.get("content-security-policy")).toBe(
      `frame-ancestors https://a.myshopify.com https://admin.shopify.com ${SHELL};`,
    );
  });

  it("leaves everything but pages alone, and the host name too", async () => {
    const response = await fetch(`${tunnel.url}/data`);
    expect(await response.json()).toEqual({ script: SCRIPT, host: new URL(tunnel.url).host });
  });

  it("passes a body on byte for byte", async () => {
    const body = Uint8Array.from({ length: 70_000 }, (_, index) => (index * 7) % 256);
    const response = await fetch(`${tunnel.url}/echo`, { method: "POST", body });
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(body);
  });

  it("answers 502 when the app hangs up", async () => {
    expect((await fetch(`${tunnel.url}/hang-up`)).status).toBe(502);
  });

  it("tells a person that the app is starting, and a machine that it is not running", async () => {
    const away = await startTunnel({ port: 0, appUrl: "http://localhost:1", shellUrl: SHELL });
    const page = await fetch(away.url, { headers: { accept: "text/html" } });
    expect(page.status).toBe(502);
    expect(await page.text()).toContain("The app is starting");
    const webhook = await fetch(away.url, { method: "POST", body: "{}" });
    expect(await webhook.text()).toBe("The app is not running");
    await away.close();
  });
});

describe("rewriting", () => {
  it("finds the address wherever the stream is cut", async () => {
    const page = `a${SCRIPT}b https://cdn.shopify.com/x https://cdn.shopify.comm é https://cdn.`;
    const bytes = Buffer.from(page);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(bytes.length), { maxLength: 8 }), async (cuts) => {
        const edges = [0, ...cuts.sort((a, b) => a - b), bytes.length];
        const chunks = edges.slice(1).map((end, index) => bytes.subarray(edges[index], end));
        const rewritten = await text(Readable.from(chunks).pipe(rewriteStream(SHELL)));
        expect(rewritten).toBe(rewriteText(page, SHELL));
      }),
    );
  });

  it.each([
    ["frame-ancestors 'none';", `frame-ancestors ${SHELL};`],
    ["default-src 'self'", "default-src 'self'"],
    [
      "default-src 'self'; frame-ancestors https://a.b",
      `default-src 'self'; frame-ancestors https://a.b ${SHELL}`,
    ],
  ])("%s", (policy, expected) => {
    expect(allowShellToFrame(policy, `${SHELL}/`)).toBe(expected);
  });
});
