export type ReadJson = { ok: true; value: unknown } | { ok: false; why: "too_large" | "no_json" };

/**
 * A request's body as JSON. What goes beyond `mostBytes` is read to its end and not held: a sender that is stopped in
 * the middle would not hear the answer.
 */
export async function readJson(request: Request, mostBytes: number): Promise<ReadJson> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const parts: Uint8Array[] = [];
  let bytes = 0;
  const reader = (request.body ?? new Blob().stream()).getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    bytes += part.value.byteLength;
    if (bytes > mostBytes) parts.length = 0;
    else parts.push(part.value);
  }
  if (bytes > mostBytes) return { ok: false, why: "too_large" };
  try {
    return { ok: true, value: JSON.parse(decoder.decode(Buffer.concat(parts))) as unknown };
  } catch {
    return { ok: false, why: "no_json" };
  }
}
