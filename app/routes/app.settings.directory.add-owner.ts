import type { ActionFunctionArgs } from "@remix-run/node";
import { outcomeResponse } from "#app/routing/outcome-response.ts";
import { fieldOf } from "#app/routing/posted.ts";
import { addCodeOwner } from "#app/services/directory/add-code-owner.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

/** Says whose a code is. */
export async function action({ request }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const posted = await request.formData();
  const form = {
    ...{ campaign: fieldOf(posted, "campaign"), code: fieldOf(posted, "code") },
    email: fieldOf(posted, "email"),
  };
  return outcomeResponse(await addCodeOwner(deps, actor, form));
}
