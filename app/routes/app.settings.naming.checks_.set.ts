import type { ActionFunctionArgs } from "@remix-run/node";
import { outcomeResponse } from "#app/routing/outcome-response.ts";
import { fieldOf } from "#app/routing/posted.ts";
import { setLintRule } from "#app/services/naming/set-lint-rule.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

/** Sets what to do about names that break one rule. */
export async function action({ request }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const posted = await request.formData();
  const setting = { rule: fieldOf(posted, "rule"), severity: fieldOf(posted, "severity") };
  return outcomeResponse(await setLintRule(deps, actor, setting));
}
