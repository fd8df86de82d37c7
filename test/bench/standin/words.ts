export const API_KEY = "bonafide-bench-key";
export const API_SECRET = "bonafide-bench-secret";

/** The first thing a stand-in's process says. `token` is its owner's, of the shop at `domain`. */
export type Ready = { tell: "ready"; url: string; handle: string; domain: string; token: string };
