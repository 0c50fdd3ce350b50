import { Button, Group, SimpleGrid, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Attention } from '../../look/Attention.tsx';
import { mergeTexts } from './merge-texts.ts';
import classes from './NoteConflict.module.css';

interface NoteConflictProps {
  before: string;
  mine: string;
  theirs: string;
  /** What the note is to say; `both` tells how often both texts stand there. */
  onChoose: (text: string, both: number) => void;
}

/** What two people made of a note, beside each other, so that neither is lost. */
export function NoteConflict({ before, mine, theirs, onChoose }: NoteConflictProps) {
  const { t } = useTranslation();
  const versions = [
    { name: 'mine', text: mine },
    { name: 'theirs', text: theirs },
  ] as const;

  function merge() {
    const { text, both } = mergeTexts(before, mine, theirs);
    onChoose(text, both);
  }

  return (
    <Attention title={t('notes.conflict.title')}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        {versions.map(({ name, text }) => (
          <div key={name}>
            <Text size="sm" fw={500} id={`note-${name}`}>
              {t(`notes.conflict.${name}`)}
            </Text>
            <section className={classes.text} aria-labelledby={`note-${name}`}>
              {text}
            </section>
          </div>
        ))}
      </SimpleGrid>
      <Group gap="xs" mt="sm">
        <Button size="sm" onClick={merge}>
          {t('notes.conflict.merge')}
        </Button>
        {versions.map(({ name, text }) => (
          <Button key={name} size="sm" variant="default" onClick={() => onChoose(text, 0)}>
            {t(`notes.conflict.take.${name}`)}
          </Button>
        ))}
      </Group>
    </Attention>
  );
}
