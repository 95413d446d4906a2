import assert from "node:assert/strict";
import { test } from "node:test";
import { siteAddress } from "../../site/js/address.js";
import { basisAddress } from "../../site/js/basis.js";

for (const [basis, path] of Object.entries({
  "article-3": "/regulations/article-3/",
  "notice-2-4": "/notice/#notice-2-4",
  "annex-2": "/notice/#annex-2",
  "reading-article-3-age": "/readings/#reading-article-3-age",
})) {
  test(`${basis} is at ${path}`, () => {
    assert.equal(basisAddress(basis), siteAddress(path));
  });
}

test("a standard or a law has no page here", () => {
  assert.equal(basisAddress("gb-11643"), null);
});
