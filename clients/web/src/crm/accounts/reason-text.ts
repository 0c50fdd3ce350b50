import { words } from '../../words/words.ts';
import type { Reason } from './accounts.ts';

/** What is wrong, and for how long. */
export function reasonText({ code, name, count, days }: Pick<Reason, 'code' | 'name' | 'count' | 'days'>): string {
  const what = words.t(`accounts.why.${code}`, { name: nameText(name), count: count ?? 1 });
  return days == null ? what : `${what} ${lastingText(days)}`;
}

function lastingText(days: number): string {
  return days === 0 ? words.t('accounts.today') : words.t('accounts.days', { count: days });
}

/** A product is called what it is called everywhere; a screen has a name of its own. */
function nameText(name: string | null): string {
  const known: Readonly<Record<string, string>> = words.t('product', { returnObjects: true });
  return name ? (known[name] ?? name) : '';
}
