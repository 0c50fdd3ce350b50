import { useTranslation } from 'react-i18next';
import type { AuditFilter } from '../generated/graphql.ts';
import { LastEntries } from '../log/LastEntries.tsx';
import { useNounsWithPlace } from '../log/use-place.ts';

/** What people changed last, and who it was; what somebody does meanwhile shows at once. */
export function Recent() {
  const { t } = useTranslation();
  const nouns = [...useNounsWithPlace()];
  const changes: AuditFilter = { nouns, kinds: ['CREATED', 'UPDATED', 'REMOVED'], isAutomatic: false };
  return <LastEntries label={t('home.recent')} filter={changes} more="/log" />;
}
