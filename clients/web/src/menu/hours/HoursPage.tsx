import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useLiveQuery } from '../../graph/use-live-query.ts';
import list from '../../look/List.module.css';
import { ListPage } from '../../look/ListPage.tsx';
import { useMay, useTenant } from '../../session/viewer.tsx';
import { textIn } from '../../words/text-in.ts';
import { dayName, type Hours, HoursDocument } from './hours.ts';

/** What the pages beside the list are given. */
export interface HoursOutlet {
  hours: Hours[];
}

/** The hours in which parts of the menu are sold, and one of them beside the list. */
export function Component() {
  const { t, i18n } = useTranslation();
  const { languages } = useTenant();
  const { dayPartId } = useParams();
  const mayWrite = useMay('menu:write');
  const { data, problem, askAgain } = useLiveQuery({ query: HoursDocument });
  const hours = data?.viewer?.tenant?.dayParts;
  return (
    <ListPage
      title={t('hours.title')}
      rows={hours}
      problem={problem}
      askAgain={askAgain}
      back={{ to: '/menu', word: t('area.menu') }}
      create={mayWrite && { to: '/menu/hours/new', word: t('hours.new') }}
      empty={{ icon: 'menu', title: t('hours.emptyTitle'), text: t('hours.emptyText') }}
      beside={{ hours: hours ?? [] } satisfies HoursOutlet}
    >
      {({ id, names, days, from, to }) => (
        <li key={id} className={list.row} data-open={id === dayPartId || undefined}>
          <Link to={`/menu/hours/${id}`} className={list.name}>
            {textIn(names, [i18n.language, ...languages])}
          </Link>
          <span>
            {days.length === 7
              ? t('hours.everyDay')
              : days.map((day) => dayName(day, i18n.language, 'short')).join(', ')}
          </span>
          <span>{`${from}–${to}`}</span>
        </li>
      )}
    </ListPage>
  );
}
