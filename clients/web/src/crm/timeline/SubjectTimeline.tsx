import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SubjectInput } from '../../generated/graphql.ts';
import { LivePages } from '../../graph/LivePages.tsx';
import { useLivePages } from '../../graph/use-live-pages.ts';
import { EntryLine } from './EntryLine.tsx';
import { TimelineDocument } from './timeline.ts';

/** What happened to one contact, partner or opportunity, newest first. */
export function SubjectTimeline({ subject: { kind, id } }: { subject: SubjectInput }) {
  const { t } = useTranslation();
  const entries = useLivePages({
    ask: (after) => ({ query: TimelineDocument, variables: { subject: { kind, id }, first: 10, after } }),
    read: ({ viewer }) => viewer?.tenant?.timeline,
  });
  return (
    <section>
      {entries.nodes.length > 0 && (
        <Title order={3} size="h5" mb="sm">
          {t('crm.tab.timeline')}
        </Title>
      )}
      <LivePages
        pages={entries}
        label={t('crm.tab.timeline')}
        empty={null}
        row={(entry) => <EntryLine entry={entry} isOfOne />}
      />
    </section>
  );
}
