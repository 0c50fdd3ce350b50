import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useParams } from 'react-router';
import { useLiveQuery } from '../graph/use-live-query.ts';
import { Empty } from '../look/Empty.tsx';
import { Icon } from '../look/Icon.tsx';
import classes from '../look/List.module.css';
import { Moment } from '../look/Moment.tsx';
import { PageHead } from '../look/PageHead.tsx';
import { Trouble } from '../look/Trouble.tsx';
import { Waiting } from '../look/Waiting.tsx';
import { useMay, useTenant } from '../session/viewer.tsx';
import { AccessDocument, type AccessOutlet, type ApiClient } from './access.ts';
import { ClientState } from './ClientState.tsx';

export function Component() {
  const { t } = useTranslation();
  const mayWrite = useMay('access:write');
  const [after, setAfter] = useState<string | null>();
  const { data, problem, isAsking, askAgain } = useLiveQuery({ query: AccessDocument, variables: { after } });
  const page = data?.viewer?.tenant?.apiClients;
  const clients = page?.edges.map(({ node }) => node) ?? [];

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
          {problem && <Trouble problem={problem} onRetry={askAgain} />}
          {!page && !problem && <Waiting />}
          {page && clients.length === 0 && (
            <Empty icon="key" title={t('access.emptyTitle')} text={t('access.emptyText')} />
          )}
          {clients.length > 0 && <ClientList clients={clients} />}
          {page?.pageInfo.hasNextPage && (
            <Button variant="default" loading={isAsking} onClick={() => setAfter(page.pageInfo.endCursor)}>
              {t('action.more')}
            </Button>
          )}
        </div>
        {page && <Outlet context={{ clients } satisfies AccessOutlet} />}
      </div>
    </>
  );
}

function ClientList({ clients }: { clients: ApiClient[] }) {
  const { t } = useTranslation();
  const { clientId } = useParams();
  const { timeZone } = useTenant();
  return (
    <ul className={classes.list} aria-label={t('area.access')}>
      {clients.map((client) => {
        const { id, name, scopes, keys } = client;
        const [lastUsed] = keys
          .flatMap(({ lastUsedAt }) => lastUsedAt ?? [])
          .toSorted()
          .reverse();
        return (
          <li key={id} className={classes.row} data-open={id === clientId || undefined}>
            <Link to={`/access/${id}`} className={classes.name}>
              {name}
            </Link>
            <span className={classes.quiet}>{scopes.join(', ')}</span>
            <ClientState client={client} />
            <span className={`${classes.quiet} ${classes.figure}`}>
              {lastUsed ? <Moment at={lastUsed} timeZone={timeZone} /> : t('access.neverUsed')}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
