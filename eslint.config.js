import js from "@eslint/js";
import globals from "globals";

export default [
  { ignores: ["build/", "mutants/", "node_modules/", "site/js/vendor/", ".venv*/", ".aws-sam/"] },
  js.configs.recommended,
  {
    rules: {
      "no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      eqeqeq: "error",
      // A screen, as of the functions in Python.
      "max-lines-per-function": ["error", { max: 40, skipBlankLines: true, skipComments: true }],
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-const": "error",
    },
  },
  {
    files: ["tests/browser/**"],
    languageOptions: { globals: { ...globals.browser, axe: "readonly" } },
  },
  { files: ["site/js/**"], languageOptions: { globals: globals.browser } },
  {
    files: [
      "tests/js/**",
      "tests/bench/**",
      "tests/old_browser/**",
      "site/types/from-api.js",
      "site/styles.js",
      "*.js",
    ],
    languageOptions: { globals: globals.nodeBuiltin },
  },
];
