import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

for (const [ours, theirs] of /** @type {const} */ ([
  ["altcha/pbkdf2.js", "altcha/dist/workers/pbkdf2.js"],
  ["altcha/LICENSE.txt", "altcha/LICENSE.txt"],
  ["oidc-client-ts/oidc-client-ts.min.js", "oidc-client-ts/dist/browser/oidc-client-ts.min.js"],
  ["oidc-client-ts/LICENSE.txt", "oidc-client-ts/LICENSE"],
  ["oidc-client-ts/LICENSE-jwt-decode.txt", "jwt-decode/LICENSE"],
  ["lean-qr/lean-qr.js", "lean-qr/index.mjs"],
  ["lean-qr/LICENSE.txt", "lean-qr/LICENSE"],
  ["qr/decode.js", "qr/decode.js"],
  ["qr/decode.d.ts", "qr/decode.d.ts"],
  ["qr/index.js", "qr/index.js"],
  ["qr/index.d.ts", "qr/index.d.ts"],
  ["qr/LICENSE.txt", "qr/LICENSE-MIT"],
])) {
  test(`the published ${ours} is the package's own; if not, run: npm run vendor`, () => {
    assert.equal(
      readFileSync(`site/js/vendor/${ours}`, "utf-8"),
      readFileSync(`node_modules/${theirs}`, "utf-8"),
    );
  });
}
