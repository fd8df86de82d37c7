/** What a browser has and jsdom lacks. Has to be loaded before Polaris, which asks for it while it loads. */
window.matchMedia = (query: string): MediaQueryList => ({
  matches: false,
  media: query,
  onchange: null,
  addListener: () => undefined,
  removeListener: () => undefined,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
  dispatchEvent: () => false,
});

class NoObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

Object.assign(window, {
  ResizeObserver: NoObserver,
  IntersectionObserver: NoObserver,
  scroll: () => undefined,
  scrollTo: () => undefined,
  IS_REACT_ACT_ENVIRONMENT: true,
});
Element.prototype.scrollIntoView = () => undefined;
Element.prototype.scrollBy = () => undefined;

// Nothing has a size in jsdom; tabs that find no room hide in a menu.
Object.defineProperty(HTMLElement.prototype, "offsetWidth", { get: () => 1280 });

// Nor is anything laid out; Polaris opens a popover only beside something that is.
Object.defineProperty(HTMLElement.prototype, "offsetParent", {
  get(this: HTMLElement) {
    return this.parentElement;
  },
});
