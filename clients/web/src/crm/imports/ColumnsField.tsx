import { NativeSelect, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ContactColumn } from '../../generated/graphql.ts';
import { contactColumns } from './contact-columns.ts';
import type { ImportCard } from './imports.ts';
import classes from './Rows.module.css';

interface ColumnsFieldProps {
  columns: ImportCard['columns'];
  /** What each means now, by its place; empty for one that is left out. */
  meanings: readonly (ContactColumn | '')[];
  isReadOnly: boolean;
  onChange: (meanings: (ContactColumn | '')[]) => void;
}

/** The columns of a file, each with its first cells and what it means. */
export function ColumnsField({ columns, meanings, isReadOnly, onChange }: ColumnsFieldProps) {
  const { t } = useTranslation();
  const choices = [
    { value: '', label: t('imports.leftOut') },
    ...contactColumns.map((value) => ({ value, label: t(`imports.column.${value}`) })),
  ];
  function aboutOf({ field, isKept }: { field: ContactColumn | null; isKept: boolean }, now: ContactColumn | '' = '') {
    if (now === 'STAGE') return t('imports.stageTag');
    return field && field === now && !isKept ? t('imports.noPlace') : undefined;
  }
  if (columns.length === 0) return null;
  return (
    <Stack gap="xs">
      <Title order={3}>{t('imports.columns')}</Title>
      <table className={classes.columns}>
        <thead>
          <tr>
            <th scope="col">{t('imports.columnName')}</th>
            <th scope="col">{t('imports.samples')}</th>
            <th scope="col">{t('imports.means')}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ name, samples, field, isKept }, at) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>
                <Text size="sm" c="var(--quiet)">
                  {[...new Set(samples)].join(' · ')}
                </Text>
              </td>
              <td>
                <NativeSelect
                  aria-label={t('imports.meansOf', { name })}
                  data={choices}
                  value={meanings[at] ?? ''}
                  disabled={isReadOnly}
                  description={aboutOf({ field, isKept }, meanings[at])}
                  onChange={({ currentTarget }) =>
                    onChange(columns.map((_, each) => meaningAt(each === at ? currentTarget.value : meanings[each])))
                  }
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Stack>
  );
}

function meaningAt(value: string | undefined): ContactColumn | '' {
  return contactColumns.find((each) => each === value) ?? '';
}
