const HIDDEN = '***';
/** A number with fewer digits is masked as a whole: its last four would say nearly all of it. */
const FEWEST_DIGITS = 8;

/** An e-mail address for those who need not know it: its first letter and nothing else, `j***@…`. */
export function maskEmail(address: string): string {
  const at = address.lastIndexOf('@');
  if (at < 0) return address && HIDDEN;
  const [first = '', ...others] = address.slice(0, at).trim().toWellFormed();
  return `${others.length > 0 ? first : ''}${HIDDEN}@…`;
}

/** A phone number for those who need not know it: its last four digits, `***1234`, or none when it has few. */
export function maskPhone(phone: string): string {
  const digits = digitsOf(phone);
  if (digits.length < FEWEST_DIGITS) return phone && HIDDEN;
  return HIDDEN + digits.slice(-4);
}

/** The digits of a phone number as they are dialled, whichever script they are written in. */
export function digitsOf(phone: string): string {
  return phone
    .normalize('NFKC')
    .replaceAll(/\P{Nd}/gu, '')
    .replaceAll(/\D/g, western);
}

/** The digits of a script follow each other, from its zero. */
function western(digit: string): string {
  let value = 0;
  for (let code = digit.codePointAt(0) ?? 0; /\p{Nd}/u.test(String.fromCodePoint(code - 1)) && value < 9; code -= 1)
    value += 1;
  return String(value);
}
