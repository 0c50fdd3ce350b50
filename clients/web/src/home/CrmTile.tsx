import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { graphql } from '../generated/gql.ts';
import { useLiveQuery } from '../graph/use-live-query.ts';
import { useViewer } from '../session/viewer.tsx';
import classes from './Tile.module.css';
import { Tile } from './Tile.tsx';

const MyDayDocument = graphql(`
  query MyDay($me: ID!) {
    viewer {
      id
      tenant {
        id
        health {
          tenantId
          crm {
            ...HealthTile
          }
        }
        overdue: activities(first: 3, filter: { assignee: $me, due: OVERDUE }) {
          ...MyActivities
        }
        today: activities(first: 3, filter: { assignee: $me, due: TODAY }) {
          ...MyActivities
        }
      }
    }
  }

  fragment MyActivities on ActivityPage {
    totalCount
    edges {
      cursor
      node {
        id
        title
      }
    }
  }
`);

/** What of the CRM is to be done: by everybody as one figure, and by oneself today, line by line. */
export function CrmTile() {
  const { t } = useTranslation();
  const { viewer } = useViewer();
  const { data, problem, askAgain } = useLiveQuery({ query: MyDayDocument, variables: { me: viewer.user?.id ?? '' } });
  const tenant = data?.viewer?.tenant;
  if (!tenant && !problem) return null;
  const parts = [
    { due: 'overdue', page: tenant?.overdue },
    { due: 'today', page: tenant?.today },
  ] as const;
  return (
    <Tile title={t('area.crm')} part={tenant?.health?.crm} onRetry={askAgain}>
      <ul className={classes.list}>
        {parts.flatMap(({ due, page }) =>
          (page?.edges ?? []).map(({ node: { id, title } }) => (
            <li key={id} className={classes.line}>
              <Link to={`/crm/activities/${id}`}>{title}</Link>{' '}
              <span className={classes.quiet}>{t(`home.${due}`)}</span>
            </li>
          )),
        )}
        {parts.map(
          ({ due, page }) =>
            page &&
            page.totalCount > page.edges.length && (
              <li key={due}>
                <Link to="/crm/activities">
                  {t(`home.more.${due}`, { count: page.totalCount - page.edges.length })}
                </Link>
              </li>
            ),
        )}
      </ul>
      <Link to="/crm/activities">{t('home.myDay')}</Link>
    </Tile>
  );
}
