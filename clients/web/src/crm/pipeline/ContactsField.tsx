import { MultiSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveQuery } from '../../graph/use-live-query.ts';
import { ContactsDocument, FindContactsDocument } from '../contacts/contacts.ts';

interface Named {
  id: string;
  name: string;
}

interface ContactsFieldProps {
  value: readonly Named[];
  mistake: string | undefined;
  isReadOnly: boolean;
  onChange: (contacts: readonly Named[]) => void;
}

/** Several contacts, found by what is typed. */
export function ContactsField({ value, mistake, isReadOnly, onChange }: ContactsFieldProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), 250);
  const all = useLiveQuery({ query: ContactsDocument, variables: { filter: null, after: null }, pause: asked !== '' });
  const found = useLiveQuery({
    query: FindContactsDocument,
    variables: { text: asked, after: null },
    pause: asked === '',
  });
  const offered: readonly Named[] = asked
    ? (found.data?.viewer?.tenant?.searchCrm.edges ?? []).map(({ node: { id, title } }) => ({ id, name: title }))
    : (all.data?.viewer?.tenant?.contacts.edges ?? []).map(({ node: { id, name } }) => ({ id, name }));
  const known = new Map([...offered, ...value].map((contact) => [contact.id, contact]));
  return (
    <MultiSelect
      label={t('pipeline.contacts')}
      data={[...known.values()].map(({ id, name }) => ({ value: id, label: name }))}
      // The server has found them already, also those that are written differently.
      filter={({ options }) => options}
      searchable
      maxValues={20}
      readOnly={isReadOnly}
      nothingFoundMessage={t('contacts.nothingFoundTitle')}
      searchValue={text}
      onSearchChange={setText}
      value={value.map(({ id }) => id)}
      error={mistake}
      onChange={(ids) => onChange(ids.flatMap((id) => known.get(id) ?? []))}
    />
  );
}
