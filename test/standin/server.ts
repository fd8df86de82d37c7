import { Router } from "./http/router.ts";
import { serve } from "./http/serve.ts";
import { seedShops } from "./seed.ts";
import { createStandin, type Standin, type StandinConfig } from "./state.ts";

export type StandinOptions = {
  /** 0 (the default) takes any free port. */
  readonly port?: number;
  readonly config?: Partial<StandinConfig>;
  /** More routes: the shopper side's pages, a test's own. They come before the stand-in's own. */
  readonly routes?: readonly RegisterRoutes[];
  /** Fills the new world; two seeded shops by default. */
  readonly seed?: (world: Standin) => void;
};

export type RunningStandin = {
  readonly world: Standin;
  readonly url: string;
  readonly port: number;
  /** Resolves when every webhook due so far is delivered or given up. */
  idle(): Promise<void>;
  stop(): Promise<void>;
};

export type RegisterRoutes = (router: Router, world: Standin) => void;

/** Starts the stand-in: one HTTP server for the Admin API, OAuth, `/control/…` and what `routes` adds. */
export async function startStandin(options: StandinOptions = {}): Promise<RunningStandin> {
  const world = createStandin(options.config);
  (options.seed ?? seedShops)(world);
  const router = new Router();
  for (const register of options.routes ?? []) register(router, world);
  const server = await serve(router, options.port ?? 0);
  return {
    world,
    url: server.url,
    port: server.port,
    idle: () => Promise.resolve(),
    stop: () => server.close(),
  };
}
