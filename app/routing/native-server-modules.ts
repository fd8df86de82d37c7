import type { Plugin } from "vite";

const NATIVE = /^#app\/(?:infra|services)\//;

/**
 * Leaves `#app/infra/…` and `#app/services/…` out of the server bundle, so that Node imports them itself (type
 * stripping, `imports` of package.json). Bundled, they would exist twice in one process: the server, the webhook
 * intake and the jobs load the files, the pages would load a copy — with a second database pool, a second
 * embedded server and a second session storage. Only pages, components and the pure domain go into the bundle.
 */
export function nativeServerModules(): Plugin {
  return {
    name: "bonafide:native-server-modules",
    enforce: "pre",
    resolveId(source, _importer, options) {
      return options.ssr === true && NATIVE.test(source) ? { id: source, external: true } : null;
    },
  };
}
