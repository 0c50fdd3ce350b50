import { Invalid } from '@mycelium/kit/errors';

/** NIST SP 800-63B-4, 3.1.1: length counts, what is common or close to the person is refused, and nothing is demanded of the characters. */
const SHORTEST = 12;
const LONGEST = 256;

/** What people put before "123!" and think it is a password; lists of leaked passwords are full of them. */
const common = new Set(
  `password passw0rd passwort contraseña contrasena parola sifre şifre qwerty qwertyuiop qwertz azerty asdfgh asdfghjkl zxcvbn zxcvbnm
  letmein letmeinplease welcome bienvenido hosgeldiniz admin administrator iloveyou teamo teamomucho seniseviyorum monkey dragon football
  futbol baseball princess princesa sunshine superman batman trustno1 whatever starwars computer internet michael jennifer charlie shadow
  master secret changeme changemenow default guest test testing temporary mycelium restaurant restaurante restoran qazwsxedc
  qazwsx onetwothree correcthorsebatterystaple galatasaray fenerbahce besiktas realmadrid barcelona liverpool manchester`.split(
    /\s+/,
  ),
);

/** Why this is no good password for this person; undefined when it is one. */
export function weaknessOf(password: string, person: { email: string; name?: string }): string | undefined {
  const given = password.normalize('NFKC');
  const length = [...given].length;
  if (length < SHORTEST) return `A password has at least ${SHORTEST} characters`;
  if (length > LONGEST) return `A password has at most ${LONGEST} characters`;
  const lower = given.toLowerCase();
  if (new Set(lower).size < 5) return 'This password repeats too few characters';
  if (isSequence(lower)) return 'This password is a sequence';
  if (isCommon(lower)) return 'This password is one of the first that are tried';
  const own = [person.email, person.email.split('@')[0], person.name].map((word) => letters(word ?? ''));
  if (own.some((word) => word.length > 3 && letters(lower) === word))
    return 'This password is your own name or address';
  return undefined;
}

/** Throws Invalid, at this argument, for a password that is not good for this person. */
export function checkPassword(password: string, person: { email: string; name?: string }, path: string): void {
  const weakness = weaknessOf(password, person);
  if (weakness) throw new Invalid(`${weakness}.`, [path]);
}

function isCommon(lower: string): boolean {
  const core = letters(lower);
  const half = core.slice(0, core.length / 2);
  return common.has(core) || (half + half === core && common.has(half));
}

/** abcdefghijkl, 210987654321, qwertyuiop… */
function isSequence(lower: string): boolean {
  const rows = ['abcdefghijklmnopqrstuvwxyz', '01234567890123456789', 'qwertyuiopasdfghjklzxcvbnm'];
  return rows.some((row) => (row + row).includes(lower) || [...row, ...row].toReversed().join('').includes(lower));
}

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}]/gu, '');
