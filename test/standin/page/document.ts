import type { Html } from "./html.ts";
import { Html as SafeText, html } from "./html.ts";

export type PageOptions = {
  readonly title: string;
  readonly styles: string;
  readonly body: Html;
  readonly bodyClass?: string;
};

/** A whole page. Styles are inlined: nothing else is fetched. */
export function document({ title, styles, body, bodyClass = "" }: PageOptions): string {
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <style>
          ${new SafeText(styles)}
        </style>
      </head>
      <body class="${bodyClass}">
        ${body}
      </body>
    </html>`;
  return page.text;
}
