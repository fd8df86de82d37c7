import { z } from "zod";

/** Text that must be there; `meaning` completes "it is …". */
const needed = (meaning: string) => z.string(meaning).min(1, meaning);
const oneOf = <const T extends readonly [string, ...string[]]>(...values: T) =>
  z.enum(values, `one of ${values.join(", ")}`);
const PORT = "a port number from 0 to 65535";

const schema = z.object({
  NODE_ENV: oneOf("development", "test", "production").default("production"),
  SHOPIFY_API_KEY: needed("the client id of the app, from the Dev Dashboard"),
  SHOPIFY_API_SECRET: needed("the client secret of the app, from the Dev Dashboard"),
  SHOPIFY_APP_URL: z.url("the public address of this app, such as https://bonafide.example.com"),
  SCOPES: needed("the scopes of shopify.app.toml, separated by commas"),
  DATABASE_URL: z.string().startsWith("postgres", "a postgresql:// address").optional(),
  PORT: z.coerce.number(PORT).int(PORT).min(0, PORT).max(65_535, PORT).default(3000),
  HOST: z.string().default("0.0.0.0"),
  /** "web" serves requests only; "all" also works off the jobs. `npm run worker` does the jobs alone. */
  BONAFIDE_PROCESS: oneOf("all", "web").default("all"),
  LOG_LEVEL: oneOf("debug", "info", "warn", "error", "silent").default("info"),
});

export type Env = z.infer<typeof schema>;

/** The settings of this process. Throws one error naming every setting that is missing or wrong, and what it wants. */
export function readEnv(source: Record<string, string | undefined>): Env {
  const result = schema.safeParse(source);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => {
    const name = issue.path.join(".");
    return `  ${name}: ${source[name] === undefined ? "is not set; it is" : "is not"} ${issue.message}`;
  });
  throw new Error(`Bonafide cannot start. Set these in the environment:\n${problems.join("\n")}`);
}
