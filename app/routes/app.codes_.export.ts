import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { readCodeQuery } from "#app/components/code/list-query.ts";
import type { CodeFilter } from "#app/domain/code/summary.ts";
import { csvResponse } from "#app/routing/csv-response.ts";
import { refusalResponse } from "#app/routing/outcome-response.ts";
import { fieldOf } from "#app/routing/posted.ts";
import { textOf } from "#app/routing/search-params.ts";
import { exportCodes } from "#app/services/code/export-codes.server.ts";
import type { Session } from "#app/services/session/open-session.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

/** Ids of one page at most; a whole filter goes without. */
const IDS_LENGTH = 2_000;

/** The codes of a filter, or the chosen ones of them, as a file. */
export async function loader({ request }: LoaderFunctionArgs) {
  const session = await openSession(request);
  const url = new URL(request.url);
  const filter = { ...readCodeQuery(url), holder: null };
  return fileOf(session, filter, textOf(url, "ids", IDS_LENGTH));
}

/** The same for the codes of one person, who never stands in an address. */
export async function action({ request }: ActionFunctionArgs) {
  const session = await openSession(request);
  const posted = await request.formData();
  const query = readCodeQuery(new URL(`?${fieldOf(posted, "query")}`, request.url));
  const filter = { ...query, holder: fieldOf(posted, "holder").trim() || null };
  return fileOf(session, filter, fieldOf(posted, "ids").slice(0, IDS_LENGTH));
}

async function fileOf({ deps, actor }: Session, filter: CodeFilter, ids: string) {
  const chosen = ids === "" ? null : ids.split(",");
  const file = await exportCodes(deps, actor, { filter, ids: chosen });
  return file.ok ? csvResponse(file.value) : refusalResponse(file.refusal);
}
