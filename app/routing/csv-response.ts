type CsvFile = { fileName: string; body: ReadableStream<Uint8Array> };

/** A file to keep, sent as it is made. The name is given in the one form that takes any letters. */
export function csvResponse({ fileName, body }: CsvFile): Response {
  const name = encodeURIComponent(fileName).replaceAll("'", "%27");
  return new Response(body, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename*=UTF-8''${name}`,
      "cache-control": "no-store",
    },
  });
}
