import type { Emit, Progress } from "./bench.ts";
import { measureMake } from "./codes-make/measure-make.ts";
import { measureToPostgres } from "./codes-make/measure-to-postgres.ts";

/** The code factory: a million unique codes made, and a batch of as many on its whole way into the database. */
export async function run(emit: Emit, progress: Progress): Promise<void> {
  for (const figure of await measureMake(progress)) emit(figure);
  for (const figure of await measureToPostgres(progress)) emit(figure);
}
