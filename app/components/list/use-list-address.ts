import { useLocation, useNavigation, useSearchParams, type Location } from "@remix-run/react";
import { useCallback } from "react";
import { useLatest } from "#app/components/frame/use-latest.ts";
import { ownParams } from "./own-params.ts";

/**
 * What was asked for last from an address that is shown, until another is: known at once, while the router's own word of it
 * comes with the next drawing of the page, and between the two a person can do something more.
 */
const asked = new WeakMap<Location, URLSearchParams>();

/**
 * A list's state stands in the address: it survives a reload, and a link shows a colleague the same. Any change but
 * paging starts again at the first page, because a cursor belongs to one order and one filter.
 */
export function useListAddress() {
  const [params, setParams] = useSearchParams();
  const navigation = useNavigation();
  const shown = useLatest(useLocation());
  const ask = useCallback(
    (next: URLSearchParams, replace = false) => {
      asked.set(shown.current, next);
      setParams(next, { preventScrollReset: true, replace });
    },
    [setParams, shown],
  );
  const change = useCallback(
    (changes: Record<string, string | null>, options: { replace?: boolean } = {}) => {
      // What is on its way and not shown yet counts too: a filter chosen right after a search keeps the search.
      const before = asked.get(shown.current) ?? new URLSearchParams(shown.current.search);
      const next = ownParams(before);
      if (!("cursor" in changes)) next.delete("cursor");
      for (const [name, value] of Object.entries(changes)) {
        if (value) next.set(name, value);
        else next.delete(name);
      }
      ask(next, options.replace);
    },
    [ask, shown],
  );
  /** Goes to another state of the list altogether. */
  const open = useCallback((search: string) => ask(new URLSearchParams(search)), [ask]);
  const isLoading = navigation.state === "loading" && navigation.location.search !== "";
  return { params, change, open, isLoading };
}
