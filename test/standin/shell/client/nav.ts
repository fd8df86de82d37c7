import type { NavItem } from "../messages.ts";

let known: readonly NavItem[] = [];

/** The app's own pages below its name in the admin's menu; the home entry is the name itself. */
export function drawNav(
  items: readonly NavItem[] | undefined,
  path: string,
  navigate: (href: string) => Promise<void>,
): void {
  if (items) known = items;
  const list = document.querySelector("#app-nav")!;
  const current = best(path);
  list.replaceChildren(
    ...known
      .filter((item) => !item.isHome)
      .map((item) => {
        const anchor = document.createElement("a");
        anchor.textContent = item.label;
        anchor.href = item.href;
        if (item === current) anchor.setAttribute("aria-current", "page");
        anchor.addEventListener("click", (event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          document.body.classList.remove("nav-open");
          void navigate(item.href);
        });
        const entry = document.createElement("li");
        entry.append(anchor);
        return entry;
      }),
  );
  const home = document.querySelector<HTMLAnchorElement>("#app-home")!;
  home.toggleAttribute("data-current", current === undefined || current.isHome);
  home.onclick = (event) => {
    event.preventDefault();
    document.body.classList.remove("nav-open");
    void navigate(known.find((item) => item.isHome)?.href ?? "/");
  };
}

/** The longest entry that is the path or a folder above it. */
function best(path: string): NavItem | undefined {
  const bare = path.split(/[?#]/)[0] ?? path;
  return known
    .filter(({ href }) => bare === href || bare.startsWith(`${href.replace(/\/$/, "")}/`))
    .sort((a, b) => b.href.length - a.href.length)[0];
}
