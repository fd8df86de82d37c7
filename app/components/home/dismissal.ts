/**
 * Whether a person put a guide away, kept in their browser for each shop. A cross-site frame may be denied storage
 * altogether: then the guide comes back with the next visit, which is better than failing.
 */
export function readDismissed(key: string): boolean {
  try {
    return window.localStorage.getItem(key) === "dismissed";
  } catch {
    return false;
  }
}

export function writeDismissed(key: string): void {
  try {
    window.localStorage.setItem(key, "dismissed");
  } catch {
    // Denied: put away for this visit only.
  }
}
