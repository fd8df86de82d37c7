import { createHmac } from "node:crypto";

export type FrameOptions = {
  readonly tunnelUrl: string;
  /** Path within the app, with query: `/app/campaigns?view=live`. */
  readonly path: string;
  readonly shopDomain: string;
  readonly storeHandle: string;
  readonly apiSecret: string;
  readonly idToken: string;
  readonly sessionId: string;
  readonly locale: string;
  readonly now: Date;
};

/** The address Shopify's admin loads an embedded app from: signed like every request of Shopify's. */
export function frameUrl(options: FrameOptions): string {
  const url = new URL(options.path, options.tunnelUrl);
  const host = Buffer.from(`admin.shopify.com/store/${options.storeHandle}`).toString("base64");
  url.searchParams.set("embedded", "1");
  url.searchParams.set("host", host.replace(/=+$/, ""));
  url.searchParams.set("id_token", options.idToken);
  url.searchParams.set("locale", options.locale);
  url.searchParams.set("session", options.sessionId);
  url.searchParams.set("shop", options.shopDomain);
  url.searchParams.set("timestamp", String(Math.floor(options.now.getTime() / 1_000)));
  url.searchParams.set("hmac", sign(url.searchParams, options.apiSecret));
  return url.toString();
}

/** Hex HMAC-SHA256 over the parameters sorted by name and encoded, without `hmac` itself. */
export function sign(parameters: URLSearchParams, secret: string): string {
  const signed = new URLSearchParams(parameters);
  signed.delete("hmac");
  signed.sort();
  const message = signed.toString().replaceAll("+", "%20");
  return createHmac("sha256", secret).update(message).digest("hex");
}
