import { Button, NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useSearchParams } from 'react-router';
import type { ContactFilter, ContactSort } from '../../generated/graphql.ts';
import { LivePages } from '../../graph/LivePages.tsx';
import { useLivePages } from '../../graph/use-live-pages.ts';
import { Empty } from '../../look/Empty.tsx';
import filter from '../../look/Filter.module.css';
import { FilterText } from '../../look/FilterText.tsx';
import { Icon } from '../../look/Icon.tsx';
import classes from '../../look/List.module.css';
import { useMay } from '../../session/viewer.tsx';
import { useMayImport } from '../imports/use-may-import.ts';
import { useColleagues } from '../use-colleagues.ts';
import { ListViews } from '../views/ListViews.tsx';
import { ColumnChoice } from './ColumnChoice.tsx';
import { ContactRow, FoundRow } from './ContactRow.tsx';
import { contactKinds } from './contact-draft.ts';
import { ContactsDocument, FindContactsDocument } from './contacts.ts';
import { ExportContacts } from './ExportContacts.tsx';
import { columnsIn } from './list-columns.ts';

export function Component() {
  const { t } = useTranslation();
  const mayWrite = useMay('crm:write');
  const [search, setSearch] = useSearchParams();
  const [text, kind, tag, owner] = ['find', 'kind', 'tag', 'owner'].map((name) => search.get(name) ?? '');
  const colleagues = useColleagues(owner ?? '');
  const put = (name: string, value: string) =>
    setSearch((before) => {
      const after = new URLSearchParams(before);
      if (value) after.set(name, value);
      else after.delete(name);
      return after;
    });
  const all = { value: '', label: t('contacts.all') };
  return (
    <div className={classes.beside}>
      <div className={classes.lists}>
        <ListViews list="CONTACTS" path="/crm/contacts" />
        <div className={filter.filter}>
          <FilterText label={t('contacts.find')} value={text ?? ''} onChange={(value) => put('find', value)} />
          {!text && (
            <>
              <NativeSelect
                label={t('contacts.kind')}
                data={[all, ...contactKinds.map((value) => ({ value, label: t(`contacts.kinds.${value}`) }))]}
                value={kind ?? ''}
                onChange={({ currentTarget }) => put('kind', currentTarget.value)}
              />
              <FilterText label={t('contacts.tag')} value={tag ?? ''} onChange={(value) => put('tag', value)} />
              <NativeSelect
                label={t('contacts.owner')}
                data={[all, ...colleagues]}
                value={owner ?? ''}
                onChange={({ currentTarget }) => put('owner', currentTarget.value)}
              />
              <NativeSelect
                label={t('contacts.sort')}
                data={contactSorts.map((value) => ({ value, label: t(`contacts.sorts.${value}`) }))}
                value={sortIn(search)}
                onChange={({ currentTarget }) => put('sort', currentTarget.value === 'NAME' ? '' : currentTarget.value)}
              />
              <ColumnChoice columns={columnsIn(search)} onChange={(columns) => put('columns', columns)} />
            </>
          )}
          {!text && <ExportContacts filter={filterIn(search)} />}
          {mayWrite && (
            <Button component={Link} to="/crm/contacts/new" leftSection={<Icon name="plus" size={18} />}>
              {t('contacts.new')}
            </Button>
          )}
        </div>
        {text ? <FoundContacts text={text} /> : <AllContacts />}
      </div>
      <Outlet />
    </div>
  );
}

function AllContacts() {
  const { t } = useTranslation();
  const mayImport = useMayImport();
  const [search] = useSearchParams();
  const colleagues = useColleagues('');
  const nameOf = (id: string) => colleagues.find(({ value }) => value === id)?.label ?? t('crm.somebody');
  const wanted = filterIn(search);
  const contacts = useLivePages({
    ask: (after) => ({ query: ContactsDocument, variables: { after, filter: wanted, sort: sortIn(search) } }),
    read: ({ viewer }) => viewer?.tenant?.contacts,
  });
  const empty = wanted ? 'nothingFound' : 'empty';
  return (
    <LivePages
      pages={contacts}
      label={t('crm.tab.contacts')}
      empty={
        <Empty icon="person" title={t(`contacts.${empty}Title`)} text={t(`contacts.${empty}Text`)}>
          {mayImport && (
            <Button component={Link} to="/crm/imports/new" variant="default">
              {t('imports.new')}
            </Button>
          )}
        </Empty>
      }
      row={(contact) => <ContactRow contact={contact} columns={columnsIn(search)} nameOf={nameOf} />}
    />
  );
}

function FoundContacts({ text }: { text: string }) {
  const { t } = useTranslation();
  const found = useLivePages({
    ask: (after) => ({ query: FindContactsDocument, variables: { text, after } }),
    read: ({ viewer }) => viewer?.tenant?.searchCrm,
  });
  return (
    <LivePages
      pages={found}
      label={t('crm.tab.contacts')}
      empty={<Empty icon="search" title={t('contacts.nothingFoundTitle')} text={t('contacts.nothingFoundText')} />}
      row={({ id, title, excerpt }) => <FoundRow id={id} name={title} detail={excerpt} />}
    />
  );
}

/** Which contacts an address asks for; null for all. */
function filterIn(search: URLSearchParams): ContactFilter | null {
  const kinds = contactKinds.filter((each) => each === search.get('kind'));
  const [tag, ownerId] = [search.get('tag'), search.get('owner')];
  if (kinds.length === 0 && !tag && !ownerId) return null;
  return { ...(kinds.length > 0 && { kinds }), ...(tag && { tag }), ...(ownerId && { ownerId }) };
}

const contactSorts = ['NAME', 'NEWEST'] as const satisfies ContactSort[];

/** In which order an address asks for them. */
function sortIn(search: URLSearchParams): ContactSort {
  return contactSorts.find((each) => each === search.get('sort')) ?? 'NAME';
}
