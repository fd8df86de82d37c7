import type { LoaderFunctionArgs } from "@remix-run/node";
import { json } from "@remix-run/node";
import { NAMED_TERMS } from "#app/domain/naming/summary.ts";
import { refusalResponse } from "#app/routing/outcome-response.ts";
import { textOf } from "#app/routing/search-params.ts";
import { checkName } from "#app/services/naming/check-name.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

/** The live check of a campaign's name; what was asked comes back with the verdict, so that late answers can be told. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const url = new URL(request.url);
  const name = textOf(url, "name", 400);
  const conventionId = textOf(url, "conventionId");
  const terms = Object.fromEntries(NAMED_TERMS.map((field) => [field, textOf(url, field)]));
  const checked = await checkName(deps, actor, { name, conventionId, terms });
  if (!checked.ok) return refusalResponse(checked.refusal);
  return json({ name, conventionId, verdict: checked.value });
}
