import type { ActionFunctionArgs } from "@remix-run/node";
import { apiAnswer, apiError, apiRefusal } from "#app/routing/api-answer.ts";
import { readJson } from "#app/routing/read-json.ts";
import { openCall } from "#app/services/api-key/open-call.server.ts";
import { recordPosted } from "#app/services/issuance/record-posted.server.ts";

const MOST_BYTES = 1024 * 1024;

/** Takes from a merchant’s own system whom campaigns were issued to: docs/api.md. */
export async function action({ request }: ActionFunctionArgs) {
  if (request.method !== "POST") return loader();
  const { deps, call } = await openCall(request);
  if (call.kind === "unknown") return apiError(401, NO_KEY, { "www-authenticate": "Bearer" });
  if (call.kind === "too_often")
    return apiError(429, tooOften(call.seconds), { "retry-after": String(call.seconds) });
  const read = await readJson(request, MOST_BYTES);
  if (!read.ok) return read.why === "no_json" ? apiError(400, NO_JSON) : apiError(413, TOO_LARGE);
  const outcome = await recordPosted(deps, call.caller, read.value);
  return outcome.ok ? apiAnswer(outcome.value) : apiRefusal(outcome.refusal);
}

export function loader() {
  return apiError(405, "Send issuances with POST.", { allow: "POST" });
}

const NO_KEY =
  "The API key is missing or not in force. Send it as “Authorization: Bearer bonafide_…”; an admin makes keys in Bonafide under Settings, API keys.";
const NO_JSON = 'The body is not JSON. Send {"issuances": […]}, encoded as UTF-8.';
const TOO_LARGE = "The body is larger than 1 MB. Send fewer rows at a time.";

function tooOften(seconds: number): string {
  return `This key calls too often. Wait ${seconds} s, and send up to 1,000 rows in one call.`;
}
