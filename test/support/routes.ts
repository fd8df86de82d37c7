import { readdirSync } from "node:fs";
import { join } from "node:path";

const FOLDER = join(import.meta.dirname, "../../app/routes");

type Args = { request: Request; params: Record<string, string>; context: object };
export type RouteModule = {
  loader?: (args: Args) => unknown;
  action?: (args: Args) => unknown;
};

/** Every route of the app by its id, as Remix names it: `app.campaigns.$id.edit`. */
export async function allRoutes(): Promise<Map<string, RouteModule>> {
  const routes = new Map<string, RouteModule>();
  for (const entry of readdirSync(FOLDER, { withFileTypes: true })) {
    const id = entry.name.replace(/\.tsx?$/, "");
    const file = entry.isDirectory() ? `${entry.name}/route.tsx` : entry.name;
    routes.set(id, (await import(join(FOLDER, file))) as RouteModule);
  }
  return routes;
}

/** An answer of a route, thrown or given: both reach the browser. */
export type Answer = { status: number; headers: Headers; text: string; json<T = Body>(): T };

/** What refusals carry. */
export type Body = {
  refusal?: { kind: string; message: string };
  problems?: { field: string; message: string }[];
};

/** Calls a loader or an action as Remix does. Errors that are no answers are bugs and are thrown on. */
export async function callRoute(
  handle: RouteModule["loader"],
  request: Request,
  params: Record<string, string>,
): Promise<Answer> {
  if (!handle) throw new Error("The route has no such export.");
  const result = await Promise.resolve()
    .then(() => handle({ request, params, context: {} }))
    .catch((thrown: unknown) => {
      if (thrown instanceof Response) return thrown;
      throw thrown;
    });
  const response = result instanceof Response ? result : Response.json(result);
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: <T>() => JSON.parse(text) as T,
  };
}
