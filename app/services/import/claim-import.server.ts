import type { Db, Transaction } from "#app/infra/db/database.server.ts";
import type { CodeImport } from "#app/infra/db/generated/client.ts";
import { isId } from "../naming/load-convention.server.ts";

export const IMPORT_GONE =
  "These codes are no longer there: they were used, thrown away or forgotten after a week. Bring them again.";

/** An import whose codes can be used; null when there is none. */
export async function readyImport(db: Db, shopId: number, id: string): Promise<CodeImport | null> {
  if (!isId(id)) return null;
  const found = await db.codeImport.findUnique({ where: { shopId_id: { shopId, id } } });
  return found?.state === "ready" && found.good > 0 ? found : null;
}

/** Takes an import for one use, in the transaction that uses it. @returns false when somebody else was first. */
export async function claimImport(tx: Transaction, shopId: number, id: string): Promise<boolean> {
  const { count } = await tx.codeImport.updateMany({
    where: { shopId, id, state: "ready" },
    data: { state: "used" },
  });
  return count === 1;
}
