import { Button, Group as Row } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useParams } from 'react-router';
import { useLiveQuery } from '../../graph/use-live-query.ts';
import { Empty } from '../../look/Empty.tsx';
import { Icon } from '../../look/Icon.tsx';
import list from '../../look/List.module.css';
import { PageHead } from '../../look/PageHead.tsx';
import { Trouble } from '../../look/Trouble.tsx';
import { Waiting } from '../../look/Waiting.tsx';
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
    <>
      <PageHead title={t('hours.title')}>
        <Row gap="sm">
          <Button component={Link} to="/menu" variant="default">
            {t('area.menu')}
          </Button>
          {mayWrite && (
            <Button component={Link} to="/menu/hours/new" leftSection={<Icon name="plus" size={18} />}>
              {t('hours.new')}
            </Button>
          )}
        </Row>
      </PageHead>
      <div className={list.beside}>
        <div className={list.lists}>
          {problem && <Trouble problem={problem} onRetry={askAgain} />}
          {!hours && !problem && <Waiting shape={['list']} />}
          {hours?.length === 0 && <Empty icon="menu" title={t('hours.emptyTitle')} text={t('hours.emptyText')} />}
          {hours && hours.length > 0 && (
            <ul className={list.list} aria-label={t('hours.title')}>
              {hours.map(({ id, names, days, from, to }) => (
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
              ))}
            </ul>
          )}
        </div>
        {hours && <Outlet context={{ hours } satisfies HoursOutlet} />}
      </div>
    </>
  );
}
