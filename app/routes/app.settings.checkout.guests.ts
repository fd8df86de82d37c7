import type { ActionFunctionArgs } from "@remix-run/node";
import { outcomeResponse } from "#app/routing/outcome-response.ts";
import { fieldOf } from "#app/routing/posted.ts";
import { setOverflow } from "#app/services/guard/set-overflow.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

/** Sets what becomes of guests when there is no more room for them. */
export async function action({ request }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const posted = await request.formData();
  return outcomeResponse(await setOverflow(deps, actor, fieldOf(posted, "overflow")));
}
