import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { durationText } from '../look/duration.ts';
import { Icon } from '../look/Icon.tsx';
import { useTicking } from '../look/use-ticking.ts';
import { formatMoney, localeOf } from '../money/money.ts';
import { useTenant } from '../session/viewer.tsx';
import classes from './Floor.module.css';
import type { FloorTable } from './floor.ts';
import { looks } from './looks.ts';

/** What goes on at a table: an icon, a word, for how long, what it comes to, and who serves it. */
export function TableFace({ table, server }: { table: FloorTable; server: string | undefined }) {
  const { t } = useTranslation();
  const { languages } = useTenant();
  const { name, state, seats, guests, total } = table;
  const { icon } = looks[state];
  return (
    <>
      <span className={classes.name}>
        <VisuallyHidden>{t('floor.tableWord')}</VisuallyHidden> {name} <Icon name={icon} size={16} />
      </span>
      <span className={classes.word}>{t(`tableState.${state}`)}</span>
      <span className={classes.facts}>
        {guests ? t('floor.guestsOf', { guests, seats }) : t('floor.seats', { count: seats })}
        <Since table={table} />
      </span>
      {total && total.amount > 0 && (
        <span className={classes.facts}>{formatMoney(total, localeOf({ languages, currency: total.currency }))}</span>
      )}
      {server && <span className={classes.facts}>{server}</span>}
    </>
  );
}

/** For how long it has been so, in minutes. */
export function Since({ table }: { table: Pick<FloorTable, 'state' | 'seatedAt' | 'dirtyAt'> }) {
  const { i18n } = useTranslation();
  const since = table.state === 'DIRTY' ? table.dirtyAt : table.seatedAt;
  const text = useTicking(10_000, (now) => {
    if (!since) return '';
    const minutes = Math.max(1, Math.floor((now - new Date(since).getTime()) / 60_000));
    return durationText(minutes * 60_000, i18n.language);
  });
  return text ? <time dateTime={since ?? undefined}>{text}</time> : null;
}
