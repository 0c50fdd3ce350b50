import { Text } from '@mantine/core';
import { exponentOf } from '@mycelium/schema/currencies';
import { useTranslation } from 'react-i18next';
import { Fact, Facts } from '../../look/Facts.tsx';
import { formatMoney, localeOf } from '../../money/money.ts';
import { useTenant } from '../../session/viewer.tsx';
import { listFormat } from '../../words/formats.ts';
import { percentOf } from './tax-draft.ts';
import { type ExampleTax, taxExample } from './tax-example.ts';

/** What an item of a round price comes to with a tax, and with those that it taxes too. */
export function TaxExample({ rules }: { rules: readonly ExampleTax[] }) {
  const { t, i18n } = useTranslation();
  const { currency, languages } = useTenant();
  const price = 100 * 10 ** exponentOf(currency);
  const { amounts, pays } = taxExample(price, rules);
  const money = (amount: number) => formatMoney({ amount, currency }, localeOf({ currency, languages }));
  const nameOf = (id: string) => rules.find((rule) => rule.id === id)?.name;
  return (
    <section aria-label={t('tax.example')}>
      <Text fw={500} mb="xs">
        {t('tax.example')}
      </Text>
      <Facts>
        <Fact name={t('tax.examplePrice')}>{money(price)}</Fact>
        {rules.map(({ id, name, rate, inclusive, baseIncludes }) => {
          const base = baseIncludes.flatMap((each) => nameOf(each) ?? []);
          return (
            <Fact key={id} name={name || t('tax.new')}>
              {t(inclusive ? 'tax.exampleIncluded' : 'tax.exampleAdded', {
                sum: money(amounts.get(id) ?? 0),
                percent: percentOf(rate),
              })}
              {base.length > 0 &&
                ` · ${t('tax.exampleBase', { taxes: listFormat(i18n.language, { type: 'conjunction' }).format(base) })}`}
            </Fact>
          );
        })}
        <Fact name={t('tax.examplePays')}>
          <strong>{money(pays)}</strong>
        </Fact>
      </Facts>
    </section>
  );
}
