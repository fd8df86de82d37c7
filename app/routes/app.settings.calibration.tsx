import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { CalibrationPage } from "#app/components/calibration/calibration-page.tsx";
import { valueOrThrow } from "#app/routing/outcome-response.ts";
import { readCalibration } from "#app/services/calibration/read-calibration.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

export { PageErrorBoundary as ErrorBoundary } from "#app/components/frame/page-error.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const { deps, actor } = await openSession(request);
  return json(valueOrThrow(await readCalibration(deps, actor)));
}

export const meta: MetaFunction = () => [{ title: "Calibration · Bonafide" }];
export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function Calibration() {
  const found = useLoaderData<typeof loader>();
  return <CalibrationPage {...found} />;
}
