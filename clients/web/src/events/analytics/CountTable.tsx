import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { numberFormat } from '../../words/formats.ts';
import { shareText } from '../share-text.ts';
import classes from './Analysis.module.css';
import { type Counts, rateOf } from './analytics.ts';

interface CountTableProps {
  label: string;
  /** The word above the names. */
  first: string;
  rows: readonly { key: string; name: ReactNode; counts: Counts }[];
}

/** What was counted of several things, one below the other. */
export function CountTable({ label, first, rows }: CountTableProps) {
  const { t, i18n } = useTranslation();
  const figure = useFigure();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what is scrolled is scrolled by keyboard too
    <section className={classes.frame} tabIndex={0} aria-label={label}>
      <Table className={classes.counts} aria-label={label}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{first}</Table.Th>
            <Table.Th>{t('analytics.published')}</Table.Th>
            <Table.Th>{t('analytics.acknowledged')}</Table.Th>
            <Table.Th>{t('analytics.failed')}</Table.Th>
            <Table.Th>{t('events.status.TIMEOUT')}</Table.Th>
            <Table.Th>{t('analytics.rate')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ key, name, counts }) => (
            <Table.Tr key={key}>
              <Table.Th scope="row">{name}</Table.Th>
              <Table.Td>{figure.format(counts.published)}</Table.Td>
              <Table.Td>{figure.format(counts.acknowledged)}</Table.Td>
              <Table.Td>{figure.format(counts.failed)}</Table.Td>
              <Table.Td>{figure.format(counts.timeout)}</Table.Td>
              <Table.Td>{shareText(rateOf(counts), i18n.language)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}

/** Whole numbers as the language writes them. */
export function useFigure(): Intl.NumberFormat {
  const { i18n } = useTranslation();
  return numberFormat(i18n.language);
}
