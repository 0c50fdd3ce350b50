import { Anchor, Button, Group, SegmentedControl, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { graphql } from '../generated/gql.ts';
import { useLivePages } from '../graph/use-live-pages.ts';
import { Empty } from '../look/Empty.tsx';
import { Icon } from '../look/Icon.tsx';
import classes from '../look/List.module.css';
import { PageHead } from '../look/PageHead.tsx';
import { Trouble } from '../look/Trouble.tsx';
import { Waiting } from '../look/Waiting.tsx';
import { dateFormat, numberFormat } from '../words/formats.ts';
import { usesOf } from './uses.ts';

/** As many clients as a page of the graph has, with what the list of clients shows: both share a cache. */
const UsageDocument = graphql(`
  query FieldUsage($days: Int!, $field: String, $after: String) {
    viewer {
      id
      tenant {
        id
        apiClients(first: 200, after: $after) {
          edges {
            cursor
            node {
              ...ApiClientRow
              usage(days: $days, field: $field) {
                fields {
                  coordinate
                  count
                  lastDay
                }
              }
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
`);

const spans = ['7', '30', '90'];
/** More rows than anybody reads; who looks for something narrows them. */
const MOST_ROWS = 200;

/** Which client uses which field, how often, and when last: what has to be known before a field is taken away. */
export function Component() {
  const { t, i18n } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const given = search.get('field') ?? '';
  const [field] = useDebouncedValue(given, 250);
  const days = spans.find((span) => span === search.get('days')) ?? '30';
  const { first, nodes, problem, problemBehind, isAsking, isAskingMore, hasMore, more, askAgain } = useLivePages({
    ask: (after) => ({ query: UsageDocument, variables: { days: Number(days), field: field.trim(), after } }),
    read: ({ viewer }) => viewer?.tenant?.apiClients,
  });
  const trouble = problem ?? problemBehind;
  const uses = usesOf(nodes);
  const count = numberFormat(i18n.language);
  const day = dateFormat(i18n.language, { dateStyle: 'medium', timeZone: 'UTC' });

  function set(name: string, value: string) {
    setSearch(
      (before) => {
        if (value) before.set(name, value);
        else before.delete(name);
        return before;
      },
      { replace: true },
    );
  }

  return (
    <>
      <Anchor component={Link} to="/access" size="sm">
        {t('area.access')}
      </Anchor>
      <PageHead title={t('usage.title')} />
      <Group gap="md" mb="md" align="end">
        <TextInput
          label={t('usage.field')}
          placeholder="MenuItem.price"
          leftSection={<Icon name="search" size={18} />}
          value={given}
          maxLength={200}
          onChange={(event) => set('field', event.currentTarget.value)}
        />
        <SegmentedControl
          role="radiogroup"
          aria-label={t('span.name')}
          value={days}
          data={spans.map((span) => ({ value: span, label: t('span.days', { count: Number(span) }) }))}
          onChange={(value) => set('days', value)}
        />
      </Group>
      {trouble && <Trouble problem={trouble} onRetry={askAgain} />}
      {!first && !problem && <Waiting />}
      {first && uses.length === 0 && (
        <Empty
          icon="pulse"
          title={t(field ? 'usage.nobody' : 'usage.emptyTitle')}
          text={t(field ? 'usage.nobodyText' : 'usage.emptyText')}
        />
      )}
      {uses.length > 0 && (
        <ul className={classes.list} aria-label={t('usage.title')} aria-busy={isAsking}>
          {uses.slice(0, MOST_ROWS).map((use) => (
            <li key={`${use.coordinate} ${use.clientId}`} className={classes.row}>
              <Link to={`/access/${use.clientId}`} className={classes.name}>
                {use.coordinate}
              </Link>
              <span className={classes.quiet}>{use.client}</span>
              <span className={classes.figure}>
                {t('usage.times', { count: use.count, times: count.format(use.count) })}
              </span>
              <span className={`${classes.quiet} ${classes.figure}`}>{day.format(new Date(use.lastDay))}</span>
            </li>
          ))}
        </ul>
      )}
      {uses.length > MOST_ROWS && (
        <Text size="sm" c="var(--quiet)" mt="sm">
          {t('usage.narrow', { count: uses.length - MOST_ROWS })}
        </Text>
      )}
      {hasMore && (
        <Button variant="default" mt="sm" loading={isAskingMore} onClick={more}>
          {t('action.more')}
        </Button>
      )}
    </>
  );
}
