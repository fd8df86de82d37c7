/**
 * App Bridge has to be the first script of the document, loaded in its way from Shopify: it signs requests, draws the
 * menu and the save bar. The library's `AppProvider` would put it into the body, too late for what stands before.
 */
export function AppBridgeScript({ apiKey }: { apiKey: string }) {
  return (
    <>
      <meta name="shopify-api-key" content={apiKey} />
      <script src="https://cdn.shopify.com/shopifycloud/app-bridge.js" />
    </>
  );
}
