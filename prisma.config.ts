export { default } from "./app/infra/db/prisma-config.ts";
