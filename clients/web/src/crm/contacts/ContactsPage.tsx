import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useParams } from 'react-router';
import { LivePages } from '../../graph/LivePages.tsx';
import { useLivePages } from '../../graph/use-live-pages.ts';
import { Empty } from '../../look/Empty.tsx';
import { Icon } from '../../look/Icon.tsx';
import classes from '../../look/List.module.css';
import { useMay } from '../../session/viewer.tsx';
import { type Contact, ContactsDocument } from './contacts.ts';

export function Component() {
  const { t } = useTranslation();
  const mayWrite = useMay('crm:write');
  const contacts = useLivePages({
    ask: (after) => ({ query: ContactsDocument, variables: { after } }),
    read: ({ viewer }) => viewer?.tenant?.contacts,
  });
  return (
    <div className={classes.beside}>
      <div className={classes.lists}>
        {mayWrite && (
          <Button component={Link} to="/crm/contacts/new" leftSection={<Icon name="plus" size={18} />}>
            {t('contacts.new')}
          </Button>
        )}
        <LivePages
          pages={contacts}
          label={t('crm.contacts')}
          empty={<Empty icon="person" title={t('contacts.emptyTitle')} text={t('contacts.emptyText')} />}
          row={(contact) => <ContactRow contact={contact} />}
        />
      </div>
      <Outlet />
    </div>
  );
}

function ContactRow({ contact: { id, name, company } }: { contact: Contact }) {
  const { id: open } = useParams();
  return (
    <li className={classes.row} data-open={id === open || undefined}>
      <Link to={`/crm/contacts/${id}`} className={classes.name}>
        {name}
      </Link>
      {company && <span className={classes.quiet}>{company}</span>}
    </li>
  );
}
