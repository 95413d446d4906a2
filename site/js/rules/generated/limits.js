// Made by `make generate` from shared_rules. Do not edit.

/** @type {{earliest: string, latest: string, soon: number, renews_within: number, policy_number: string}} */
export const limits = {
 "earliest": "1900-01-01",
 "latest": "2199-12-31",
 "soon": 30,
 "renews_within": 90,
 "policy_number": "^[A-Za-z0-9-]{4,40}$"
};
