import { useFetcher } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import type { WhyNot, WhyNotCount } from "#app/domain/verdict/answer.ts";
import type { WhyNotForm } from "#app/domain/verdict/asked.ts";
import type { RefusalBody } from "#app/routing/outcome-response.ts";

type Answer<T> = ({ ok: true } & T) | RefusalBody;

const FIELDS = ["code", "customer", "at", "language", "of"];

/** What is wrong with a field of what was asked last, and what belongs to none. */
function problemsOf(answer: Answer<object> | undefined, mended: readonly string[]) {
  const refusal = answer && "refusal" in answer ? answer : null;
  const problems = refusal?.problems.filter(({ field }) => !mended.includes(field)) ?? [];
  const general = problems.filter(({ field }) => !FIELDS.includes(field));
  return {
    errorOf: (field: string): string | false =>
      problems.find((problem) => problem.field === field)?.message ?? false,
    refused:
      refusal && refusal.problems.length === 0
        ? refusal.refusal.message
        : general.map(({ message }) => message).join(" ") || null,
  };
}

/** A question about one shopper. Posted: who it is about never stands in an address. */
export function useWhyNot(initial: WhyNotForm) {
  const fetcher = useFetcher<Answer<WhyNot>>();
  const [form, setForm] = useState(initial);
  const [mended, setMended] = useState<string[]>([]);
  const answer = fetcher.data as Answer<WhyNot> | undefined;
  const ask = () => {
    setMended([]);
    fetcher.submit(form, { method: "post", action: "/app/why-not/ask" });
  };
  return {
    form,
    set: (change: Partial<WhyNotForm>) => {
      setForm((before) => ({ ...before, ...change }));
      setMended((before) => [...before, ...Object.keys(change)]);
    },
    ask,
    isAsking: fetcher.state !== "idle",
    told: answer && "ok" in answer ? answer : null,
    ...problemsOf(answer, mended),
  };
}

/** The count over many customers. */
export function useWhyNotCount(code: string) {
  const fetcher = useFetcher<Answer<WhyNotCount>>();
  const [of, setOf] = useState("all");
  const answer = fetcher.data as Answer<WhyNotCount> | undefined;
  const count = () => {
    const asked = new URLSearchParams({ code, of });
    fetcher.load(`/app/why-not/count?${asked}`);
  };
  return {
    of,
    setOf,
    count,
    isCounting: fetcher.state !== "idle",
    told: answer && "ok" in answer ? answer : null,
    ...problemsOf(answer, []),
  };
}

/** Where the answer is, once there is one: whoever asked goes on reading there, by eye or by screen reader. */
export function useFocusOn(told: object | null) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (told) place.current?.focus();
  }, [told]);
  return place;
}
