import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useMay, useViewer } from '../session/viewer.tsx';
import { PeopleDocument } from './people.ts';

/** Who did something, by name where the viewer may know it. */
export function useActorName(): (actor: { kind: string; id: string }) => string {
  const { t } = useTranslation();
  const { viewer } = useViewer();
  const mayRead = useMay('people:read');
  const [{ data }] = useQuery({
    query: PeopleDocument,
    variables: { after: null },
    requestPolicy: 'cache-first',
    pause: !mayRead,
  });
  const members = data?.viewer?.tenant?.members.edges.map(({ node }) => node.user) ?? [];
  return ({ kind, id }) => {
    if (kind === 'gateway') return t('actor.system');
    if (kind === 'client') return t('actor.client');
    if (id === viewer.user?.id) return t('actor.you');
    return members.find((user) => user.id === id)?.name ?? t('actor.person');
  };
}
