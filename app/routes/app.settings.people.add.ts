import type { ActionFunctionArgs } from "@remix-run/node";
import { outcomeResponse } from "#app/routing/outcome-response.ts";
import { fieldOf } from "#app/routing/posted.ts";
import { addException } from "#app/services/exception/add-exception.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

/** Disqualifies somebody, or allows them more. */
export async function action({ request }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const posted = await request.formData();
  const form = {
    kind: fieldOf(posted, "kind"),
    customerId: fieldOf(posted, "customerId"),
    email: fieldOf(posted, "email"),
    scope: fieldOf(posted, "scope"),
    until: fieldOf(posted, "until"),
    reason: fieldOf(posted, "reason"),
  };
  return outcomeResponse(await addException(deps, actor, form));
}
