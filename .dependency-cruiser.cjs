/** Who may import whom. Each rule says why; docs/decisions/0001-house.md draws the picture. */
module.exports = {
  forbidden: [
    {
      name: "domain-is-pure",
      comment:
        "What is true does not depend on what we run on: the domain knows nothing but itself.",
      severity: "error",
      from: { path: "^app/domain/", pathNot: ["\\.schema\\.ts$", "^app/domain/code/look-alike"] },
      to: { pathNot: "^app/domain/" },
    },
    {
      name: "look-alikes-use-confusables-only",
      comment:
        "Which letters are drawn alike is Unicode's own table of 6,000, a fact and no behaviour: look-alikes may have it, and nothing else.",
      severity: "error",
      from: { path: "^app/domain/code/look-alike" },
      to: { pathNot: ["^app/domain/", "node_modules/unhomoglyph/"] },
    },
    {
      name: "confusables-for-look-alikes-only",
      comment: "A table of 100 kB has one door, so that it is seen who brings it along.",
      severity: "error",
      from: { path: "^(app|extensions)/", pathNot: "^app/domain/code/look-alike" },
      to: { path: "node_modules/unhomoglyph/" },
    },
    {
      name: "guard-never-sees-confusables",
      comment: "Not even through a domain module: the table is larger than the whole function.",
      severity: "error",
      from: { path: "^extensions/[^/]+/src/" },
      to: { path: "node_modules/unhomoglyph/", reachable: true },
    },
    {
      name: "schemas-use-zod-only",
      comment:
        "Shapes of what comes from outside stand beside the types they give; nothing else is needed for that.",
      severity: "error",
      from: { path: "^app/domain/.*\\.schema\\.ts$" },
      to: { pathNot: ["^app/domain/", "node_modules/zod/"] },
    },
    {
      name: "guard-stays-small",
      comment:
        "The function runs at every checkout within hard limits: the npm-free domain and nothing else.",
      severity: "error",
      from: { path: "^extensions/[^/]+/src/" },
      to: {
        pathNot: [
          "^extensions/[^/]+/",
          "^app/domain/(policy|code)/",
          "node_modules/@shopify/shopify_function",
        ],
      },
    },
    {
      name: "guard-never-parses-with-zod",
      comment:
        "Not even through a domain module: zod alone is larger than the whole function may be.",
      severity: "error",
      from: { path: "^extensions/[^/]+/src/" },
      to: { path: "node_modules/zod/", reachable: true },
    },
    {
      name: "infra-below-services",
      comment: "Infra is what services stand on; it never asks them.",
      severity: "error",
      from: { path: "^app/infra/" },
      to: { path: "^app/(services|routes|components|routing|server)/" },
    },
    {
      name: "services-without-pages",
      comment: "A job has no request and no page: what we do must not need the page framework.",
      severity: "error",
      from: { path: "^app/services/" },
      to: {
        path: [
          "^app/(routes|components|routing|server)/",
          "node_modules/(@remix-run|react|react-dom|@shopify/polaris|@shopify/app-bridge-react)/",
        ],
      },
    },
    {
      name: "components-show",
      comment: "A component is given what it shows; it reads nothing itself.",
      severity: "error",
      from: { path: "^app/components/" },
      to: { path: "^app/(services|infra|routes|server)/" },
    },
    {
      name: "routes-are-thin",
      comment:
        "A route opens the session, calls services and picks a view; infra is theirs only for Shopify's own library.",
      severity: "error",
      from: { path: "^app/routes/" },
      to: { path: "^app/(infra|server)/", pathNot: "^app/infra/(shopify/|deps\\.server\\.ts)" },
    },
    {
      name: "no-way-back-into-tests",
      comment: "The product stands without its tests and without the stand-in.",
      severity: "error",
      from: { path: "^(app|extensions)/" },
      to: { path: "^test/" },
    },
    {
      name: "standin-is-shopify",
      comment:
        "Shopify shares no code with us: a misunderstanding on both sides would prove itself right.",
      severity: "error",
      from: { path: "^test/standin/", pathNot: "\\.test\\.ts$" },
      to: { path: "^app/" },
    },
    {
      name: "no-circles",
      comment: "Two modules that need each other are one module, or three.",
      severity: "error",
      from: { pathNot: "generated/" },
      to: { circular: true },
    },
    {
      name: "declared-packages-only",
      comment: "What is not in package.json may be gone after the next install.",
      severity: "error",
      from: { path: "^(app|extensions/[^/]+/src)/" },
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      conditionNames: ["import", "require", "node", "default", "types"],
      exportsFields: ["exports"],
    },
  },
};
