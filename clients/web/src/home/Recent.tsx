import { useTranslation } from 'react-i18next';
import type { AuditFilter } from '../generated/graphql.ts';
import { LastEntries } from '../log/LastEntries.tsx';
import { nounsWithPlace } from '../log/place.ts';

const changes: AuditFilter = {
  nouns: [...nounsWithPlace],
  kinds: ['CREATED', 'UPDATED', 'REMOVED'],
  isAutomatic: false,
};

/** What people changed last, and who it was; what somebody does meanwhile shows at once. */
export function Recent() {
  const { t } = useTranslation();
  return <LastEntries label={t('home.recent')} filter={changes} more="/log" />;
}
