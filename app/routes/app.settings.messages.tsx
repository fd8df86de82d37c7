import type {
  ActionFunctionArgs,
  HeadersFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node";
import { json, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { MessagesPage } from "#app/components/guard/messages-page.tsx";
import { messageField } from "#app/domain/guard/messages.ts";
import { REFUSAL_KINDS } from "#app/domain/policy/sentence.ts";
import { refusalResponse, valueOrThrow } from "#app/routing/outcome-response.ts";
import { fieldOf } from "#app/routing/posted.ts";
import { textOrNull } from "#app/routing/search-params.ts";
import { listMessages } from "#app/services/message/list-messages.server.ts";
import { saveMessages } from "#app/services/message/save-messages.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

export { PageErrorBoundary as ErrorBoundary } from "#app/components/frame/page-error.tsx";

/** `?language=de&campaign=12`: whose messages; the shop's own language and all campaigns by default. */
function askedOf(request: Request) {
  const url = new URL(request.url);
  const campaign = textOrNull(url, "campaign") ?? "0";
  const language = textOrNull(url, "language")?.toLowerCase() ?? null;
  return { language, campaignNumber: /^\d{1,9}$/.test(campaign) ? Number(campaign) : 0 };
}

export async function loader({ request }: LoaderFunctionArgs) {
  const { deps, actor } = await openSession(request);
  return json(valueOrThrow(await listMessages(deps, actor, askedOf(request))));
}

export async function action({ request }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const posted = await request.formData();
  const fields = REFUSAL_KINDS.flatMap((kind) => [
    messageField(kind, "general"),
    messageField(kind, "personal"),
  ]);
  const form = Object.fromEntries(fields.map((field) => [field, fieldOf(posted, field)]));
  const asked = askedOf(request);
  const { language } = valueOrThrow(await listMessages(deps, actor, asked));
  const saved = await saveMessages(deps, actor, { ...asked, language }, form);
  if (!saved.ok) return refusalResponse(saved.refusal);
  const params = new URLSearchParams({
    language,
    campaign: String(asked.campaignNumber),
    said: "messages-saved",
  });
  return redirect(`/app/settings/messages?${params.toString()}`);
}

export const meta: MetaFunction = () => [{ title: "Messages at checkout · Bonafide" }];
export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function Messages() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const written = page.messages.map(({ own }) => own);
  return (
    <MessagesPage
      key={`${page.language} ${page.campaignNumber} ${JSON.stringify(written)}`}
      {...page}
      answer={answer}
    />
  );
}
