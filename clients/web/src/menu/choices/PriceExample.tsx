import { Text } from '@mantine/core';
import { exponentOf } from '@mycelium/schema/currencies';
import { useTranslation } from 'react-i18next';
import { formatMoney, localeOf } from '../../money/money.ts';
import { useTenant } from '../../session/viewer.tsx';
import { type Localized, textIn } from '../../words/text-in.ts';
import type { Group, Option } from './choices.ts';
import { type Priced, paidFor, twoOf } from './price-example.ts';

interface PriceExampleProps {
  rules: Pick<Group, 'free' | 'priceRule'>;
  options: readonly Option[];
}

interface Named extends Priced {
  names: readonly Localized[];
}

/** What two of the options cost together: of its own, or of a pizza as long as they do not differ in price. */
export function PriceExample({ rules, options }: PriceExampleProps) {
  const { t, i18n } = useTranslation();
  const tenant = useTenant();
  const pizza = (id: 'pepperoni' | 'cheese', wholes: number) => ({
    ...{ id, names: [{ locale: i18n.language, text: t(`choice.${id}`) }] },
    price: { amount: wholes * 10 ** exponentOf(tenant.currency), currency: tenant.currency },
  });
  const [first, second] = twoOf<Named>(options) ?? [pizza('pepperoni', 3), pizza('cheese', 1)];
  const money = (amount: number) => formatMoney({ ...first.price, amount }, localeOf(tenant));
  const named = ({ names, price }: Named) =>
    `${textIn(names, [i18n.language, ...tenant.languages])} ${money(price.amount)}`;
  return (
    <Text size="sm" role="status">
      {t(rules.priceRule === 'ADD' ? 'choice.exampleAll' : 'choice.exampleHalves', {
        ...{ first: named(first), second: named(second) },
        price: money(paidFor([first, second], rules)),
      })}
    </Text>
  );
}
