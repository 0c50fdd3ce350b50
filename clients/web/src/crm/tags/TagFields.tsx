import { Group, Radio, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TagColour } from '../../generated/graphql.ts';
import classes from './Tag.module.css';
import { tagColours } from './tags.ts';

interface TagFieldsProps {
  tag: { name: string; colour: TagColour };
  mistakeAt: (field: 'name' | 'colour') => string | undefined;
  isReadOnly: boolean;
  onChange: (changes: { name?: string; colour?: TagColour }) => void;
}

/** What a tag is called, and its colour. */
export function TagFields({ tag, mistakeAt, isReadOnly, onChange }: TagFieldsProps) {
  const { t } = useTranslation();
  return (
    <Stack gap="md">
      <TextInput
        label={t('tags.name')}
        maxLength={50}
        value={tag.name}
        readOnly={isReadOnly}
        error={mistakeAt('name')}
        onChange={({ currentTarget }) => onChange({ name: currentTarget.value })}
      />
      <Radio.Group
        label={t('tags.colour')}
        value={tag.colour}
        error={mistakeAt('colour')}
        onChange={(value) => onChange({ colour: tagColours.find((colour) => colour === value) ?? tag.colour })}
      >
        <Group gap="sm" mt="xs">
          {tagColours.map((colour) => (
            <Radio
              key={colour}
              value={colour}
              disabled={isReadOnly}
              label={
                <Group gap="xs" wrap="nowrap">
                  <span className={classes.swatch} data-colour={colour} />
                  {t(`tags.colours.${colour}`)}
                </Group>
              }
            />
          ))}
        </Group>
      </Radio.Group>
    </Stack>
  );
}
