/**
 * @param {{contact_name: string, phone: string}} clerk Of a unit (经办人).
 * @returns {string} `赵敏 0951-2090080`
 */
export function clerkInWords({ contact_name, phone }) {
  return `${contact_name} ${phone}`;
}
