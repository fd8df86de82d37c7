import { Html, html, jsonScript } from "../page/html.ts";
import { adminDocument, type AdminStore } from "./admin-page.ts";

export type AppPage = {
  readonly store: AdminStore;
  readonly app: { readonly handle: string; readonly name: string };
  readonly src: string;
  readonly appOrigin: string;
};

/** The admin with the app in its frame; `client/main.ts` keeps the two talking. */
export function appPage({ store, app, src, appOrigin }: AppPage): string {
  const letter = app.name.charAt(0);
  return adminDocument({
    title: `${app.name} · ${store.name}`,
    store,
    current: "app",
    body: html` <div id="app-bar" data-app="${app.name}">
        <span class="icon" aria-hidden="true">${letter}</span>
        <span id="page-back"></span><span id="page-title">${app.name}</span>
        <span id="page-actions"></span>
      </div>
      <iframe id="app" name="app-iframe" title="${app.name}" src="${src}"></iframe>`,
    outside: html` <div id="loading" role="progressbar" aria-label="Loading"></div>
      <div id="toasts" aria-live="polite"></div>
      <dialog id="confirm" aria-labelledby="confirm-title">
        <form method="dialog">
          <h2 id="confirm-title"></h2>
          <p></p>
          <footer>
            <button class="button" value="no"></button
            ><button class="button danger" value="yes"></button>
          </footer>
        </form>
      </dialog>
      <dialog id="picker" aria-labelledby="picker-title">
        <form method="dialog">
          <h2 id="picker-title"></h2>
          <label class="search"
            ><input type="search" aria-label="Search" placeholder="Search"
          /></label>
          <ul></ul>
          <footer>
            <p aria-live="polite"></p>
            <button class="button" value="no">Cancel</button
            ><button class="button primary" value="yes">Select</button>
          </footer>
        </form>
      </dialog>
      ${jsonScript("settings", { store: store.handle, app: app.handle, appOrigin })}
      ${new Html('<script src="/shell.js"></script>')}`,
  });
}
