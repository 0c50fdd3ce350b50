import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { graphql } from '../generated/gql.ts';
import { useLiveQuery } from '../graph/use-live-query.ts';
import { actionText } from '../log/action-text.ts';
import list from '../look/List.module.css';
import { Moment } from '../look/Moment.tsx';
import { Trouble } from '../look/Trouble.tsx';
import { Waiting } from '../look/Waiting.tsx';
import { useTenant } from '../session/viewer.tsx';

const RecentDocument = graphql(`
  query Recent {
    viewer {
      id
      tenant {
        id
        auditEntries(filter: {}, first: 8) {
          edges {
            cursor
            node {
              ...LogRow
            }
          }
        }
      }
    }
  }
`);

/** What was done last, and by whom. */
export function Recent() {
  const { t } = useTranslation();
  const { timeZone } = useTenant();
  const { data, problem, askAgain } = useLiveQuery({ query: RecentDocument, requestPolicy: 'cache-and-network' });
  const entries = data?.viewer?.tenant?.auditEntries.edges.map(({ node }) => node);
  if (!entries) return problem ? <Trouble problem={problem} onRetry={askAgain} /> : <Waiting />;
  return (
    <ul className={list.list} aria-label={t('home.recent')}>
      {entries.map(({ id, at, actor, action, kind }) => (
        <li key={id} className={list.row}>
          <Link to={`/log?entry=${id}`} className={list.name}>
            {actionText(action) ?? t(`audit.${kind}`)}
          </Link>
          <span className={list.quiet}>{actor.name ?? actor.kind}</span>
          <span />
          <span className={`${list.quiet} ${list.figure}`}>
            <Moment at={at} timeZone={timeZone} />
          </span>
        </li>
      ))}
    </ul>
  );
}
