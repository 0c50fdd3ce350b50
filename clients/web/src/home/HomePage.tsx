import { Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFeed } from '../graph/use-feed.ts';
import { useLiveQuery } from '../graph/use-live-query.ts';
import { PageHead } from '../look/PageHead.tsx';
import { Trouble } from '../look/Trouble.tsx';
import { Waiting } from '../look/Waiting.tsx';
import { ScreensDocument } from '../screens/screens.ts';
import { useMay, useTenant } from '../session/viewer.tsx';
import type { First } from '../shell/area.ts';
import { textIn } from '../words/text-in.ts';
import { Concerns } from './Concerns.tsx';
import { CrmTile } from './CrmTile.tsx';
import { HealthFeedDocument, OverviewDocument } from './health.ts';
import { ProductTiles } from './ProductTiles.tsx';
import { askForRecent, Recent } from './Recent.tsx';
import classes from './Tile.module.css';
import { Tile } from './Tile.tsx';

const overview = { query: OverviewDocument, variables: {} };

export const first: First = (asker) => {
  if (asker.may('display:read')) asker.ask(overview);
  if (asker.may('audit:read')) askForRecent(asker);
};

/** What needs somebody now, what was done last, and everything that the tenant relies on, as far as the role may see it. */
export function Component() {
  const { t } = useTranslation();
  const seesHealth = useMay('display:read');
  const seesLog = useMay('audit:read');
  return (
    <>
      <PageHead title={t('area.home')} />
      <Stack gap="lg">
        <Part title={t('home.concerns')}>
          <Concerns />
        </Part>
        {seesLog && (
          <Part title={t('home.recent')}>
            <Recent />
          </Part>
        )}
        {seesHealth && (
          <Part title={t('home.health')}>
            <HealthTiles />
          </Part>
        )}
      </Stack>
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <Title order={2} mb="sm">
        {title}
      </Title>
      {children}
    </section>
  );
}

/** Everything that the tenant relies on, over all products; what changes shows at once. */
function HealthTiles() {
  const { t, i18n } = useTranslation();
  const { id: tenantId } = useTenant();
  const seesEvents = useMay('events:read');
  const seesCrm = useMay('crm:read');
  const { data, problem, askAgain } = useLiveQuery(overview);
  // Which ones are dark; the concerns of the screens ask the same.
  const screens = useLiveQuery({ query: ScreensDocument, variables: { after: null } });
  useFeed(HealthFeedDocument, tenantId);

  const tenant = data?.viewer?.tenant;
  const health = tenant?.health;
  const displays = screens.data?.viewer?.tenant?.displays.edges.map(({ node }) => node) ?? [];
  const offline = displays.filter(({ status }) => status === 'OFFLINE');
  const soldOut = health?.soldOut?.edges.map(({ node }) => node) ?? [];
  const others = (health?.soldOut?.totalCount ?? 0) - soldOut.length;

  return (
    <>
      {!tenant && problem && <Trouble problem={problem} onRetry={askAgain} />}
      {!tenant && !problem && <Waiting shape={['tiles']} />}
      {tenant && (
        <div className={classes.tiles}>
          <Tile title={t('area.screens')} part={health?.displays} onRetry={askAgain}>
            <ul className={classes.list}>
              {offline.map(({ id, name }) => (
                <li key={id}>
                  <Link to={`/screens/${id}`}>{name}</Link>
                </li>
              ))}
            </ul>
          </Tile>
          <Tile title={t('area.menu')} part={health?.menu} onRetry={askAgain}>
            <ul className={classes.list}>
              {soldOut.map(({ id, names }) => (
                <li key={id}>
                  <Link to={`/menu/${id}`}>{textIn(names, [i18n.language])}</Link>{' '}
                  <span className={classes.quiet}>{t('state.soldOut')}</span>
                </li>
              ))}
              {others > 0 && <li className={classes.quiet}>{t('others', { count: others })}</li>}
            </ul>
          </Tile>
          <ProductTiles health={health} onRetry={askAgain} />
          {seesEvents && (
            <Tile title={t('area.events')} part={health?.eventChannels} onRetry={askAgain}>
              <Link to="/events/matrix">{t('health.matrix')}</Link>
            </Tile>
          )}
          {seesCrm && <CrmTile />}
          <Tile title={t('health.menuChanges')} part={health?.menuChanges} onRetry={askAgain} />
          <Tile title={t('health.screenChanges')} part={health?.screenChanges} onRetry={askAgain} />
        </div>
      )}
    </>
  );
}
