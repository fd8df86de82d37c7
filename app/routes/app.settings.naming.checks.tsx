import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { LintRulesPage } from "#app/components/naming/lint-rules-page.tsx";
import { valueOrThrow } from "#app/routing/outcome-response.ts";
import { listLintRules } from "#app/services/naming/list-lint-rules.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

export { PageErrorBoundary as ErrorBoundary } from "#app/components/frame/page-error.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const { deps, actor } = await openSession(request);
  return json({ rules: valueOrThrow(await listLintRules(deps, actor)) });
}

export const meta: MetaFunction = () => [{ title: "Name checks · Bonafide" }];
export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function Checks() {
  return <LintRulesPage {...useLoaderData<typeof loader>()} />;
}
