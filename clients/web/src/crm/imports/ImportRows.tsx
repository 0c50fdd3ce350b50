import { SegmentedControl, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { numberFormat } from '../../words/formats.ts';
import { FindingList } from './FindingList.tsx';
import type { Import } from './imports.ts';
import { PlanRows } from './PlanRows.tsx';
import { RefusedRows } from './RefusedRows.tsx';
import { type Shown, shownOf } from './shown-rows.ts';

/** The rows of an import by what becomes of them, one kind at a time, by the address. */
export function ImportRows({ of }: { of: Import }) {
  const { t, i18n } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const figure = numberFormat(i18n.language);
  const choices = shownOf(of);
  const first = choices[0];
  if (!first) return null;
  const wanted = search.get('rows');
  const { shown } = choices.find((each) => each.shown === wanted) ?? first;
  return (
    <Stack gap="sm">
      <SegmentedControl
        role="radiogroup"
        aria-label={t('imports.rows')}
        style={{ alignSelf: 'flex-start' }}
        value={shown}
        onChange={(rows) => setSearch({ rows }, { replace: true })}
        data={choices.map((each) => ({
          value: each.shown,
          label: `${t(`imports.tally.${each.shown}`)} ${figure.format(each.count)}`,
        }))}
      />
      {shown === 'refused' && <RefusedRows of={of} />}
      <Rows of={of} shown={shown} />
    </Stack>
  );
}

function Rows({ of: { id }, shown }: { of: Import; shown: Shown }) {
  const { t } = useTranslation();
  const label = t(`imports.tally.${shown}`);
  if (shown === 'refused' || shown === 'warnings')
    return <FindingList key={shown} id={id} isWarning={shown === 'warnings'} label={label} />;
  return <PlanRows key={shown} id={id} shown={shown} label={label} />;
}
