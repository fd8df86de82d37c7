import { useFormat } from "#app/components/format/use-format.ts";

/** A moment in the shop's time; the exact instant, the same everywhere, is on hover. */
export function ShopTime({ at }: { at: string }) {
  const { moment } = useFormat();
  return (
    <time dateTime={at} title={`${at.slice(0, 16).replace("T", " ")} UTC`}>
      {moment(at)}
    </time>
  );
}
