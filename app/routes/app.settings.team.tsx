import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { TeamPage } from "#app/components/staff/team-page.tsx";
import { valueOrThrow } from "#app/routing/outcome-response.ts";
import { openSession } from "#app/services/session/open-session.server.ts";
import { listStaff } from "#app/services/staff/list-staff.server.ts";

export { PageErrorBoundary as ErrorBoundary } from "#app/components/frame/page-error.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const { deps, actor } = await openSession(request);
  return json({ staff: valueOrThrow(await listStaff(deps, actor)) });
}

export const meta: MetaFunction = () => [{ title: "Team · Bonafide" }];
export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function Team() {
  return <TeamPage {...useLoaderData<typeof loader>()} />;
}
