import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { LivePages } from '../../graph/LivePages.tsx';
import { useLivePages } from '../../graph/use-live-pages.ts';
import { listFormat } from '../../words/formats.ts';
import { ImportRowsDocument, type PlanRow } from './imports.ts';
import classes from './Rows.module.css';
import { rowsOf, type Shown } from './shown-rows.ts';
import { useReasonWords } from './use-reason-words.ts';

interface PlanRowsProps {
  id: string;
  shown: Exclude<Shown, 'refused' | 'warnings'>;
  label: string;
}

/** The rows of an import that become one thing, with what each says of a contact. */
export function PlanRows({ id, shown, label }: PlanRowsProps) {
  const { t } = useTranslation();
  const { kind = null, state = null } = rowsOf[shown];
  const rows = useLivePages({
    ask: (after) => ({ query: ImportRowsDocument, variables: { id, kind, state, after } }),
    read: ({ import: of }) => of?.plan,
  });
  return (
    <LivePages
      pages={rows}
      label={label}
      empty={<Text>{t('imports.rowsGone')}</Text>}
      row={(row) => <Row row={row} />}
    />
  );
}

function Row({ row: { line, name, contact, reason, kept, ofLine, values } }: { row: PlanRow }) {
  const { t, i18n } = useTranslation();
  const reasonWords = useReasonWords();
  const keptText = listFormat(i18n.language).format(kept.map((field) => t(`imports.value.${field}`)));
  return (
    <li className={classes.row}>
      <span className={classes.line}>{t('imports.line', { line })}</span>
      <div className={classes.what}>
        {contact ? (
          <Anchor component={Link} to={`/crm/contacts/${contact.id}`}>
            {name}
          </Anchor>
        ) : (
          <Text fw={500}>{name}</Text>
        )}
        {reason && <Text size="sm">{reasonWords(reason)}</Text>}
        {kept.length > 0 && <Text size="sm">{t('imports.kept', { fields: keptText })}</Text>}
        {ofLine !== null && <Text size="sm">{t('imports.sameAs', { line: ofLine })}</Text>}
        {values.length > 0 && (
          <dl className={classes.values}>
            {values.map(({ field, before, after }) => (
              <Value key={field} field={field} before={before} after={after} />
            ))}
          </dl>
        )}
      </div>
    </li>
  );
}

function Value({ field, before, after }: Pick<PlanRow['values'][number], 'field' | 'before' | 'after'>) {
  const { t } = useTranslation();
  const text = (values: readonly string[]) =>
    values.map((value) => (field === 'KIND' ? kindText(value) : value)).join(', ');
  const kindText = (value: string) =>
    value === 'PERSON' || value === 'ORGANISATION' || value === 'USER' ? t(`contacts.kinds.${value}`) : value;
  return (
    <div>
      <dt>{t(`imports.value.${field}`)}</dt>
      <dd>
        {before.length > 0 && (
          <>
            <del>{text(before)}</del> <span aria-hidden="true">→</span>{' '}
          </>
        )}
        {text(after) || t('imports.nothing')}
      </dd>
    </div>
  );
}
