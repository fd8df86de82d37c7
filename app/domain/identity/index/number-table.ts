/**
 * Positive numbers up to 2^53 to slots 0, 1, 2, …, in the order they came: open addressing over typed arrays, because a
 * Map of ten million keys costs four times the memory.
 */
export function numberTable() {
  let mask = (1 << 12) - 1;
  let slots = new Int32Array(mask + 1).fill(-1);
  let keys = new Float64Array(1 << 11);
  let size = 0;

  const startOf = (key: number) => {
    const mixed = Math.imul(key | 0, 0x9e3779b1) ^ Math.imul((key / 2 ** 32) | 0, 0x85ebca6b);
    return (mixed ^ (mixed >>> 15)) & mask;
  };
  const find = (key: number) => {
    let at = startOf(key);
    while (slots[at]! >= 0 && keys[slots[at]!] !== key) at = (at + 1) & mask;
    return at;
  };
  const grow = () => {
    mask = mask * 2 + 1;
    slots = new Int32Array(mask + 1).fill(-1);
    const longer = new Float64Array(keys.length * 2);
    longer.set(keys);
    keys = longer;
    for (let slot = 0; slot < size; slot++) slots[find(keys[slot]!)] = slot;
  };

  return {
    /** The slot of a key, -1 when it has none. */
    slotOf: (key: number) => slots[find(key)]!,
    ensure(key: number): number {
      let at = find(key);
      if (slots[at]! >= 0) return slots[at]!;
      if (size === keys.length) {
        grow();
        at = find(key);
      }
      keys[size] = key;
      slots[at] = size;
      return size++;
    },
  };
}
