/**
 * `npm run api-types`: what the API takes and gives as types, from the document of the API.
 *
 * With `--check` it only compares, and fails where the file is stale.
 */
import { readFile, writeFile } from "node:fs/promises";

import openapiTS, { astToString } from "openapi-typescript";
import { format } from "prettier";

const DOCUMENT = new URL("../../functions/info/openapi.json", import.meta.url);
const TYPES = new URL("api.d.ts", import.meta.url);
const HEADER = "// Made from functions/info/openapi.json by: npm run api-types\n";

/** @returns {Promise<string>} The types of every component, each exported under its own name. */
async function types() {
  const { openapi, info, components } = JSON.parse(await readFile(DOCUMENT, "utf-8"));
  const nodes = await openapiTS(
    { openapi, info, components, paths: {} },
    { alphabetize: true, rootTypes: true, rootTypesNoSchemaPrefix: true },
  );
  return format(HEADER + astToString(nodes), { parser: "typescript", printWidth: 100 });
}

const made = await types();
if (process.argv.includes("--check")) {
  const kept = await readFile(TYPES, "utf-8").catch(() => "");
  if (kept !== made) {
    console.error("site/types/api.d.ts is stale. Run: npm run api-types");
    process.exitCode = 1;
  }
} else {
  await writeFile(TYPES, made);
}
