import type { Route } from "../page/route.ts";
import { jsonRoutes, type StorefrontOptions } from "./json-routes.ts";
import { pageRoutes } from "./page-routes.ts";

/** The shop as people and as programs use it. JSON first: its paths are the more particular ones. */
export function storefrontRoutes(options: StorefrontOptions): readonly Route[] {
  return [...jsonRoutes(options), ...pageRoutes(options)];
}
