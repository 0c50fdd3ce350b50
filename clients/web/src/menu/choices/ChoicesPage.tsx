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
import { ChoicesDocument, type Group } from './choices.ts';

/** What the pages beside the list are given. */
export interface ChoicesOutlet {
  groups: Group[];
}

/** What guests choose with items: every group, and one of them beside the list. */
export function Component() {
  const { t, i18n } = useTranslation();
  const { languages } = useTenant();
  const { groupId } = useParams();
  const mayWrite = useMay('menu:write');
  const { data, problem, askAgain } = useLiveQuery({ query: ChoicesDocument });
  const groups = data?.viewer?.tenant?.modifierGroups;
  return (
    <>
      <PageHead title={t('choice.title')}>
        <Row gap="sm">
          <Button component={Link} to="/menu" variant="default">
            {t('area.menu')}
          </Button>
          {mayWrite && (
            <Button component={Link} to="/menu/choices/new" leftSection={<Icon name="plus" size={18} />}>
              {t('choice.new')}
            </Button>
          )}
        </Row>
      </PageHead>
      <div className={list.beside}>
        <div className={list.lists}>
          {problem && <Trouble problem={problem} onRetry={askAgain} />}
          {!groups && !problem && <Waiting shape={['list']} />}
          {groups?.length === 0 && <Empty icon="menu" title={t('choice.emptyTitle')} text={t('choice.emptyText')} />}
          {groups && groups.length > 0 && (
            <ul className={list.list} aria-label={t('choice.title')}>
              {groups.map(({ id, names, min, max, options }) => (
                <li key={id} className={list.row} data-open={id === groupId || undefined}>
                  <Link to={`/menu/choices/${id}`} className={list.name}>
                    {textIn(names, [i18n.language, ...languages])}
                  </Link>
                  <span>{options.map((option) => textIn(option.names, [i18n.language, ...languages])).join(', ')}</span>
                  <span>{t(min > 0 ? 'choice.isRequired' : 'choice.isOptional')}</span>
                  <span>{max === null ? t('choice.anyNumber') : t('choice.upTo', { count: max })}</span>
                </li>
              ))}
            </ul>
          )}
        </div>
        {groups && <Outlet context={{ groups } satisfies ChoicesOutlet} />}
      </div>
    </>
  );
}
