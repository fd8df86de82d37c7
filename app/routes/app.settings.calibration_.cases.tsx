import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { DecidedCasesPage } from "#app/components/calibration/decided-cases-page.tsx";
import { BANDS, type CaseChoice } from "#app/domain/calibration/precision.ts";
import { KIND_LABELS } from "#app/domain/signal/kind-labels.ts";
import type { SignalKind } from "#app/domain/signal/signal.ts";
import { valueOrThrow } from "#app/routing/outcome-response.ts";
import { oneOf, textOrNull } from "#app/routing/search-params.ts";
import { listDecidedCases } from "#app/services/calibration/list-decided-cases.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

export { PageErrorBoundary as ErrorBoundary } from "#app/components/frame/page-error.tsx";

const LISTS = ["all", "band", "signal", "missed", "mistaken"] as const;
const BAND_STARTS = BANDS.map(({ from }) => String(from));
const KINDS = Object.keys(KIND_LABELS) as [SignalKind, ...SignalKind[]];

/** `?list=` is which cases; `?from=` the band's beginning, `?signal=` the signal; what means nothing is all. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const url = new URL(request.url);
  const asked = { choice: choiceOf(url), cursor: textOrNull(url, "cursor") };
  return json(valueOrThrow(await listDecidedCases(deps, actor, asked)));
}

function choiceOf(url: URL): CaseChoice {
  const list = oneOf(url, "list", LISTS, "all");
  const from = oneOf(url, "from", ["", ...BAND_STARTS], "");
  const signal = oneOf<SignalKind | "">(url, "signal", ["", ...KINDS], "");
  if (list === "band") return from === "" ? { list: "all" } : { list, from: Number(from) };
  if (list === "signal") return signal === "" ? { list: "all" } : { list, signal };
  return { list };
}

export const meta: MetaFunction = () => [{ title: "Decided cases · Bonafide" }];
export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function DecidedCases() {
  return <DecidedCasesPage {...useLoaderData<typeof loader>()} />;
}
