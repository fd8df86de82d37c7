import type {
  ActionFunctionArgs,
  HeadersFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node";
import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { PolicyPage } from "#app/components/policy/policy-page.tsx";
import { outcomeResponse, valueOrThrow } from "#app/routing/outcome-response.ts";
import { jsonOf } from "#app/routing/posted.ts";
import { getPolicy } from "#app/services/fair-use/get-policy.server.ts";
import { savePolicy } from "#app/services/fair-use/save-policy.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

export { PageErrorBoundary as ErrorBoundary } from "#app/components/frame/page-error.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const { deps, actor } = await openSession(request);
  return json(valueOrThrow(await getPolicy(deps, actor)));
}

/** Saves the rules as a new version. */
export async function action({ request }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const posted = await request.formData();
  return outcomeResponse(await savePolicy(deps, actor, jsonOf(posted, "policy")));
}

export const meta: MetaFunction = () => [{ title: "Policies · Bonafide" }];
export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function Policies() {
  const found = useLoaderData<typeof loader>();
  return <PolicyPage key={found.version ?? 0} {...found} />;
}
