import type { ActionFunctionArgs } from "@remix-run/node";
import { outcomeResponse } from "#app/routing/outcome-response.ts";
import { fieldOf } from "#app/routing/posted.ts";
import { openSession } from "#app/services/session/open-session.server.ts";
import { askWhyNot } from "#app/services/verdict/ask-why-not.server.ts";

/** The verdict on one code and one shopper. Posted, as it is about a person: the page asks here, and so may others. */
export async function action({ request }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const posted = await request.formData();
  const form = {
    code: fieldOf(posted, "code"),
    customer: fieldOf(posted, "customer"),
    order: fieldOf(posted, "order"),
    state: fieldOf(posted, "state"),
    at: fieldOf(posted, "at"),
    language: fieldOf(posted, "language"),
  };
  return outcomeResponse(await askWhyNot(deps, actor, form));
}
