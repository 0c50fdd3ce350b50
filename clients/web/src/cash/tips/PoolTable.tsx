import { Table, Text, Title } from '@mantine/core';
import { exponentOf } from '@mycelium/schema/currencies';
import { useTranslation } from 'react-i18next';
import type { PoolSharesFragment, TipPoolBy } from '../../generated/graphql.ts';
import { useMoney } from '../use-money.ts';
import { decimalText, exactText } from './exact.ts';

/** Who gets how much of a pool, each with how that comes about. */
export function PoolTable({ title, pool, by }: { title: string; pool: PoolSharesFragment; by: TipPoolBy }) {
  const { t } = useTranslation();
  const money = useMoney();
  const all = decimalText(pool.weightOfAll);
  const digits = exponentOf(pool.pool.currency);
  return (
    <section aria-label={title}>
      <Title order={2} mb="sm">
        {title}
      </Title>
      <Text size="sm" mb="sm">
        {t('cash.formula', { pool: money(pool.pool), by: t(`cash.by.${by}`), all })}
      </Text>
      <Table.ScrollContainer minWidth={340}>
        <Table style={{ fontVariantNumeric: 'tabular-nums' }}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('cash.name')}</Table.Th>
              <Table.Th ta="end">{t(`cash.by.${by}`)}</Table.Th>
              <Table.Th ta="end">{t('cash.exactly')}</Table.Th>
              <Table.Th ta="end">{t('cash.gets')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {pool.shares.map(({ name, weight, exact, amount }, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two people may be called the same
              <Table.Tr key={place}>
                <Table.Th scope="row" fw={400}>
                  {name}
                </Table.Th>
                <Table.Td ta="end">{weight}</Table.Td>
                <Table.Td ta="end" title={`${money(pool.pool)} × ${weight} ÷ ${all}`}>
                  {exactText(exact, digits)}
                </Table.Td>
                <Table.Td ta="end" fw={600}>
                  {money(amount)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Text size="sm" c="var(--quiet)" mt="sm">
        {t('cash.oddCent')}
      </Text>
    </section>
  );
}
