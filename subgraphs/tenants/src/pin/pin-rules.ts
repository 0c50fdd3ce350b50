/** What a PIN looks like. */
export const PIN_FORM = /^[0-9]{4,6}$/;

const STARTS_OF_YEARS = ['19', '20'];

/** Whether a PIN is among the first that anybody would try: digits at equal distances (1111, 1234, 9753), a piece repeated (1212, 123123), a year. */
export function isTrivial(pin: string): boolean {
  return isEven(pin) || isRepeated(pin) || (pin.length === 4 && STARTS_OF_YEARS.includes(pin.slice(0, 2)));
}

function isEven(pin: string): boolean {
  const steps = [...pin].slice(1).map((digit, index) => (Number(digit) - Number(pin[index]) + 10) % 10);
  return new Set(steps).size === 1;
}

function isRepeated(pin: string): boolean {
  return [2, 3].some((length) => pin.length > length && pin === pin.slice(0, length).repeat(pin.length / length));
}
