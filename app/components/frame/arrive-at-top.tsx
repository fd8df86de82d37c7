import { NavigationType, useLocation, useNavigationType } from "@remix-run/react";
import { useEffect } from "react";
import { useLatest } from "./use-latest.ts";

/**
 * A page is arrived at where it begins, and so is the next page of a list. Who goes back, or changes only what a page shows,
 * stays where they are: the browser keeps that by itself.
 */
export function ArriveAtTop() {
  const { pathname, search } = useLocation();
  const cursor = new URLSearchParams(search).get("cursor");
  const isBack = useLatest(useNavigationType() === NavigationType.Pop);
  useEffect(() => {
    if (!isBack.current) window.scrollTo(0, 0);
  }, [pathname, cursor, isBack]);
  return null;
}
