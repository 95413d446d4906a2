/**
 * The shapes of lectures and service specialists (see /api/openapi.json). Types only: nothing runs
 * here.
 *
 * @typedef {object} Lecture
 * @property {string} title
 * @property {string} day ISO date.
 * @property {string} begins 14:30, as China's clocks show it.
 * @property {string} ends
 * @property {string} county
 * @property {string} place
 * @property {string} speaker
 * @property {string} phone
 *
 * @typedef {object} Specialist
 * @property {string} name
 * @property {string} phone
 * @property {string[]} counties
 * @property {string} duties
 *
 * @typedef {{lectures: (Lecture & {entry_id: string})[], specialists: Specialist[]}} Services
 *
 * @typedef {object} Entered As the desk sees it.
 * @property {"lectures" | "specialists"} kind
 * @property {string} entry_id
 * @property {string} at ISO date and time.
 * @property {{name: string, roles: string[]}} by
 * @property {Lecture | null} lecture
 * @property {Specialist | null} specialist
 * @property {{at: string, by: {name: string, roles: string[]}, reason: string} | null} withdrawn
 * @property {boolean} may_withdraw
 */
export {};
