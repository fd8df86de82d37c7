import js from "@eslint/js";
import reactHooks from "eslint-plugin-react-hooks";
import globals from "globals";
import ts from "typescript-eslint";

/** Time, randomness and locale come into the domain as arguments: the same question always has the same answer. */
const AMBIENT = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: "Take the time as an argument.",
  },
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: "Take the time as an argument.",
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: "Take the randomness as an argument.",
  },
  {
    selector: "CallExpression[callee.property.name=/^toLocale/]",
    message: "The domain speaks no locale: format in a component.",
  },
];

export default ts.config(
  {
    ignores: [
      "build",
      ".data",
      ".cache",
      "extensions/*/dist",
      "extensions/*/generated",
      "test/standin/function/fixtures/*/built",
      "app/infra/db/generated",
      "app/infra/admin-api/generated",
    ],
  },
  js.configs.recommended,
  ...ts.configs.recommendedTypeChecked,
  {
    languageOptions: {
      globals: { ...globals.node },
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", ignoreRestSiblings: true },
      ],
      // A promise given to an event handler is fine where the handler deals with its errors.
      "@typescript-eslint/no-misused-promises": [
        "error",
        { checksVoidReturn: { attributes: false, arguments: false } },
      ],
      // A Response is thrown by design: it is how a loader answers early.
      "@typescript-eslint/only-throw-error": "off",
      // Our objects are closures, not classes: their functions stand alone.
      "@typescript-eslint/unbound-method": "off",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/require-await": "off",
      eqeqeq: ["error", "always"],
      "no-console": "off",
    },
  },
  {
    files: ["app/domain/**"],
    rules: { "no-restricted-syntax": ["error", ...AMBIENT] },
  },
  {
    files: ["app/**/*.tsx", "app/components/**", "app/routes/**"],
    plugins: { "react-hooks": reactHooks },
    languageOptions: { globals: { ...globals.browser } },
    rules: reactHooks.configs.recommended.rules,
  },
  {
    files: ["*.js", "*.cjs", "**/*.mjs"],
    ...ts.configs.disableTypeChecked,
  },
);
