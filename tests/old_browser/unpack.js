/* Takes the browser out of its package: `node tests/old_browser/unpack.js FOLDER`. */

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { brotliDecompressSync } from "node:zlib";

const [, , folder = ""] = process.argv;
const packed = readFileSync(`${folder}/node_modules/chrome-aws-lambda/bin/chromium.br`);
mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}/chromium`, brotliDecompressSync(packed), { mode: 0o755 });
