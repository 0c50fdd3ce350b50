import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useParams } from 'react-router';
import { LivePages } from '../graph/LivePages.tsx';
import { useLivePages } from '../graph/use-live-pages.ts';
import { Empty } from '../look/Empty.tsx';
import { Icon } from '../look/Icon.tsx';
import classes from '../look/List.module.css';
import { Moment } from '../look/Moment.tsx';
import { PageHead } from '../look/PageHead.tsx';
import { useMay, useTenant } from '../session/viewer.tsx';
import { AccessDocument, type ApiClient } from './access.ts';
import { ClientState } from './ClientState.tsx';
import { useScopeWords } from './use-scope-words.ts';

export function Component() {
  const { t } = useTranslation();
  const mayWrite = useMay('access:write');
  const clients = useLivePages({
    ask: (after) => ({ query: AccessDocument, variables: { after } }),
    read: ({ viewer }) => viewer?.tenant?.apiClients,
  });

  return (
    <>
      <PageHead title={t('area.access')}>
        <Group gap="sm">
          <Button component={Link} to="/access/usage" variant="default">
            {t('usage.title')}
          </Button>
          {mayWrite && (
            <Button component={Link} to="/access/new" leftSection={<Icon name="plus" size={18} />}>
              {t('access.new')}
            </Button>
          )}
        </Group>
      </PageHead>
      <div className={classes.beside}>
        <div className={classes.lists}>
          <LivePages
            pages={clients}
            label={t('area.access')}
            empty={<Empty icon="key" title={t('access.emptyTitle')} text={t('access.emptyText')} />}
            row={(client) => <ClientRow client={client} />}
          />
        </div>
        <Outlet />
      </div>
    </>
  );
}

function ClientRow({ client }: { client: ApiClient }) {
  const { t } = useTranslation();
  const { clientId } = useParams();
  const { timeZone } = useTenant();
  const { nameOf } = useScopeWords();
  const { id, name, scopes, keys } = client;
  const [lastUsed] = keys
    .flatMap(({ lastUsedAt }) => lastUsedAt ?? [])
    .toSorted()
    .reverse();
  return (
    <li className={classes.row} data-open={id === clientId || undefined}>
      <Link to={`/access/${id}`} className={classes.name}>
        {name}
      </Link>
      <span className={classes.quiet}>{scopes.map(nameOf).join(' · ')}</span>
      <ClientState client={client} />
      <span className={`${classes.quiet} ${classes.figure}`}>
        {lastUsed ? <Moment at={lastUsed} timeZone={timeZone} /> : t('access.neverUsed')}
      </span>
    </li>
  );
}
