import { createHmac, randomUUID, timingSafeEqual } from "node:crypto";
import { ID_TOKEN_LEEWAY_SECONDS } from "../assumptions.ts";
import type { ShopState, StaffMember, World } from "../state.ts";

/** Documented: a session token is good for a minute. */
const LIFE_SECONDS = 60;

export type IdTokenClaims = {
  readonly iss: string;
  readonly dest: string;
  readonly aud: string;
  readonly sub: string;
  readonly exp: number;
  readonly nbf: number;
  readonly iat: number;
  readonly jti: string;
  readonly sid: string;
};

/** A session token as App Bridge gets it: a JWT about who looks at the app in which shop, signed with its secret. */
export function mintIdToken(
  world: World,
  shop: ShopState,
  staff: Pick<StaffMember, "id">,
  options: { readonly expiresInSeconds?: number } = {},
): string {
  // Its reader is the app, whose clock is the machine's: the world's may have been moved.
  const now = Math.floor(Date.now() / 1_000);
  const claims: IdTokenClaims = {
    iss: `https://${shop.domain}/admin`,
    dest: `https://${shop.domain}`,
    aud: world.config.apiKey,
    sub: String(staff.id),
    exp: now + (options.expiresInSeconds ?? LIFE_SECONDS),
    nbf: now,
    iat: now,
    jti: randomUUID(),
    sid: randomUUID(),
  };
  const head = encode({ alg: "HS256", typ: "JWT" });
  const body = `${head}.${encode(claims)}`;
  return `${body}.${sign(body, world.config.apiSecret)}`;
}

/** The claims of a token that this shop's admin issued to this app and that still holds; undefined otherwise. */
export function readIdToken(
  world: World,
  shop: ShopState,
  token: string,
): IdTokenClaims | undefined {
  const [head, payload, signature] = token.split(".");
  if (head === undefined || payload === undefined || signature === undefined) return undefined;
  if (!isEqual(signature, sign(`${head}.${payload}`, world.config.apiSecret))) return undefined;
  const { alg } = decode(head) as { alg?: unknown };
  const claims = decode(payload) as IdTokenClaims;
  const now = Date.now() / 1_000;
  const isOurs =
    alg === "HS256" &&
    claims.aud === world.config.apiKey &&
    claims.dest === `https://${shop.domain}` &&
    claims.exp > now - ID_TOKEN_LEEWAY_SECONDS &&
    claims.nbf <= now + ID_TOKEN_LEEWAY_SECONDS;
  return isOurs ? claims : undefined;
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

function decode(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, "base64url").toString("utf8")) as unknown;
  } catch {
    return {};
  }
}

function sign(body: string, secret: string): string {
  return createHmac("sha256", secret).update(body).digest("base64url");
}

function isEqual(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
