import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { GroupsPage } from "#app/components/guard/groups-page.tsx";
import { valueOrThrow } from "#app/routing/outcome-response.ts";
import { listGroups } from "#app/services/group/list-groups.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

export { PageErrorBoundary as ErrorBoundary } from "#app/components/frame/page-error.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const { deps, actor } = await openSession(request);
  return json({ groups: valueOrThrow(await listGroups(deps, actor)) });
}

export const meta: MetaFunction = () => [{ title: "Groups of campaigns · Bonafide" }];
export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function Groups() {
  return <GroupsPage {...useLoaderData<typeof loader>()} />;
}
