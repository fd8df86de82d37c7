import { useEffect, useRef } from "react";

/** The value of the latest render, for timers and promises that outlive the render they were started in. */
export function useLatest<T>(value: T): { readonly current: T } {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  return latest;
}
