import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { PeopleDocument } from '../people/people.ts';
import { useMay, useViewer } from '../session/viewer.tsx';
import type { Run } from './sync.ts';

/** Who asked for a run, by name where the viewer may know it. */
export function useActorName(): (actor: Pick<Run['actor'], 'kind' | 'id'>) => string {
  const { t } = useTranslation();
  const { viewer } = useViewer();
  const mayRead = useMay('people:read');
  const [{ data }] = useQuery({ query: PeopleDocument, variables: {}, requestPolicy: 'cache-first', pause: !mayRead });
  const members = data?.viewer?.tenant?.members.edges.map(({ node }) => node.user) ?? [];
  return ({ kind, id }) => {
    if (kind === 'gateway') return t('actor.system');
    if (kind === 'client') return t('actor.client');
    if (id === viewer.user?.id) return t('actor.you');
    return members.find((user) => user.id === id)?.name ?? t('actor.person');
  };
}
