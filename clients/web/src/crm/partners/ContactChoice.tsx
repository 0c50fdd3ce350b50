import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveQuery } from '../../graph/use-live-query.ts';
import { ContactsDocument, FindContactsDocument } from '../contacts/contacts.ts';

interface ContactChoiceProps {
  label: string;
  description?: string;
  value: { id: string; name: string };
  mistake?: string | undefined;
  /** Whether it may be none. */
  isClearable?: boolean;
  onChange: (contact: { id: string; name: string }) => void;
}

/** One of the contacts, found by what is typed. */
export function ContactChoice({
  label,
  description,
  value,
  mistake,
  isClearable = false,
  onChange,
}: ContactChoiceProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(value.name);
  const [asked] = useDebouncedValue(text.trim(), 250);
  const isSearch = asked !== '' && asked !== value.name;
  const all = useLiveQuery({ query: ContactsDocument, variables: { filter: null, after: null }, pause: isSearch });
  const found = useLiveQuery({
    query: FindContactsDocument,
    variables: { text: asked, after: null },
    pause: !isSearch,
  });
  const contacts = isSearch
    ? (found.data?.viewer?.tenant?.searchCrm.edges ?? []).map(({ node: { id, title } }) => ({ id, name: title }))
    : (all.data?.viewer?.tenant?.contacts.edges ?? []).map(({ node: { id, name } }) => ({ id, name }));
  const isAmongThem = !value.id || contacts.some(({ id }) => id === value.id);
  const offered = isAmongThem ? contacts : [value, ...contacts];
  return (
    <Select
      label={label}
      description={description}
      clearable={isClearable}
      data={offered.map(({ id, name }) => ({ value: id, label: name }))}
      // The server has found them already, also those that are written differently.
      filter={({ options }) => options}
      searchable
      nothingFoundMessage={t('contacts.nothingFoundTitle')}
      searchValue={text}
      onSearchChange={setText}
      value={value.id || null}
      error={mistake}
      onChange={(id, option) => onChange({ id: id ?? '', name: option?.label ?? '' })}
    />
  );
}
