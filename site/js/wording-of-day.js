/**
 * Leads to the wording of an article on the day that the address names (`#on-2026-11-03`): whoever
 * was decided on by an older one reads that. Of an article with one wording there is nothing to do.
 */
const [, day] = /^#on-(\d{4}-\d{2}-\d{2})$/.exec(location.hash) ?? [];
if (day) {
  // The newest stands first.
  const places = [...document.querySelectorAll('h3[id^="from-"]')].map(({ id }) => id);
  const place = places.find((id) => id <= `from-${day}`) ?? places[places.length - 1];
  if (place) location.replace(`#${place}`);
}
