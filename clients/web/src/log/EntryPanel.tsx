import { Button, Group, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useThing } from '../graph/use-thing.ts';
import { ThingPanel } from '../look/ThingPanel.tsx';
import { EntryFacts } from './EntryFacts.tsx';
import { type Entry, EntryDocument } from './log.ts';
import { nameOf, nounText, sentenceOf } from './sentence.ts';
import { UndoEntry } from './UndoEntry.tsx';
import { usePlace } from './use-place.ts';
import { useReader } from './use-reader.ts';

/** One entry, with what was before and after, the way to its thing, and back to how it was; it is asked for unless the list has it. */
export function EntryPanel({ id, known }: { id: string; known: Entry | undefined }) {
  const { t } = useTranslation();
  const reader = useReader();
  const { pathname, search } = useLocation();
  const asked = useThing(
    { query: EntryDocument, variables: { id }, pause: known !== undefined },
    ({ viewer }) => viewer?.tenant?.auditEntries.edges[0]?.node,
  );
  return (
    <ThingPanel
      asked={known ? { thing: known } : asked}
      name={t('area.log')}
      titleOf={(entry) => sentenceOf(entry, reader)}
      icon="log"
      gone={{ title: t('log.goneTitle'), text: t('log.goneText') }}
      list={{ pathname, search: without('entry', search) }}
    >
      {(entry) => (
        <Stack gap="md" key={entry.id}>
          <Ways entry={entry} />
          <EntryFacts entry={entry} />
        </Stack>
      )}
    </ThingPanel>
  );
}

function without(field: string, search: string): string {
  const params = new URLSearchParams(search);
  params.delete(field);
  return params.toString();
}

function Ways({ entry }: { entry: Entry }) {
  const { t } = useTranslation();
  const { language } = useReader();
  const { nounId, noun } = entry;
  const name = nameOf(entry, language) ?? nounText(noun) ?? '';
  const place = usePlace(entry);
  if (!nounId) return null;
  return (
    <Group gap="sm">
      {place && (
        <Button component={Link} to={place} variant="default">
          {t('log.toThing', { name })}
        </Button>
      )}
      <Button component={Link} to={`/log?id=${encodeURIComponent(nounId)}`} variant="default">
        {t('log.toHistory', { name })}
      </Button>
      <UndoEntry entry={entry} />
    </Group>
  );
}
