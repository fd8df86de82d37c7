import type { Actor } from "#app/domain/access/actor.ts";
import type { ImportSummary } from "#app/domain/code/import.ts";
import { getImport } from "#app/services/import/get-import.server.ts";
import { stageImport } from "#app/services/import/stage-import.server.ts";
import type { TestDeps } from "#test/support/test-deps.ts";
import { valueOf } from "#test/support/test-shop.ts";

export type Chunk = string | Uint8Array;

/** A file that arrives in these pieces. */
export function fileOf(...chunks: Chunk[]): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks)
        controller.enqueue(typeof chunk === "string" ? encoder.encode(chunk) : chunk);
      controller.close();
    },
  });
}

/** A file that breaks off after these pieces, as an upload that is stopped. */
export function brokenFile(...chunks: Chunk[]): ReadableStream<Uint8Array> {
  const whole = fileOf(...chunks).getReader();
  return new ReadableStream({
    async pull(controller) {
      const { value } = await whole.read();
      if (value) controller.enqueue(value);
      else controller.error(new Error("aborted"));
    },
  });
}

/** What came of a file: the import as its page shows it, or the sentence it was refused with. */
export async function bring(
  deps: TestDeps,
  actor: Actor,
  body: ReadableStream<Uint8Array>,
): Promise<ImportSummary | string> {
  const staged = await stageImport(deps, actor, { fileName: "codes.csv", body });
  if (staged.ok) return valueOf(await getImport(deps, actor, staged.value.id));
  const { refusal } = staged;
  return refusal.kind === "invalid" ? (refusal.problems[0]?.message ?? "") : refusal.kind;
}
