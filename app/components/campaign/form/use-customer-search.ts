import { useFetcher } from "@remix-run/react";
import { useEffect } from "react";
import { useLatest } from "#app/components/frame/use-latest.ts";

export type FoundCustomer = { id: string; name: string; email: string | null };
type Answer = { text: string; customers: FoundCustomer[] };

const PAUSE_MS = 250;

/** The customers who fit what is typed, shortly after the last key. An answer to something else is not shown. */
export function useCustomerSearch(typed: string) {
  const fetcher = useFetcher<Answer>();
  const search = useLatest(fetcher.submit);
  const text = typed.trim();
  useEffect(() => {
    if (text === "") return;
    // Posted: what is typed is a person's name or address, which belongs into no address.
    const timer = setTimeout(
      () => search.current({ text }, { method: "post", action: "/app/customers/find" }),
      PAUSE_MS,
    );
    return () => clearTimeout(timer);
  }, [text, search]);
  const answer = fetcher.data as Answer | undefined;
  const isAnswered = answer?.text === text && "customers" in answer;
  return {
    found: isAnswered && text !== "" ? answer.customers : [],
    isSearching: text !== "" && !isAnswered,
    isAsked: text !== "",
  };
}
