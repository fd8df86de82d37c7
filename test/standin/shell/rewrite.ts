import { Transform } from "node:stream";

/** Where Shopify serves App Bridge and its fonts from; nothing may load from there. */
const SHOPIFY_CDN = "https://cdn.shopify.com/";

/** Everything on Shopify's CDN, as the shell serves it. */
function localCdn(shellUrl: string): string {
  return `${shellUrl.replace(/\/$/, "")}/cdn/`;
}

export function rewriteText(text: string, shellUrl: string): string {
  return text.replaceAll(SHOPIFY_CDN, localCdn(shellUrl));
}

/** Lets the shell frame the app: a policy that already names ancestors gets one more. */
export function allowShellToFrame(policy: string, shellUrl: string): string {
  const origin = new URL(shellUrl).origin;
  return policy
    .split(";")
    .map((directive) =>
      /^\s*frame-ancestors\s/i.test(directive)
        ? `${directive.replace(/\s+'none'/i, "")} ${origin}`
        : directive,
    )
    .join(";");
}

/**
 * Rewrites a page while it streams. The end of each chunk that could be the beginning of the address is held
 * back until the next one, so an address split over two chunks is still found.
 */
export function rewriteStream(shellUrl: string): Transform {
  const search = Buffer.from(SHOPIFY_CDN);
  const replacement = Buffer.from(localCdn(shellUrl));
  let held: Buffer = Buffer.alloc(0);
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      let rest = Buffer.concat([held, chunk]);
      for (let at = rest.indexOf(search); at >= 0; at = rest.indexOf(search)) {
        this.push(rest.subarray(0, at));
        this.push(replacement);
        rest = rest.subarray(at + search.length);
      }
      const keep = partialMatch(rest, search);
      this.push(rest.subarray(0, rest.length - keep));
      held = rest.subarray(rest.length - keep);
      done();
    },
    flush(done) {
      this.push(held);
      done();
    },
  });
}

/** Length of the longest end of `text` that is a beginning of `search`. */
function partialMatch(text: Buffer, search: Buffer): number {
  for (let length = Math.min(text.length, search.length - 1); length > 0; length -= 1) {
    if (text.subarray(text.length - length).equals(search.subarray(0, length))) return length;
  }
  return 0;
}
