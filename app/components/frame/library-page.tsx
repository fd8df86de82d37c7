import { isRouteErrorResponse } from "@remix-run/react";

/**
 * Shopify's library answers some requests with pages of its own, which arrive as errors and are shown as they are. Its
 * `boundary.error` knows them by the name of their class, which the minified build does not keep: in the browser it
 * would throw them on.
 */
export function LibraryPage({ error }: { error: unknown }) {
  if (!isRouteErrorResponse(error)) throw error;
  const page: unknown = error.data;
  return (
    <div
      dangerouslySetInnerHTML={{
        __html: typeof page === "string" && page !== "" ? page : "Opening Bonafide…",
      }}
    />
  );
}
