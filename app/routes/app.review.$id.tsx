import type {
  ActionFunctionArgs,
  HeadersFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node";
import { json, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { CasePage } from "#app/components/case/case-page.tsx";
import { caseSearch, readCaseQuery } from "#app/components/case/list-query.ts";
import { outcomeResponse, valueOrThrow } from "#app/routing/outcome-response.ts";
import { decisionOf } from "#app/routing/posted-decision.ts";
import { decideCase } from "#app/services/case/decide-case.server.ts";
import { getCase } from "#app/services/case/get-case.server.ts";
import { readCaseChoices } from "#app/services/case/read-case-choices.server.ts";
import { readNeighbours } from "#app/services/case/read-neighbours.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

export { PageErrorBoundary as ErrorBoundary } from "#app/components/frame/page-error.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const url = new URL(request.url);
  const id = params["id"] ?? "";
  const [found, neighbours, choices] = await Promise.all([
    getCase(deps, actor, id).then(valueOrThrow),
    readNeighbours(deps, actor, id, readCaseQuery(url)).then(valueOrThrow),
    readCaseChoices(deps, actor).then(valueOrThrow),
  ]);
  if (found.mergedInto !== null) throw redirect(`/app/review/${found.mergedInto}`);
  const search = caseSearch(url.search);
  return json({ detail: found.detail, neighbours, reviewers: choices.reviewers, search });
}

/** Decides; the page goes on to the next case by itself. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const form = decisionOf(await request.formData());
  return outcomeResponse(await decideCase(deps, actor, params["id"] ?? "", form));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? `Case ${data.detail.summary.number}` : "Review"} · Bonafide` },
];
export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function Case() {
  const data = useLoaderData<typeof loader>();
  return <CasePage key={data.detail.summary.id} {...data} />;
}
