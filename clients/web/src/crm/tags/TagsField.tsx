import { TagsInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveQuery } from '../../graph/use-live-query.ts';
import { TagNamesDocument } from './tags.ts';

interface TagsFieldProps {
  value: readonly string[];
  mistake: string | undefined;
  isReadOnly: boolean;
  onChange: (tags: string[]) => void;
}

/** The tags of something; those that others have used are offered, and whatever is typed becomes one. */
export function TagsField({ value, mistake, isReadOnly, onChange }: TagsFieldProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [begins] = useDebouncedValue(text.trim(), 250);
  const { data } = useLiveQuery({
    query: TagNamesDocument,
    variables: { filter: begins ? { begins } : null },
    pause: isReadOnly,
  });
  const known = (data?.viewer?.tenant?.crmTags.edges ?? []).map(({ node: { name } }) => name);
  return (
    <TagsInput
      label={t('contacts.tags')}
      data={[...new Set(known)]}
      value={[...value]}
      readOnly={isReadOnly}
      error={mistake}
      maxTags={50}
      searchValue={text}
      onSearchChange={setText}
      onChange={onChange}
    />
  );
}
