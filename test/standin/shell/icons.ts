import { Html } from "../page/html.ts";

/** Twenty-pixel outlines in the text's colour; drawn here, so that no font has to have them. */
function icon(path: string): Html {
  return new Html(
    `<svg viewBox="0 0 20 20" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="${path}"/></svg>`,
  );
}

export const ICONS = {
  menu: icon("M3 5.5h14M3 10h14M3 14.5h14"),
  home: icon("M3.5 9 10 3.5 16.5 9v7.5h-4.5v-5h-4v5H3.5z"),
  orders: icon("M4 3.5h12v13l-3-2-3 2-3-2-3 2zM7 7.5h6M7 10.5h4"),
  discounts: icon(
    "M14 6 6 14M6.8 7.3h.01M13.2 12.7h.01M10 2.8a7.2 7.2 0 1 0 0 14.4 7.2 7.2 0 0 0 0-14.4z",
  ),
  panel: icon("M3 6h7m4 0h3M12 4v4M3 14h3m4 0h7M8 12v4"),
  storefront: icon("M8 4H4v12h12v-4M11 4h5v5M16 4l-7 7"),
} as const;
