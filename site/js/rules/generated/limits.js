// Made by `make generate` from shared_rules. Do not edit.

/** @type {{earliest: string, latest: string, soon: number, renews_within: number}} */
export const limits = {
 "earliest": "1900-01-01",
 "latest": "2199-12-31",
 "soon": 30,
 "renews_within": 90
};
