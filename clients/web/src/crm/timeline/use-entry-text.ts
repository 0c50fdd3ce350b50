import { useTranslation } from 'react-i18next';
import { formatMoney } from '../../money/money.ts';
import { useTenant } from '../../session/viewer.tsx';
import { numberFormat } from '../../words/formats.ts';
import { useRateText } from '../partners/use-rate-text.ts';
import type { Entry } from './timeline.ts';

/** What the words of some kinds name, by what the facts of an entry name it. */
const named = {
  ...{ product: 'product', role: 'role', roleBefore: 'role', alertKind: 'notices.alert' },
  ...{ accountStage: 'accounts.stages', accountStageBefore: 'accounts.stages' },
} as const;

/** What sentences name, for an entry that lacks it. */
const unknown = {
  ...{ title: '', stage: '', others: '', product: '', application: '', balance: '' },
  ...{ role: '', roleBefore: '', alertKind: '', accountStage: '', accountStageBefore: '' },
};

/** What may be said behind the sentence, of any kind. */
const details = ['purpose', 'position', 'plan', 'reason', 'file'] as const;

/** An entry as a sentence, and what more there is to say of it. */
export function useEntryText(): (entry: Pick<Entry, 'kind' | 'facts'>) => { sentence: string; detail: string } {
  const { t, i18n } = useTranslation();
  const { currency } = useTenant();
  const rateOf = useRateText();

  /** A fact in words; what we have no word for says itself. */
  function wordOf(name: string, value: unknown): string {
    if (typeof value === 'number') return numberFormat(i18n.language, { maximumFractionDigits: 6 }).format(value);
    const group = Object.entries(named).find(([each]) => each === name)?.[1];
    const key: string = `${group}.${value}`;
    return group && i18n.exists(key) ? i18n.t(key as 'role.OWNER') : String(value);
  }

  return ({ kind, facts }) => {
    const said = Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, wordOf(name, value)]));
    const { amount, ratePercent } = facts;
    const money =
      typeof amount === 'number' ? formatMoney({ amount, currency: said.currency ?? currency }, i18n.language) : '';
    const rate = rateOf(typeof ratePercent === 'number' ? ratePercent : null);
    const name = said.name ?? said.employeeId ?? t('timeline.somebody');
    const sentence = t(`timeline.said.${kind}`, { ...unknown, ...said, name, money, rate, credits: said.amount ?? '' });
    const channel = said.source && said.target ? `${said.source} → ${said.target}` : said.alertKind && said.name;
    const more = [channel, ...details.map((each) => said[each])].filter(Boolean);
    return { sentence, detail: more.join(' · ') };
  };
}
