import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { graphql } from '../../generated/gql.ts';
import { useLiveQuery } from '../../graph/use-live-query.ts';
import { useActorName } from '../../people/use-actor-name.ts';

const WorkloadsDocument = graphql(`
  query Workloads {
    viewer {
      id
      tenant {
        id
        crmOverview {
          open
          overdue
          byAssignee {
            assigneeId
            open
            overdue
          }
        }
      }
    }
  }
`);

/** How much there is to do, and by whom; each person leads to what they have to do. */
export function Workloads({ chosen }: { chosen: string }) {
  const { t } = useTranslation();
  const { data } = useLiveQuery({ query: WorkloadsDocument, variables: {} });
  const nameOf = useActorName();
  const [search] = useSearchParams();
  const withWho = (id: string): string => {
    const after = new URLSearchParams(search);
    if (id) after.set('who', id);
    else after.delete('who');
    return after.toString();
  };
  const overview = data?.viewer?.tenant?.crmOverview;
  if (!overview || overview.open === 0) return null;
  const counted = (open: number, overdue: number): string =>
    [t('activities.open', { count: open }), ...(overdue > 0 ? [t('activities.overdue', { count: overdue })] : [])].join(
      ' · ',
    );
  return (
    <section aria-label={t('activities.workloads')}>
      <Text size="sm" c="var(--quiet)" mb="xs">
        {counted(overview.open, overview.overdue)}
      </Text>
      <Group gap="xs" mb="md">
        {overview.byAssignee.map(({ assigneeId, open, overdue }) => {
          const isChosen = assigneeId !== null && assigneeId === chosen;
          const label = `${assigneeId ? nameOf({ kind: 'user', id: assigneeId }) : t('activities.nobody')}: ${counted(open, overdue)}`;
          if (assigneeId === null)
            return (
              <Text key="nobody" size="sm" c="var(--quiet)">
                {label}
              </Text>
            );
          return (
            <Button
              key={assigneeId}
              component={Link}
              to={{ search: withWho(isChosen ? '' : assigneeId) }}
              variant={isChosen ? 'filled' : 'default'}
              size="sm"
              aria-current={isChosen || undefined}
            >
              {label}
            </Button>
          );
        })}
      </Group>
    </section>
  );
}
