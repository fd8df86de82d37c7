import { mount } from "../support/mount.tsx";
import type { Options } from "../support/mount.tsx";
import { CodesPage } from "#app/components/code/codes-page.tsx";
import type { CodeListQuery } from "#app/components/code/list-query.ts";
import type { CodeAnswer, CodeSummary, SavedView } from "#app/domain/code/summary.ts";
import type { Page } from "#app/domain/shared/outcome.ts";
import { onePage, sampleCode } from "../support/sample.ts";

export const all: CodeListQuery = {
  text: "",
  campaignId: null,
  state: "all",
  used: "all",
  dimension: null,
};
const choices = {
  campaigns: [{ id: "c1", name: "SUMMER26_FREESHIP" }],
  dimensions: [
    {
      field: "season",
      label: "season",
      values: [
        { value: "SUMMER", label: "Summer", names: 3 },
        { value: "WINTER", label: "Winter", names: 1 },
      ],
    },
  ],
};
const refused: CodeSummary = {
  ...sampleCode,
  id: "k2",
  code: "SUMMER26_FREESHIP_9999",
  state: "failed",
  error: "This code belongs to another discount.",
  isHeld: true,
  uses: 0,
  lastUsedAt: null,
};

type Shown = {
  page?: Page<CodeSummary>;
  query?: CodeListQuery;
  views?: SavedView[];
  answer?: CodeAnswer;
};

/** The list of two codes, one of them refused, or what else is given. */
export function show(shown: Shown, options: Options = {}) {
  return mount(
    <CodesPage
      page={shown.page ?? onePage(sampleCode, refused)}
      query={shown.query ?? all}
      choices={choices}
      views={shown.views ?? []}
      answer={shown.answer ?? null}
    />,
    { at: "/app/codes", ...options },
  );
}

/** Tabs stand on the page twice: those to be measured cannot be clicked. */
export function tab(name: string): HTMLElement {
  const tabs = [...document.querySelectorAll<HTMLElement>("ul[role=tablist] [role=tab]")];
  const found = tabs.find(({ textContent }) => textContent === name);
  if (!found) throw new Error(`There is no tab ${name}`);
  return found;
}

/** A route that keeps what was posted to it. */
export function posting(path: string, answer: unknown) {
  const posted: Record<string, FormDataEntryValue>[] = [];
  const action = async ({ request }: { request: Request }) => {
    posted.push(Object.fromEntries(await request.formData()));
    return Response.json(answer);
  };
  return { route: { path, action }, posted };
}
