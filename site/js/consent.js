/** @import {Consent} from "./contract.js" */

/**
 * What has been agreed to, in the version that the page shows.
 *
 * @param {HTMLElement} section Names the version in `data-consent-version`.
 * @returns {Consent}
 */
export function readConsent(section) {
  return {
    version: section.dataset.consentVersion ?? "",
    personal_information: isTicked(section, "personal_information"),
    sensitive_information: isTicked(section, "sensitive_information"),
  };
}

/**
 * @param {HTMLElement} section
 * @param {string} name
 */
function isTicked(section, name) {
  return section.querySelector(`[name="consent.${name}"]:checked`) !== null;
}
