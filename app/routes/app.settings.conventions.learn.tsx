import type {
  ActionFunctionArgs,
  HeadersFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node";
import { boundary } from "@shopify/shopify-app-remix/server";
import { LearnPage } from "#app/components/naming/learn-page.tsx";
import { outcomeResponse } from "#app/routing/outcome-response.ts";
import { fieldOf } from "#app/routing/posted.ts";
import { inferConventions } from "#app/services/naming/infer-conventions.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

export { PageErrorBoundary as ErrorBoundary } from "#app/components/frame/page-error.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  await openSession(request);
  return null;
}

/** Posted, because pasted codes fit into no address; nothing is changed by it. */
export async function action({ request }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const posted = await request.formData();
  const from = {
    store: fieldOf(posted, "store") === "on",
    bonafide: fieldOf(posted, "bonafide") === "on",
    pasted: fieldOf(posted, "pasted"),
  };
  return outcomeResponse(await inferConventions(deps, actor, from));
}

export const meta: MetaFunction = () => [{ title: "Learn from your codes · Bonafide" }];
export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function Learn() {
  return <LearnPage />;
}
