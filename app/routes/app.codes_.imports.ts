import type { ActionFunctionArgs } from "@remix-run/node";
import { outcomeResponse } from "#app/routing/outcome-response.ts";
import { withoutNul } from "#app/routing/search-params.ts";
import { stageImport } from "#app/services/import/stage-import.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

/** Reads a list of codes as it arrives: the body is the file itself, its name stands in a header. */
export async function action({ request }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const fileName = nameIn(request.headers.get("x-file-name") ?? "");
  return outcomeResponse(await stageImport(deps, actor, { fileName, body: request.body }));
}

/** Headers are ASCII, so the name comes encoded; one that cannot be read is only a name. */
function nameIn(header: string): string {
  try {
    return withoutNul(decodeURIComponent(header)).trim().slice(0, 255) || "Codes";
  } catch {
    return "Codes";
  }
}
