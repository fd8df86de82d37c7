import { useFormat } from "./use-format.ts";

/** Relative time; the exact one is on hover and for screen readers in the machine-readable attribute. */
export function When({ at }: { at: string }) {
  const { relative, moment } = useFormat();
  return (
    <time dateTime={at} title={moment(at)}>
      {relative(at)}
    </time>
  );
}
