import type { Actor } from "#app/domain/access/actor.ts";
import { CALLS, LONGEST_KEY_NAME, MOST_KEYS, type NewApiKey } from "#app/domain/access/api-key.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { done, invalid, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { SECRET_BYTES, hashOf, writeKey } from "./key-text.server.ts";

/** Makes a key for one of the shop's own systems. The answer is the one place where the whole key stands. */
export async function createApiKey(
  deps: Deps,
  actor: Actor,
  form: { name: string },
): Promise<Outcome<NewApiKey>> {
  const { shopId } = actor;
  if (!can(actor, "api_key.manage", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("api_key.manage") });
  const name = form.name.trim();
  if (name === "" || name.length > LONGEST_KEY_NAME)
    return invalid({ field: "name", message: `Say in 1 to ${LONGEST_KEY_NAME} characters ${WHO}` });
  const now = deps.now();
  const [id, secret] = [deps.newId(), deps.randomBytes(SECRET_BYTES)];
  const key = writeKey(id, secret);
  return deps.database.prisma.$transaction(async (tx) => {
    // Two at once are counted one after the other.
    await tx.$queryRaw`SELECT 1 FROM shop WHERE id = ${shopId} FOR NO KEY UPDATE`;
    const live = await tx.apiKey.findMany({ where: { shopId, revokedAt: null } });
    if (live.some((row) => row.name.toLowerCase() === name.toLowerCase()))
      return invalid({ field: "name", message: "There is a key of this name already." });
    if (live.length >= MOST_KEYS) {
      const message = `A shop can have ${MOST_KEYS} API keys. Revoke one that is no longer used.`;
      return refuse({ kind: "conflict", message });
    }
    await tx.apiKey.create({
      data: {
        ...{ shopId, id, name, hash: hashOf(secret), lastFour: key.slice(-4) },
        ...{ createdBy: actor.name, createdAt: now, callsLeft: CALLS.most, callsAt: now },
      },
    });
    const subject = { kind: "api_key", id, name } as const;
    await recordAudit(tx, actor, now, "api_key.created", subject, {
      after: { lastFour: key.slice(-4) },
    });
    return done({ id, name, key });
  });
}

const WHO = "which system calls with it, such as Klaviyo.";
