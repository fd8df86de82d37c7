import { useNavigation, useSearchParams } from "@remix-run/react";
import { useCallback } from "react";
import { ownParams } from "./own-params.ts";

/**
 * A list's state stands in the address: it survives a reload, and a link shows a colleague the same. Any change but
 * paging starts again at the first page, because a cursor belongs to one order and one filter.
 */
export function useListAddress() {
  const [params, setParams] = useSearchParams();
  const navigation = useNavigation();
  const change = useCallback(
    (changes: Record<string, string | null>, options: { replace?: boolean } = {}) => {
      setParams(
        (before) => {
          const next = ownParams(before);
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
    [setParams],
  );
  /** Goes to another state of the list altogether. */
  const open = useCallback(
    (search: string) => setParams(new URLSearchParams(search), { preventScrollReset: true }),
    [setParams],
  );
  const isLoading = navigation.state === "loading" && navigation.location.search !== "";
  return { params, change, open, isLoading };
}
