import type { LoaderFunctionArgs } from "@remix-run/node";
import { json } from "@remix-run/node";
import { refusalResponse } from "#app/routing/outcome-response.ts";
import { textOf } from "#app/routing/search-params.ts";
import { checkName } from "#app/services/naming/check-name.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

/** The live check of a campaign's name; the name comes back with the verdict, so that late answers can be told. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const url = new URL(request.url);
  const name = textOf(url, "name", 400);
  const conventionId = textOf(url, "conventionId");
  const checked = await checkName(deps, actor, { name, conventionId });
  return checked.ok ? json({ name, verdict: checked.value }) : refusalResponse(checked.refusal);
}
