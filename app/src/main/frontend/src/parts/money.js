// Money in whole cents: never floating point.

/** The cents of what somebody typed, or 0n while it is not yet an amount. */
export function cents(text) {
  const amount = /^\s*(\d[\d,]*)(?:\.(\d{0,2}))?\s*$/.exec(text);
  if (!amount) return 0n;
  return BigInt(amount[1].replaceAll(',', '')) * 100n + BigInt((amount[2] ?? '').padEnd(2, '0'));
}

/** 1234567n → 12,345.67 */
export function amount(cents) {
  const whole = (cents / 100n).toString().replace(/\B(?=(\d{3})+$)/g, ',');
  return `${whole}.${(cents % 100n).toString().padStart(2, '0')}`;
}
