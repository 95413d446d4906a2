/*
 * `node tests/js/search-hits.js INDEX` reads questions, one a line, and gives as JSON the addresses
 * that the search finds for each in a built site's index.
 */
import { readFileSync } from "node:fs";
import process from "node:process";
import { indexIn } from "../../site/js/search/index-file.js";
import { Ranking } from "../../site/js/search/ranking.js";

const ranking = new Ranking(indexIn(readFileSync(process.argv[2] ?? "")));
const questions = readFileSync(0, "utf8").trim().split("\n");
const found = questions.map((question) => ranking.hits(question).map(({ address }) => address));
process.stdout.write(JSON.stringify(found));
