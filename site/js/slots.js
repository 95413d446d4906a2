/** @import {Contact, Payment, Premium} from "./contract.js" */
import { count, grouped, yuan } from "./format.js";

/**
 * What a page says about the money: how much, for how many, where it goes, and its reference (附言).
 *
 * @param {{receipt: string, people: number, premium: Premium, payment: Payment}} list
 * @returns {Record<string, string>}
 */
export function paymentSlots({ receipt, people, premium, payment }) {
  return {
    people: count(people),
    premium: yuan(premium.amount),
    per_person: yuan(premium.per_person),
    capitals: premium.capitals,
    account_name: payment.account_name,
    bank: payment.bank,
    account_number: grouped(payment.account_number),
    reference: receipt,
  };
}

/**
 * @param {Contact} contact
 * @returns {Record<string, string>}
 */
export function contactSlots({ name, phone, area }) {
  return { contact_name: name, contact_phone: phone, contact_area: area };
}
