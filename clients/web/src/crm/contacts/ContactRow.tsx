import { Badge } from '@mantine/core';
import type { CSSProperties, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import list from '../../look/List.module.css';
import { Tags } from '../tags/Tag.tsx';
import classes from './ContactRow.module.css';
import type { Contact } from './contacts.ts';
import type { ListColumn } from './list-columns.ts';

interface ContactRowProps {
  contact: Contact;
  columns: readonly ListColumn[];
  /** The name of whoever looks after contacts. */
  nameOf: (ownerId: string) => string;
}

/** A contact in its list, with what was chosen to be seen of it. */
export function ContactRow({ contact, columns, nameOf }: ContactRowProps) {
  const { t } = useTranslation();
  const { id, name, side, kind, company, role, ownerId, tags } = contact;
  const cells: Record<ListColumn, ReactNode> = {
    company,
    role,
    kind: t(`contacts.kinds.${kind}`),
    tags: tags.length > 0 && <Tags side={side} names={tags} />,
    owner: ownerId && nameOf(ownerId),
  };
  return (
    <Row id={id} name={name} columns={columns.length} badge={side === 'PLATFORM' && t('crm.platform')}>
      {columns.map((column) => (
        <span key={column} className={`${list.quiet} ${classes.cell}`}>
          {cells[column]}
        </span>
      ))}
    </Row>
  );
}

/** One that was found by its words. */
export function FoundRow({ id, name, detail }: { id: string; name: string; detail: string | null }) {
  return (
    <Row id={id} name={name} columns={1}>
      <span className={`${list.quiet} ${classes.cell}`}>{detail}</span>
    </Row>
  );
}

interface RowProps {
  id: string;
  name: string;
  columns: number;
  badge?: string | false;
  children: ReactNode;
}

function Row({ id, name, columns, badge, children }: RowProps) {
  const { id: open } = useParams();
  const [search] = useSearchParams();
  return (
    <li
      className={`${list.row} ${classes.row}`}
      style={{ '--columns': columns } as CSSProperties}
      data-open={id === open || undefined}
    >
      <span>
        <Link to={{ pathname: `/crm/contacts/${id}`, search: search.toString() }} className={list.name}>
          {name}
        </Link>{' '}
        {badge && <Badge variant="light">{badge}</Badge>}
      </span>
      {children}
    </li>
  );
}
