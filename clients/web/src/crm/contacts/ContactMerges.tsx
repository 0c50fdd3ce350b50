import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../graph/use-write.ts';
import { Moment } from '../../look/Moment.tsx';
import { showDone, showTrouble } from '../../look/notify.tsx';
import { useMay, useTenant } from '../../session/viewer.tsx';
import { UndoMergeDocument } from '../duplicates/undo-merge.ts';
import { useCountText } from '../duplicates/use-count-text.ts';
import type { ContactCard } from './contacts.ts';

type Merge = ContactCard['merges'][number];

/** What became part of a contact, each to be undone for 30 days; of what was undone, what stayed here. */
export function ContactMerges({ contact: { merges } }: { contact: ContactCard }) {
  const { t } = useTranslation();
  if (merges.length === 0) return null;
  return (
    <section>
      <Title order={3} size="h5" mb="xs">
        {t('contacts.merges')}
      </Title>
      <Stack gap="xs">
        {merges.map((merge, place) => (
          <MergeLine key={merge.id} merge={merge} isNewest={merges.findIndex(({ undoneAt }) => !undoneAt) === place} />
        ))}
      </Stack>
    </section>
  );
}

function MergeLine({ merge: { id, others, mergedAt, undoneAt, left }, isNewest }: { merge: Merge; isNewest: boolean }) {
  const { t } = useTranslation();
  const { timeZone } = useTenant();
  const mayWrite = useMay('crm:write');
  const countText = useCountText();
  const { write, isBusy } = useWrite(UndoMergeDocument, showTrouble);
  const names = others.map(({ name }) => name).join(', ');
  const stayed = left.map(({ what, count }) => countText(what, count) ?? what);

  async function undo() {
    if (await write({ id })) showDone(t('contacts.unmerged', { names }));
  }

  return (
    <Group gap="xs" justify="space-between">
      <Text size="sm">
        {t(undoneAt ? 'contacts.unmerged' : 'contacts.mergedWith', { names })} ·{' '}
        <Moment at={undoneAt ?? mergedAt} timeZone={timeZone} />
        {stayed.length > 0 && (
          <>
            <br />
            {t('contacts.stayed')} {stayed.join(' · ')}
          </>
        )}
      </Text>
      {mayWrite && isNewest && (
        <Button variant="default" size="sm" loading={isBusy} onClick={() => void undo()}>
          {t('contacts.undoMerge')}
        </Button>
      )}
    </Group>
  );
}
