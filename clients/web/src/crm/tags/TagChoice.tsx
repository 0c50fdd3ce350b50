import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CrmSide } from '../../generated/graphql.ts';
import { useLiveQuery } from '../../graph/use-live-query.ts';
import { TagNamesDocument } from './tags.ts';

interface Chosen {
  id: string;
  name: string;
}
interface TagChoiceProps {
  label: string;
  /** Of which book. */
  side: CrmSide;
  /** The one that is none of them. */
  except: string;
  value: Chosen | undefined;
  onChange: (tag: Chosen | undefined) => void;
}

/** One of the tags, found by how it begins. */
export function TagChoice({ label, side, except, value, onChange }: TagChoiceProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(value?.name ?? '');
  const [asked] = useDebouncedValue(text.trim(), 250);
  const begins = asked === value?.name ? null : asked;
  const { data } = useLiveQuery({ query: TagNamesDocument, variables: { filter: { side, begins } } });
  const found = (data?.viewer?.tenant?.crmTags.edges ?? [])
    .map(({ node: { id, name } }) => ({ id, name }))
    .filter(({ id }) => id !== except);
  const isAmongThem = !value || found.some(({ id }) => id === value.id);
  const offered = isAmongThem ? found : [value, ...found];
  return (
    <Select
      label={label}
      data={offered.map(({ id, name }) => ({ value: id, label: name }))}
      // The server has found them already.
      filter={({ options }) => options}
      searchable
      nothingFoundMessage={t('tags.nothingFoundTitle')}
      searchValue={text}
      onSearchChange={setText}
      value={value?.id ?? null}
      onChange={(id, option) => onChange(id && option ? { id, name: option.label } : undefined)}
    />
  );
}
