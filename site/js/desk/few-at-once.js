/**
 * Does something with each item, some at once, in their order. Where it fails, nothing new is begun.
 *
 * @template T
 * @param {Iterable<T>} items
 * @param {number} most At once.
 * @param {(item: T) => Promise<void>} work
 * @returns {Promise<void>}
 * @throws What `work` has thrown first.
 */
export async function fewAtOnce(items, most, work) {
  const waiting = [...items];
  const worker = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
      try {
        await work(item);
      } catch (error) {
        waiting.length = 0;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: most }, worker));
}
