import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { isId } from "../naming/load-convention.server.ts";
import { unpackGathered } from "./gathered.server.ts";
import { recordAccess } from "./record-access.server.ts";

/**
 * What is kept of a customer who asked, as a file of JSON to be passed on; not before it is whole. Who took it is written
 * down.
 */
export async function downloadExport(
  deps: Deps,
  actor: Actor,
  id: string,
): Promise<Outcome<{ name: string; text: string }>> {
  const { shopId } = actor;
  if (!can(actor, "privacy.manage", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("privacy.manage") });
  const row = isId(id)
    ? await deps.database.prisma.dataExport.findUnique({ where: { shopId_id: { shopId, id } } })
    : null;
  if (!row)
    return refuse({
      kind: "not_found",
      message: "That request does not exist. Its customer may have been erased since.",
    });
  if (!row.messages)
    return refuse({
      kind: "conflict",
      message: "The file is still being put together. Try again in a few minutes.",
    });
  await recordAccess(deps, actor, "export.downloaded", 1);
  await deps.database.prisma.dataExport.update({
    where: { shopId_id: { shopId, id } },
    data: { takenAt: deps.now() },
  });
  const name = `customer-${row.customerId ?? "without-account"}.json`;
  const webhooks = unpackGathered(row.messages);
  const content = { ...(row.content as Record<string, unknown>), webhooks };
  return done({ name, text: `${JSON.stringify(content, null, 2)}\n` });
}
