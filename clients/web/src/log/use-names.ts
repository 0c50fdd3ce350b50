import { useTranslation } from 'react-i18next';
import { useViewer } from '../session/viewer.tsx';
import { useActors } from './use-actors.ts';

/** What people are called by their ids; somebody, where one may not know who works here. */
export function useNames(): (id: string) => string {
  const { t } = useTranslation();
  const { viewer } = useViewer();
  const names = new Map(useActors().map(({ value, label }) => [value, label]));
  return (id) => names.get(id) ?? (id === viewer.user?.id ? t('actor.you') : t('actor.person'));
}
