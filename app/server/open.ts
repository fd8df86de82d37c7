import { startEmbeddedPostgres } from "#app/infra/db/embedded-postgres.server.ts";
import { migrate } from "#app/infra/db/migrate.server.ts";
import { openDeps, provideDeps, type Deps } from "#app/infra/deps.server.ts";
import { readEnv } from "#app/infra/env.server.ts";

export type Opened = { deps: Deps; close(): Promise<void> };

/** What every process of the app begins with: settings, database (the embedded one without DATABASE_URL), migrations. */
export async function open(options: { works: boolean }): Promise<Opened> {
  const env = readEnv(process.env);
  const embedded = env.DATABASE_URL ? null : await startEmbeddedPostgres();
  const url = env.DATABASE_URL ?? embedded?.url ?? "";
  await migrate(url);
  const deps = await openDeps(env, url, options);
  provideDeps(deps);
  return {
    deps,
    async close() {
      await deps.close();
      await embedded?.stop();
    },
  };
}

/**
 * Runs `stop` once, on the first signal to end or when the process that started this one is gone; a second signal, or
 * too long a wait, ends the process at once.
 */
export function onEnd(stop: () => Promise<void>): void {
  let ending = false;
  const end = () => {
    if (ending) process.exit(1);
    ending = true;
    setTimeout(() => process.exit(1), 20_000).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on("SIGINT", end);
  process.on("SIGTERM", end);
  process.once("disconnect", () => {
    if (!ending) end();
  });
  // It may have gone while this one was still opening, when nobody listened.
  if (process.send !== undefined && !process.connected) end();
}
