import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { join } from "node:path";
import { parse } from "smol-toml";
import { dropBulkFiles } from "./admin/bulk-operations/files.ts";
import { serveBulkFile } from "./admin/bulk-operations/serve.ts";
import { activateDiscount, deactivateDiscount, deleteDiscount } from "./admin/discounts/verbs.ts";
import { serveAdminApi } from "./admin/http.ts";
import { loadAdminSchema, type AdminSchema } from "./admin/schema.ts";
import { mintIdToken } from "./auth/id-token.ts";
import { idle } from "./control/idle.ts";
import { startOutbound, type Outbound } from "./control/outbound.ts";
import { controlRoutes } from "./control/routes.ts";
import type { Route } from "./page/route.ts";
import { serveRoutes } from "./page/serve.ts";
import { standinPages, type Pages } from "./pages.ts";
import { seedShops } from "./seed.ts";
import type { ShopState, StaffMember, World } from "./state.ts";
import { createWorld } from "./world.ts";

export type StandinOptions = {
  /** 0 (the default) takes any free port. */
  readonly port?: number;
  readonly apiKey: string;
  readonly apiSecret: string;
  /** The app's folder, with `shopify.app.toml` and `extensions/`. */
  readonly appDir: string;
  /** Where webhooks go; can be said later with `setAppUrl`. */
  readonly appUrl?: string;
  /** What installations grant; the toml's scopes when left out. */
  readonly scopes?: readonly string[];
  readonly appId?: number;
  readonly seed?: number;
  /** Base of the world's time, in milliseconds; the machine's clock when left out. */
  readonly clock?: () => number;
  /** World time that Shopify's asynchronous work takes. */
  readonly asyncDelayMs?: number;
  /** Lines a bulk operation writes in a second of world time. */
  readonly bulkObjectsPerSecond?: number;
  /** Fills the new world; two small shops when left out. */
  readonly fill?: (world: World) => void;
};

export type Standin = {
  readonly world: World;
  readonly url: string;
  readonly port: number;
  readonly pages: Pages;
  readonly outbound: Outbound;
  readonly setAppUrl: (url: string) => void;
  readonly mintIdToken: (shop: ShopState, staff: Pick<StaffMember, "id">) => string;
  /** No webhook under way or to be retried, no asynchronous work undone. False after `timeoutMs`. */
  readonly idle: (timeoutMs?: number) => Promise<boolean>;
  readonly stop: () => Promise<void>;
};

const APP_ID = 424_242;
const ASYNC_DELAY_MS = 150;
const KEEP_ALIVE_MS = 60_000;

/** Starts a Shopify: Admin API, sign-in, webhooks, shops with their storefronts, the admin around the app. */
export async function startStandin(options: StandinOptions): Promise<Standin> {
  const toml = readToml(options.appDir);
  const world = createWorld(
    {
      apiKey: options.apiKey,
      apiSecret: options.apiSecret,
      appId: options.appId ?? APP_ID,
      appDir: options.appDir,
      appUrl: options.appUrl,
      scopes: options.scopes ?? toml.scopes,
      seed: options.seed ?? 1,
      asyncDelayMs: options.asyncDelayMs ?? ASYNC_DELAY_MS,
      bulkObjectsPerSecond: options.bulkObjectsPerSecond,
    },
    options.clock,
  );
  (options.fill ?? seedShops)(world);
  const outbound = startOutbound(world);
  const own = { world, ...outbound, ...actions(world) };
  const pages = standinPages({ ...own, app: toml.app });
  const admin = await loadAdminSchema();
  const routes = [...controlRoutes({ ...own, admin }), ...pages.routes];
  const server = createServer((incoming, outgoing) => {
    void handle({ admin, world, routes }, incoming, outgoing);
  });
  // Filling a shop may keep this process from answering longer than the five seconds of Node's own.
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  const port = await listen(server, options.port ?? 0);
  const url = `http://localhost:${port}`;
  world.config.ownUrl = url;
  return {
    world,
    port,
    url,
    pages,
    outbound,
    setAppUrl: (url) => {
      world.config.appUrl = url;
    },
    mintIdToken: own.mintIdToken,
    idle: (timeoutMs) => idle(world, outbound.sender, timeoutMs),
    async stop() {
      outbound.stop();
      world.clock.stop();
      await close(server);
      dropBulkFiles(world);
    },
  };
}

type Handling = {
  readonly admin: AdminSchema;
  readonly world: World;
  readonly routes: readonly Route[];
};

async function handle(
  { admin, world, routes }: Handling,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  try {
    if (await serveAdminApi(admin, world, incoming, outgoing)) return;
    if (await serveBulkFile(world, incoming, outgoing)) return;
    if (await serveRoutes(routes, incoming, outgoing)) return;
    outgoing.writeHead(404, { "content-type": "text/plain; charset=utf-8" });
    outgoing.end(`The stand-in has nothing at ${incoming.url ?? "/"}`);
  } catch (error) {
    // Whoever asked died while asking.
    if (incoming.destroyed && !incoming.complete) return;
    // A mistake of the stand-in's, not an answer of Shopify's: no status an app would act on.
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    console.error(message);
    if (!outgoing.headersSent) outgoing.writeHead(501, { "content-type": "application/json" });
    outgoing.end(JSON.stringify({ error: "standin", message }));
  }
}

/** What the shop's own people do, past the app. */
function actions(world: World) {
  return {
    mintIdToken: (shop: ShopState, staff: Pick<StaffMember, "id">) =>
      mintIdToken(world, shop, staff),
    discountActions: {
      activate: (shop: ShopState, discount: Parameters<typeof activateDiscount>[2]) =>
        activateDiscount(world, shop, discount),
      deactivate: (shop: ShopState, discount: Parameters<typeof activateDiscount>[2]) =>
        deactivateDiscount(world, shop, discount),
      remove: (shop: ShopState, discount: Parameters<typeof activateDiscount>[2]) =>
        deleteDiscount(world, shop, discount),
    },
  };
}

function readToml(appDir: string) {
  const toml = parse(readFileSync(join(appDir, "shopify.app.toml"), "utf8")) as {
    readonly name?: string;
    readonly handle?: string;
    readonly access_scopes?: { readonly scopes?: string };
  };
  const scopes = toml.access_scopes?.scopes ?? "";
  return {
    app: { name: toml.name ?? "App", handle: toml.handle ?? "app" },
    scopes: scopes
      .split(",")
      .map((scope) => scope.trim())
      .filter((scope) => scope !== ""),
  };
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

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
