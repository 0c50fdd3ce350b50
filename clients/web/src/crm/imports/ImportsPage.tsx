import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, Outlet } from 'react-router';
import { LivePages } from '../../graph/LivePages.tsx';
import { useLivePages } from '../../graph/use-live-pages.ts';
import { Empty } from '../../look/Empty.tsx';
import { Icon } from '../../look/Icon.tsx';
import classes from '../../look/List.module.css';
import { Moment } from '../../look/Moment.tsx';
import { StateMark } from '../../look/StateMark.tsx';
import { useTenant } from '../../session/viewer.tsx';
import own from './Imports.module.css';
import { importState } from './import-state.ts';
import { type Import, ImportsDocument } from './imports.ts';
import { useMayImport } from './use-may-import.ts';
import { useReasonWords } from './use-reason-words.ts';
import { useTallyText } from './use-tally-text.ts';

/** The imports of contacts, newest first. */
export function Component() {
  const { t } = useTranslation();
  const mayImport = useMayImport();
  const imports = useLivePages({
    ask: (after) => ({ query: ImportsDocument, variables: { after } }),
    read: ({ viewer }) => viewer?.tenant?.imports,
  });
  const begin = mayImport && (
    <Button component={Link} to="/crm/imports/new" leftSection={<Icon name="plus" size={18} />}>
      {t('imports.new')}
    </Button>
  );
  const isEmpty = imports.first !== undefined && imports.nodes.length === 0;
  return (
    <div className={classes.beside}>
      <div className={classes.lists}>
        {!isEmpty && <div className={own.begin}>{begin}</div>}
        <LivePages
          pages={imports}
          label={t('crm.tab.imports')}
          empty={
            <Empty icon="swap" title={t('imports.emptyTitle')} text={t('imports.emptyText')}>
              {begin}
            </Empty>
          }
          row={(each) => <ImportLine of={each} />}
        />
      </div>
      <Outlet />
    </div>
  );
}

function ImportLine({ of }: { of: Import }) {
  const { t } = useTranslation();
  const { timeZone } = useTenant();
  const tally = useTallyText();
  const reasonWords = useReasonWords();
  const { state, word } = importState(of);
  return (
    <li className={classes.row}>
      <Link to={`/crm/imports/${of.id}`} className={classes.name}>
        {of.fileName}
      </Link>
      <span className={classes.quiet}>{of.failure ? reasonWords(of.failure) : tally(of)}</span>
      <StateMark state={state} word={t(`imports.status.${word}`)} />
      <span className={`${classes.quiet} ${classes.figure}`}>
        <Moment at={of.createdAt} timeZone={timeZone} />
      </span>
    </li>
  );
}
