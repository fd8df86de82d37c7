/** An address on the internet: `exact` is the IPv4 address or the /64 of IPv6, `range` the /24 or /48 around it. */
export type IpParts = { exact: string; range: string };

/** Null for what is no address, and for private, shared and reserved ones: those say nothing of a shopper. */
export function readIp(text: string): IpParts | null {
  const plain = text.trim().toLowerCase();
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(plain)?.[1];
  if (mapped || /^\d+\.\d+\.\d+\.\d+$/.test(plain)) return readV4(mapped ?? plain);
  return plain.includes(":") ? readV6(plain) : null;
}

function readV4(text: string): IpParts | null {
  const parts = text.split(".").map(Number);
  const [a = 0, b = 0, c = 0] = parts;
  if (parts.some((part) => part > 255)) return null;
  const isReserved =
    a === 0 ||
    a === 10 ||
    a === 127 ||
    a >= 224 ||
    (a === 100 && b >= 64 && b < 128) ||
    (a === 169 && b === 254) ||
    (a === 172 && b >= 16 && b < 32) ||
    (a === 192 && b === 168);
  return isReserved ? null : { exact: parts.join("."), range: `${a}.${b}.${c}` };
}

function readV6(text: string): IpParts | null {
  const [head = "", tail] = text.split("%")[0]?.split("::") ?? [];
  const left = head === "" ? [] : head.split(":");
  const right = tail ? tail.split(":") : [];
  const gap = tail === undefined ? 0 : 8 - left.length - right.length;
  if (gap < 0) return null;
  const groups = [...left, ...Array.from({ length: gap }, () => "0"), ...right];
  if (groups.length !== 8 || groups.some((group) => !/^[0-9a-f]{1,4}$/.test(group))) return null;
  const numbers = groups.map((group) => parseInt(group, 16));
  // 2000::/3 is what is routed; everything else is local or reserved.
  if (((numbers[0] ?? 0) & 0xe000) !== 0x2000) return null;
  const hex = numbers.map((number) => number.toString(16));
  return { exact: hex.slice(0, 4).join(":"), range: hex.slice(0, 3).join(":") };
}
