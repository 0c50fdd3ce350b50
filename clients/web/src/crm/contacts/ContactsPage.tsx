import { Badge, Button, Group, NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useParams, useSearchParams } from 'react-router';
import type { ContactFilter } from '../../generated/graphql.ts';
import { LivePages } from '../../graph/LivePages.tsx';
import { useLivePages } from '../../graph/use-live-pages.ts';
import { Empty } from '../../look/Empty.tsx';
import filter from '../../look/Filter.module.css';
import { FilterText } from '../../look/FilterText.tsx';
import { Icon } from '../../look/Icon.tsx';
import classes from '../../look/List.module.css';
import { useMay } from '../../session/viewer.tsx';
import { useMayImport } from '../imports/use-may-import.ts';
import { contactKinds } from './contact-draft.ts';
import { type Contact, ContactsDocument, FindContactsDocument } from './contacts.ts';
import { ExportContacts } from './ExportContacts.tsx';

export function Component() {
  const { t } = useTranslation();
  const mayWrite = useMay('crm:write');
  const [search, setSearch] = useSearchParams();
  const [text, kind] = [search.get('find') ?? '', search.get('kind') ?? ''];
  const put = (name: string, value: string) =>
    setSearch((before) => {
      const after = new URLSearchParams(before);
      if (value) after.set(name, value);
      else after.delete(name);
      return after;
    });
  return (
    <div className={classes.beside}>
      <div className={classes.lists}>
        <div className={filter.filter}>
          <FilterText label={t('contacts.find')} value={text} onChange={(value) => put('find', value)} />
          {!text && (
            <NativeSelect
              label={t('contacts.kind')}
              data={[
                { value: '', label: t('contacts.all') },
                ...contactKinds.map((value) => ({ value, label: t(`contacts.kinds.${value}`) })),
              ]}
              value={kind}
              onChange={({ currentTarget }) => put('kind', currentTarget.value)}
            />
          )}
          {!text && <ExportContacts filter={filterOf(kind)} />}
          {mayWrite && (
            <Button component={Link} to="/crm/contacts/new" leftSection={<Icon name="plus" size={18} />}>
              {t('contacts.new')}
            </Button>
          )}
        </div>
        {text ? <FoundContacts text={text} /> : <AllContacts kind={kind} />}
      </div>
      <Outlet />
    </div>
  );
}

function filterOf(kind: string): ContactFilter | null {
  const kinds = contactKinds.filter((each) => each === kind);
  return kinds.length > 0 ? { kinds } : null;
}

function AllContacts({ kind }: { kind: string }) {
  const { t } = useTranslation();
  const mayImport = useMayImport();
  const contacts = useLivePages({
    ask: (after) => ({ query: ContactsDocument, variables: { after, filter: filterOf(kind) } }),
    read: ({ viewer }) => viewer?.tenant?.contacts,
  });
  const empty = filterOf(kind) ? 'nothingFound' : 'empty';
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
      row={(contact) => <ContactRow contact={contact} />}
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
      row={({ id, title, excerpt }) => <Row id={id} name={title} detail={excerpt} />}
    />
  );
}

function ContactRow({ contact: { id, name, company, role, side, tags } }: { contact: Contact }) {
  const { t } = useTranslation();
  return (
    <Row id={id} name={name} detail={[role, company].filter(Boolean).join(' · ')}>
      <Group gap={4}>
        {side === 'PLATFORM' && <Badge variant="light">{t('crm.platform')}</Badge>}
        {tags.slice(0, 3).map((tag) => (
          <Badge key={tag} variant="default" tt="none">
            {tag}
          </Badge>
        ))}
      </Group>
    </Row>
  );
}

interface RowProps {
  id: string;
  name: string;
  detail: string | null;
  children?: React.ReactNode;
}

function Row({ id, name, detail, children }: RowProps) {
  const { id: open } = useParams();
  const [search] = useSearchParams();
  return (
    <li className={classes.row} data-open={id === open || undefined}>
      <Link to={{ pathname: `/crm/contacts/${id}`, search: search.toString() }} className={classes.name}>
        {name}
      </Link>
      <span className={classes.quiet}>{detail}</span>
      {children}
    </li>
  );
}
