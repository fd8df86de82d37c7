/** An access token. Times in ms; `refresh` only with expiring offline tokens. */
export type AccessToken = {
  readonly token: string;
  readonly shop: string;
  readonly mode: "offline" | "online";
  readonly staffId: number | null;
  readonly scopes: readonly string[];
  readonly createdAt: number;
  /** `null`: does not expire. */
  readonly expiresAt: number | null;
  refresh: { readonly token: string; readonly expiresAt: number } | null;
  /** Replaced by a refresh, or the app was uninstalled. */
  revoked: boolean;
};
