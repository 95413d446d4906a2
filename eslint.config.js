import js from "@eslint/js";
import globals from "globals";

export default [
  { ignores: ["build/", "mutants/", "node_modules/", "site/js/vendor/", ".venv*/", ".aws-sam/"] },
  js.configs.recommended,
  {
    rules: {
      "no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      eqeqeq: "error",
      // A screen, and ten of them, as of functions and files in Python, whose types need no comments.
      "max-lines-per-function": ["error", { max: 40, skipBlankLines: true, skipComments: true }],
      "max-lines": ["error", { max: 400, skipComments: true }],
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-const": "error",
      "no-restricted-syntax": [
        "error",
        {
          selector:
            ":matches(CallExpression[callee.name=/^(finding|wording)$/], NewExpression[callee.name='RuleError']) > TemplateLiteral.arguments:first-child",
          message: "Write the code of a message whole, so that it is found.",
        },
      ],
    },
  },
  {
    files: ["tests/browser/**"],
    languageOptions: { globals: { ...globals.browser, axe: "readonly" } },
  },
  { files: ["site/js/rules/generated/**"], rules: { "max-lines": "off" } },
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
