import { useLocation, useNavigation, useSearchParams } from "@remix-run/react";
import { useCallback } from "react";
import { useLatest } from "#app/components/frame/use-latest.ts";
import { ownParams } from "./own-params.ts";

/**
 * A list's state stands in the address: it survives a reload, and a link shows a colleague the same. Any change but
 * paging starts again at the first page, because a cursor belongs to one order and one filter.
 */
export function useListAddress() {
  const [params, setParams] = useSearchParams();
  const navigation = useNavigation();
  const { pathname } = useLocation();
  const isOwn = navigation.location?.pathname === pathname;
  const coming = useLatest(isOwn ? navigation.location?.search : undefined);
  const change = useCallback(
    (changes: Record<string, string | null>, options: { replace?: boolean } = {}) => {
      setParams(
        (before) => {
          // What is on its way and not shown yet counts too: a filter chosen right after a search keeps the search.
          const latest = coming.current;
          const next = ownParams(latest === undefined ? before : new URLSearchParams(latest));
          if (!("cursor" in changes)) next.delete("cursor");
          for (const [name, value] of Object.entries(changes)) {
            if (value) next.set(name, value);
            else next.delete(name);
          }
          return next;
        },
        { preventScrollReset: true, replace: options.replace ?? false },
      );
    },
    [setParams, coming],
  );
  /** Goes to another state of the list altogether. */
  const open = useCallback(
    (search: string) => setParams(new URLSearchParams(search), { preventScrollReset: true }),
    [setParams],
  );
  const isLoading = navigation.state === "loading" && navigation.location.search !== "";
  return { params, change, open, isLoading };
}
