import type { LoaderFunctionArgs } from "@remix-run/node";
import { refusalResponse } from "#app/routing/outcome-response.ts";
import { downloadExport } from "#app/services/compliance/download-export.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

/** What is kept of a customer who asked, as a file. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const file = await downloadExport(deps, actor, params["id"] ?? "");
  if (!file.ok) return refusalResponse(file.refusal);
  const { name, text } = file.value;
  return new Response(text, {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      "cache-control": "no-store",
    },
  });
}
