import { z } from "zod";

const schema = z.object({
  NODE_ENV: z.enum(["development", "test", "production"]).default("production"),
  SHOPIFY_API_KEY: z.string().min(1, "the client id of the app, from the Dev Dashboard"),
  SHOPIFY_API_SECRET: z.string().min(1, "the client secret of the app, from the Dev Dashboard"),
  SHOPIFY_APP_URL: z.url("the public address of this app, such as https://bonafide.example.com"),
  SCOPES: z.string().min(1, "the scopes of shopify.app.toml, separated by commas"),
  DATABASE_URL: z.string().startsWith("postgres", "a postgresql:// address").optional(),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default("0.0.0.0"),
  /** "web" serves requests only; "all" also works off the jobs. `npm run worker` does the jobs alone. */
  BONAFIDE_PROCESS: z.enum(["all", "web"]).default("all"),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
});

export type Env = z.infer<typeof schema>;

/** The settings of this process. Throws one error naming every setting that is missing or wrong, and what it wants. */
export function readEnv(source: NodeJS.ProcessEnv): Env {
  const result = schema.safeParse(source);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => {
    const name = issue.path.join(".");
    return `  ${name}: ${source[name] === undefined ? "is not set; it is" : "is not"} ${issue.message}`;
  });
  throw new Error(`Bonafide cannot start. Set these in the environment:\n${problems.join("\n")}`);
}
