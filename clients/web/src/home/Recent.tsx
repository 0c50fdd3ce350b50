import { useTranslation } from 'react-i18next';
import type { AuditFilter } from '../generated/graphql.ts';
import { LastEntries } from '../log/LastEntries.tsx';
import { LastEntriesDocument } from '../log/log.ts';
import { nounsWithPlace } from '../log/use-place.ts';
import type { Area, Asker } from '../shell/area.ts';
import { useAreas } from '../shell/use-areas.ts';

/** What people changed last, and who it was; what somebody does meanwhile shows at once. */
export function Recent() {
  const { t } = useTranslation();
  const areas = useAreas();
  return <LastEntries label={t('home.recent')} filter={changesIn(areas)} more="/log" />;
}

export function askForRecent({ ask, areas }: Asker): void {
  ask({ query: LastEntriesDocument, variables: { filter: changesIn(areas) } });
}

const changesIn = (areas: readonly Area[]): AuditFilter => ({
  nouns: [...nounsWithPlace(areas)],
  kinds: ['CREATED', 'UPDATED', 'REMOVED'],
  isAutomatic: false,
});
