import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { startStandin } from "./server.ts";
import { startTunnel } from "./shell/tunnel.ts";

/*
 * The stand-in by itself: `node test/standin/main.ts --app http://localhost:3000`. The app needs the same key and
 * secret, SHOPIFY_APP_URL set to the tunnel's address printed here, and STANDIN_URL with `--import preload.ts`.
 */
const { values } = parseArgs({
  options: {
    port: { type: "string", default: "4000" },
    "tunnel-port": { type: "string", default: "4001" },
    app: { type: "string", default: "http://localhost:3000" },
    key: { type: "string", default: "standin-key" },
    secret: { type: "string", default: "standin-secret" },
    seed: { type: "string", default: "1" },
  },
});

const standin = await startStandin({
  port: Number(values.port),
  apiKey: values.key,
  apiSecret: values.secret,
  appDir: fileURLToPath(new URL("../..", import.meta.url)),
  seed: Number(values.seed),
});
const tunnel = await startTunnel({
  port: Number(values["tunnel-port"]),
  appUrl: values.app,
  shellUrl: standin.url,
});
standin.setAppUrl(tunnel.url);
console.log(`stand-in  ${standin.url}`);
console.log(`tunnel    ${tunnel.url} -> ${values.app}`);

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    void Promise.all([tunnel.close(), standin.stop()]).then(() => process.exit(0));
  });
}
