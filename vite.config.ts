import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import { nativeServerModules } from "./app/routing/native-server-modules.ts";

// Libraries the admin's pages load through Vite's dependency cache in development.
const PREBUNDLED = [
  "react",
  "react-dom",
  "@remix-run/react",
  "@shopify/polaris",
  "@shopify/app-bridge-react",
  "@shopify/shopify-app-remix/react",
];

export default defineConfig({
  plugins: [
    nativeServerModules(),
    remix({
      ignoredRouteFiles: ["**/.*"],
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        // App Bridge reads its retry and redirect headers off each answer. Without single fetch the library's own
        // Responses reach it unchanged; with it every route would have to merge them, and one forgotten breaks sign-in.
        v3_singleFetch: false,
        // Lazy discovery writes to sessionStorage, which browsers deny to an embedded app's cross-site frame.
        v3_lazyRouteDiscovery: false,
      },
    }),
  ],
  build: { assetsInlineLimit: 0 },
  optimizeDeps: { include: PREBUNDLED },
});
