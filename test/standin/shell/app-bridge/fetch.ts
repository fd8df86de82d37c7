const RETRY = "x-shopify-retry-invalid-session-request";
const REAUTHORIZE = "x-shopify-api-request-failure-reauthorize-url";

/**
 * Every request to the app's own origin carries a fresh session token; one that is refused as invalid is sent
 * once more with another, and one that asks for authorisation takes the whole window there.
 */
export function wrapFetch(idToken: () => Promise<string>, open: (url: string) => void): void {
  const original = window.fetch.bind(window);
  window.fetch = async (resource, init) => {
    const url = new URL(
      resource instanceof Request ? resource.url : String(resource),
      location.href,
    );
    if (url.origin !== location.origin) return original(resource, init);
    const send = async (): Promise<Response> => {
      const request = new Request(resource instanceof Request ? resource.clone() : resource, init);
      if (!request.headers.has("authorization")) {
        request.headers.set("authorization", `Bearer ${await idToken()}`);
      }
      return original(request);
    };
    const first = await send();
    const answer = first.headers.has(RETRY) ? await send() : first;
    const reauthorize = answer.headers.get(REAUTHORIZE);
    if (reauthorize !== null) open(new URL(reauthorize, location.href).toString());
    return answer;
  };
}
