import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useLiveQuery } from '../../graph/use-live-query.ts';
import list from '../../look/List.module.css';
import { ListPage } from '../../look/ListPage.tsx';
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
  const nameOf = ({ names }: Pick<Group, 'names'>) => textIn(names, [i18n.language, ...languages]);
  return (
    <ListPage
      title={t('choice.title')}
      rows={groups}
      problem={problem}
      askAgain={askAgain}
      back={{ to: '/menu', word: t('area.menu') }}
      create={mayWrite && { to: '/menu/choices/new', word: t('choice.new') }}
      empty={{ icon: 'menu', title: t('choice.emptyTitle'), text: t('choice.emptyText') }}
      beside={{ groups: groups ?? [] } satisfies ChoicesOutlet}
    >
      {({ id, names, min, max, options }) => (
        <li key={id} className={list.row} data-open={id === groupId || undefined}>
          <Link to={`/menu/choices/${id}`} className={list.name}>
            {nameOf({ names })}
          </Link>
          <span>{options.map(nameOf).join(', ')}</span>
          <span>{t(min > 0 ? 'choice.isRequired' : 'choice.isOptional')}</span>
          <span>{max === null ? t('choice.anyNumber') : t('choice.upTo', { count: max })}</span>
        </li>
      )}
    </ListPage>
  );
}
