import { useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { useMay, useViewer } from '../session/viewer.tsx';
import { actorNamesOf } from './actor-names.ts';

/** Who did something, by name where the viewer may know it. */
export function useActorName(): (actor: { kind: string; id: string }) => string {
  const { t } = useTranslation();
  const { viewer } = useViewer();
  const mayRead = useMay('people:read');
  const names = actorNamesOf(useClient());
  useSyncExternalStore(names.subscribe, names.version);
  const shown = new Set<string>();
  useEffect(() => {
    if (mayRead) names.want(shown);
  });
  return ({ kind, id }) => {
    if (kind === 'gateway') return t('actor.system');
    if (kind === 'client') return t('actor.client');
    if (id === viewer.user?.id) return t('actor.you');
    shown.add(id);
    return names.nameOf(id) ?? t('actor.person');
  };
}
