import type { LinksFunction } from "@remix-run/node";
import { Links, Meta, Outlet, Scripts, useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import polarisStyles from "@shopify/polaris/build/esm/styles.css?url";
import { AppBridgeScript } from "#app/components/frame/app-bridge-script.tsx";
import ownStyles from "#app/styles/own.css?url";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: polarisStyles },
  { rel: "stylesheet", href: ownStyles },
];

/**
 * No `<ScrollRestoration>`: it keeps positions in sessionStorage, which browsers deny to a cross-site frame.
 */
export function Layout({ children }: { children: ReactNode }) {
  const frame = useRouteLoaderData("routes/app") as { apiKey?: string } | undefined;
  return (
    <html lang="en">
      <head>
        {frame?.apiKey ? <AppBridgeScript apiKey={frame.apiKey} /> : null}
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <Scripts />
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}
