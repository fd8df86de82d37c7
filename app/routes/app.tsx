import type { HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { json } from "@remix-run/node";
import type { ShouldRevalidateFunctionArgs } from "@remix-run/react";
import { Outlet, useLoaderData, useRouteError } from "@remix-run/react";
import { AppProvider } from "@shopify/shopify-app-remix/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { AdminNav } from "#app/components/frame/admin-nav.tsx";
import { ArriveAtTop } from "#app/components/frame/arrive-at-top.tsx";
import { FrameProvider } from "#app/components/frame/shop-context.tsx";
import { LibraryPage } from "#app/components/frame/library-page.tsx";
import { LoadingBar } from "#app/components/frame/loading-bar.tsx";
import { SaidToast } from "#app/components/frame/said-toast.tsx";
import { TwiceIsOnce } from "#app/components/frame/twice-is-once.tsx";
import { openSession } from "#app/services/session/open-session.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { deps, actor, shop } = await openSession(request);
  const apiKey = deps.env.SHOPIFY_API_KEY;
  return json({ apiKey, actor, shop, now: deps.now().toISOString() });
}

/** Shop and person stay the same from page to page; only a change made here can alter them. */
export function shouldRevalidate({ formMethod }: ShouldRevalidateFunctionArgs) {
  return formMethod !== undefined && formMethod !== "GET";
}

export default function AppFrame() {
  const { apiKey, actor, shop, now } = useLoaderData<typeof loader>();
  return (
    <AppProvider apiKey={apiKey} isEmbeddedApp={false}>
      <FrameProvider frame={{ actor, shop, now }}>
        <AdminNav />
        <LoadingBar />
        <SaidToast />
        <ArriveAtTop />
        <TwiceIsOnce />
        <Outlet />
      </FrameProvider>
    </AppProvider>
  );
}

/** Shopify's library answers some requests with pages of its own; they arrive here and are shown as they are. */
export function ErrorBoundary() {
  return <LibraryPage error={useRouteError()} />;
}

export const headers: HeadersFunction = (args) => boundary.headers(args);
