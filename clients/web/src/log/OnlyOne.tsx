import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Entry } from './log.ts';
import { nameOf, nounText } from './sentence.ts';
import { usePlace } from './use-place.ts';
import { useReader } from './use-reader.ts';

/** Says that the log is that of one thing, which its newest entry names. */
export function OnlyOne({ id, entry, onEnd }: { id: string; entry: Entry | undefined; onEnd: () => void }) {
  const { t } = useTranslation();
  const { language } = useReader();
  const name = (entry && (nameOf(entry, language) ?? nounText(entry.noun))) ?? id;
  const place = usePlace(entry);
  return (
    <Group gap="sm" mb="md">
      <Text fw={500}>{t('log.only', { name })}</Text>
      {place && (
        <Button component={Link} to={place} variant="default" size="sm">
          {t('log.toThing', { name })}
        </Button>
      )}
      <Button variant="subtle" size="sm" onClick={onEnd}>
        {t('log.all')}
      </Button>
    </Group>
  );
}
