import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import type { AuditFilter } from '../generated/graphql.ts';
import { LogCountDocument } from './log.ts';

/** How much of what is asked for the system did by itself; it stands in the list only when somebody wants it. */
export function SystemEntries({
  filter,
  isShown,
  onToggle,
}: {
  filter: AuditFilter;
  isShown: boolean;
  onToggle: () => void;
}) {
  const { t } = useTranslation();
  const [{ data }] = useQuery({ query: LogCountDocument, variables: { filter: { ...filter, isAutomatic: true } } });
  const count = data?.viewer?.tenant?.auditEntries.totalCount ?? 0;
  if (count === 0 && !isShown) return null;
  return (
    <Button variant="subtle" mb="sm" aria-expanded={isShown} onClick={onToggle}>
      {isShown ? t('log.hideSystem') : t('log.bySystem', { count })}
    </Button>
  );
}
