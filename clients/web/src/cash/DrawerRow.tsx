import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import list from '../look/List.module.css';
import { Moment } from '../look/Moment.tsx';
import { StateMark } from '../look/StateMark.tsx';
import { useTenant } from '../session/viewer.tsx';
import type { Drawer } from './cash.ts';
import { useMoney } from './use-money.ts';

export function DrawerRow({ drawer, isOpen }: { drawer: Drawer; isOpen: boolean }) {
  const { t } = useTranslation();
  const { timeZone } = useTenant();
  const { search } = useLocation();
  const money = useMoney();
  const { id, name, archivedAt, openSession } = drawer;
  const word = archivedAt ? 'archived' : 'closed';
  return (
    <li className={list.row} data-open={isOpen || undefined}>
      <Link to={{ pathname: `/cash/drawers/${id}`, search }} className={list.name}>
        {name}
      </Link>
      <span className={list.quiet}>{openSession && t('cash.openedWith', { amount: money(openSession.float) })}</span>
      <StateMark state={openSession ? 'ok' : 'off'} word={t(`cash.${openSession ? 'open' : word}`)} />
      <span className={`${list.quiet} ${list.figure}`}>
        {openSession && <Moment at={openSession.openedAt} timeZone={timeZone} />}
      </span>
    </li>
  );
}
