import { Button, Group, SegmentedControl, Text, TextInput } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useLocation, useParams } from 'react-router';
import { useLiveQuery } from '../graph/use-live-query.ts';
import { Empty } from '../look/Empty.tsx';
import { Icon } from '../look/Icon.tsx';
import { PageHead } from '../look/PageHead.tsx';
import { Trouble } from '../look/Trouble.tsx';
import { Waiting } from '../look/Waiting.tsx';
import { useMay } from '../session/viewer.tsx';
import { ChosenBar } from './ChosenBar.tsx';
import { DragMenu } from './DragMenu.tsx';
import classes from './MenuPage.module.css';
import { type Menu, MenuDocument, type MenuSection } from './menu.ts';
import { Sections } from './Sections.tsx';
import { matches, showOf } from './search.ts';
import { useChosen } from './use-chosen.ts';
import { useFilter } from './use-filter.ts';
import { useItemActions } from './use-item-actions.ts';
import { useRowKeys } from './use-row-keys.ts';

/** What the pages beside the list are given. */
export interface MenuOutlet {
  menus: Menu[];
  sections: MenuSection[];
}

export function Component() {
  const { t } = useTranslation();
  const { itemId } = useParams();
  const { search } = useLocation();
  const mayWrite = useMay('menu:write');
  const mayChoose = useMay('menu:availability');
  const { filter, setSearch, setShow, clear } = useFilter();
  const actions = useItemActions();
  const { data, problem, askAgain } = useLiveQuery({ query: MenuDocument });
  const list = useRef<HTMLDivElement>(null);
  const searchField = useRef<HTMLInputElement>(null);
  useRowKeys(list, searchField);
  const chosen = useChosen(list);

  const menus = data?.viewer?.tenant?.menus;
  const sections = menus?.flatMap((menu) => menu.sections);
  const items = sections?.flatMap((section) => section.items) ?? [];
  const soldOut = items.filter(({ available }) => !available).length;
  const isNothingFound = sections && items.length > 0 && !items.some((item) => matches(item, filter));

  return (
    <>
      <PageHead title={t('area.menu')}>
        {mayWrite && (
          <Group gap="sm">
            <Button component={Link} to="/menu/choices" variant="default">
              {t('choice.title')}
            </Button>
            <Button component={Link} to="/menu/hours" variant="default">
              {t('hours.title')}
            </Button>
            {menus && menus.length > 0 && (
              <Button component={Link} to={{ pathname: '/menu/sections/new', search }} variant="default">
                {t('section.new')}
              </Button>
            )}
            <Button
              component={Link}
              to={{ pathname: '/menu/new', search }}
              leftSection={<Icon name="plus" size={18} />}
            >
              {t('menu.newItem')}
            </Button>
          </Group>
        )}
      </PageHead>
      <Group mb="md" gap="sm">
        <TextInput
          ref={searchField}
          type="search"
          className={classes.search}
          aria-label={t('menu.search')}
          placeholder={t('menu.search')}
          leftSection={<Icon name="search" size={18} />}
          value={filter.search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Escape' && setSearch('')}
        />
        <SegmentedControl
          role="radiogroup"
          aria-label={t('menu.show')}
          value={filter.show}
          onChange={(value) => setShow(showOf(value))}
          data={[
            { value: 'all', label: t('menu.all') },
            { value: 'available', label: t('menu.availableItems') },
            { value: 'sold-out', label: `${t('menu.soldOutItems')} ${soldOut}` },
          ]}
        />
        {mayChoose && (
          <Button
            variant="default"
            aria-pressed={chosen.ids !== undefined}
            onClick={chosen.ids ? chosen.end : chosen.begin}
          >
            {t('menu.select')}
          </Button>
        )}
        <Text size="xs" c="var(--quiet)" visibleFrom="lg">
          {t('menu.keys')}
        </Text>
      </Group>
      <div className={classes.beside}>
        <div ref={list} className={classes.list}>
          {problem && <Trouble problem={problem} onRetry={askAgain} />}
          {!sections && !problem && <Waiting shape={['menu']} />}
          {chosen.ids && sections && (
            <ChosenBar
              items={items.filter(({ id }) => chosen.ids?.has(id))}
              sections={sections}
              actions={actions}
              onEnd={chosen.end}
            />
          )}
          {sections && (
            <Sections
              sections={sections}
              filter={filter}
              taxes={data?.viewer?.tenant?.taxRules ?? []}
              openItemId={itemId}
              chosen={chosen.ids}
              onChoose={chosen.choose}
              actions={actions}
            />
          )}
          {mayWrite && <DragMenu list={list} items={items} chosen={chosen.ids} actions={actions} />}
          {sections?.length === 0 && <Empty icon="menu" title={t('menu.emptyTitle')} text={t('menu.emptyText')} />}
          {isNothingFound && (
            <Empty icon="search" title={t('menu.nothingFound')} text={t('menu.nothingFoundText')}>
              <Button variant="default" onClick={clear}>
                {t('menu.showAll')}
              </Button>
            </Empty>
          )}
        </div>
        {menus && sections && <Outlet context={{ menus, sections } satisfies MenuOutlet} />}
      </div>
    </>
  );
}
