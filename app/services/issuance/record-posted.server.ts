import { z } from "zod";

import {
  API_CHANNEL,
  POSTED_NAMES,
  fieldsOf,
  type IssuanceReceipt,
  type PostedIssuance,
} from "#app/domain/issuance/posted.ts";
import { postedIssuances } from "#app/domain/issuance/posted.schema.ts";
import {
  readIssuance,
  type BadIssuance,
  type ReadIssuance,
} from "#app/domain/issuance/read-issuance.ts";
import { done, invalid, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { zoneOf } from "#app/infra/zone.server.ts";
import type { Caller } from "../api-key/open-call.server.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { campaignsByName, checkRows } from "./check-rows.server.ts";
import { takeIssued } from "./take-issued.server.ts";

/** Calls come by the minute; the shop's customers are not read for each. */
const ACCOUNTS_AFTER_SECONDS = 300;

/**
 * Notes whom a merchant's own system says campaigns were issued to. Rows that are fine are taken, the others told;
 * the same again changes nothing.
 */
export async function recordPosted(
  deps: Deps,
  { actor, shop }: Caller,
  posted: unknown,
): Promise<Outcome<IssuanceReceipt>> {
  const read = postedIssuances.safeParse(posted);
  if (!read.success)
    return invalid(
      ...read.error.issues.slice(0, 10).map(({ path, message }) => ({
        field: z.core.toDotPath(path),
        message:
          path.length === 0 ? `The body ${message}.` : `${z.core.toDotPath(path)} ${message}.`,
      })),
    );
  const now = deps.now();
  const setting = { zone: zoneOf(shop.timeZone), now };
  const rows = read.data.issuances.map((each, line) => ({ line, read: readPosted(each, setting) }));
  const campaigns = await campaignsByName(deps, shop.id);
  const usual = { campaignId: null, channel: API_CHANNEL, at: now };
  const { issued, problems } = await checkRows(deps, shop, campaigns, rows, usual);
  const refused = problems.map(({ line, field, reason }) => ({
    ...{ row: line, field: POSTED_NAMES[field], message: reason },
  }));
  if (issued.length === 0) return done({ recorded: 0, known: 0, refused });
  const { added } = await takeIssued(deps, shop, issued, {
    afterSeconds: ACCOUNTS_AFTER_SECONDS,
    async record(client, { addedTo }) {
      for (const { id, name } of campaigns.values()) {
        const subject = { kind: "campaign", id, name } as const;
        const after = { added: addedTo.get(id) ?? 0 };
        if (after.added > 0)
          await recordAudit(client, actor, now, "issuance.imported", subject, { after });
      }
    },
  });
  return done({ recorded: added, known: issued.length - added, refused });
}

function readPosted(
  posted: PostedIssuance,
  setting: Parameters<typeof readIssuance>[1],
): ReadIssuance {
  const fields = fieldsOf(posted);
  if (fields.customer === "" && fields.email === "" && fields.phone === "") return NOBODY;
  return readIssuance(fields, setting);
}

const NOBODY: BadIssuance = {
  ok: false,
  field: "customer",
  reason: "It does not say who: give customer_id, email or phone.",
};
