/** Named again here, so that the app's process loads nothing else of the stand-in. */
const SHOP_HEADER = "x-standin-shop";

const SHOP_HOST = /^[a-z0-9][a-z0-9-]*\.myshopify\.com$/;

/**
 * Sends this process's requests for `https://<shop>.myshopify.com/…` to the stand-in at `url`, and leaves all others
 * alone. Shopify's library keeps the `fetch` it finds when it is first imported: call this before. Returns how to
 * undo it.
 */
export function routeFetchTo(url: string): () => void {
  const original = globalThis.fetch;
  const base = new URL(url);
  globalThis.fetch = (input, init) => {
    const target = new URL(input instanceof Request ? input.url : String(input));
    if (!SHOP_HOST.test(target.hostname)) return original(input, init);
    const request = new Request(input, init);
    const headers = new Headers(request.headers);
    headers.set(SHOP_HEADER, target.hostname);
    const routed = new URL(target.pathname + target.search, base);
    const hasBody = request.method !== "GET" && request.method !== "HEAD";
    return original(routed, {
      method: request.method,
      headers,
      signal: request.signal,
      redirect: request.redirect,
      ...(hasBody && { body: request.body, duplex: "half" }),
    });
  };
  return () => {
    globalThis.fetch = original;
  };
}
