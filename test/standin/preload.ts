import { routeFetchTo } from "./route-fetch.ts";

/*
 * `node --import …/preload.ts`, with the stand-in's address in STANDIN_URL: the app runs unchanged and talks to the
 * stand-in where it means Shopify.
 */
const url = process.env["STANDIN_URL"];
if (!url) throw new Error("Set STANDIN_URL to the address of the stand-in.");
routeFetchTo(url);
