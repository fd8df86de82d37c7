import type { ActionFunctionArgs } from "@remix-run/node";
import { json } from "@remix-run/node";
import { refusalResponse } from "#app/routing/outcome-response.ts";
import { fieldOf } from "#app/routing/posted.ts";
import { findCustomers } from "#app/services/chosen/find-customers.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

/** Customers to choose from; what was asked comes back, so that late answers can be told. Posted, as it is about people. */
export async function action({ request }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const text = fieldOf(await request.formData(), "text");
  const found = await findCustomers(deps, actor, text);
  if (!found.ok) return refusalResponse(found.refusal);
  return json({ text, customers: found.value });
}
