import { useEffect, useRef, type RefObject } from "react";

/** The value of the latest render, for timers and promises that outlive the render they were started in. */
export function useLatest<T>(value: T): RefObject<T> {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  return latest;
}
