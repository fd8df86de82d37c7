// What the Shopify admin adds to the first address of the frame. None of it is ours to pass on: the session token
// expires within a minute, and an address with it in would end up in logs.
const SHOPIFYS = [
  "appLoadId",
  "embedded",
  "hmac",
  "host",
  "id_token",
  "locale",
  "protocol",
  "session",
  "shop",
  "timestamp",
];

/** The part of an address's query that the app itself put there. */
export function ownParams(params: URLSearchParams): URLSearchParams {
  const own = new URLSearchParams(params);
  for (const name of SHOPIFYS) own.delete(name);
  return own;
}
