import { isRouteErrorResponse, useRevalidator, useRouteError } from "@remix-run/react";
import { Banner, BlockStack, Button, Card, Page, Text } from "@shopify/polaris";
import type { RefusalBody } from "#app/routing/outcome-response.ts";
import { LibraryPage } from "./library-page.tsx";

export type PageProblem = { title: string; what: string; canRetry: boolean };

const TITLES: Record<number, string> = {
  403: "You do not have access to this",
  404: "This page does not exist",
  409: "This changed in the meantime",
};

/** A refusal of ours, told apart from the pages Shopify's library answers with. */
function refusalOf(data: unknown): RefusalBody | null {
  const isOurs = typeof data === "object" && data !== null && "refusal" in data;
  return isOurs ? (data as RefusalBody) : null;
}

/** What to tell a person about a failed page. Null when the library's own page has to be shown instead. */
export function pageProblemOf(error: unknown): PageProblem | null {
  if (isRouteErrorResponse(error)) {
    const body = refusalOf(error.data);
    if (!body) return error.status === 404 ? notFound() : null;
    const title = TITLES[error.status] ?? "This could not be shown";
    return { title, what: body.refusal.message, canRetry: error.status === 409 };
  }
  return {
    title: "Something went wrong on our side",
    what: "Nothing you entered was lost in Shopify and no code was changed. Try again; if it stays like this, reload the page in a minute.",
    canRetry: true,
  };
}

function notFound(): PageProblem {
  const what = "The address may be old or mistyped. Nothing of yours was changed.";
  return { title: "This page does not exist", what, canRetry: false };
}

/** Shown in place of a page whose data could not be had; menu and way back stay. */
export function PageErrorBoundary() {
  const error = useRouteError();
  const problem = pageProblemOf(error);
  if (!problem) return <LibraryPage error={error} />;
  return <ProblemPage problem={problem} />;
}

export function ProblemPage({ problem }: { problem: PageProblem }) {
  const revalidator = useRevalidator();
  const home = { content: "Home", url: "/app" };
  return (
    <Page backAction={home} title={problem.title}>
      {problem.canRetry ? (
        <Banner
          tone="critical"
          action={{
            content: "Try again",
            loading: revalidator.state === "loading",
            onAction: () => revalidator.revalidate(),
          }}
          secondaryAction={{ content: "Go to home", url: "/app" }}
        >
          <p>{problem.what}</p>
        </Banner>
      ) : (
        <Card>
          <BlockStack gap="300" inlineAlign="start">
            <Text as="p">{problem.what}</Text>
            <Button variant="primary" url="/app">
              Go to home
            </Button>
          </BlockStack>
        </Card>
      )}
    </Page>
  );
}
