import { Code, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LivePages } from '../../graph/LivePages.tsx';
import { useLivePages } from '../../graph/use-live-pages.ts';
import { type Finding, ImportRefusalsDocument, ImportWarningsDocument } from './imports.ts';
import classes from './Rows.module.css';
import { useReasonWords } from './use-reason-words.ts';

/** So many at a time. */
const FIRST = 50;

/** What is wrong with the rows of an import, or what should be looked at, by line. */
export function FindingList({ id, isWarning, label }: { id: string; isWarning: boolean; label: string }) {
  return isWarning ? <Warnings id={id} label={label} /> : <Refusals id={id} label={label} />;
}

function Refusals({ id, label }: { id: string; label: string }) {
  const pages = useLivePages({
    ask: (after) => ({ query: ImportRefusalsDocument, variables: { id, first: FIRST, after } }),
    read: ({ import: of }) => of && pageOf(of.refusals),
  });
  return (
    <LivePages
      pages={pages}
      label={label}
      empty={<Gone />}
      row={(finding) => <Row finding={finding} isKept={false} />}
    />
  );
}

function Warnings({ id, label }: { id: string; label: string }) {
  const pages = useLivePages({
    ask: (after) => ({ query: ImportWarningsDocument, variables: { id, first: FIRST, after } }),
    read: ({ import: of }) => of && pageOf(of.warnings),
  });
  return <LivePages pages={pages} label={label} empty={<Gone />} row={(finding) => <Row finding={finding} isKept />} />;
}

function Gone() {
  const { t } = useTranslation();
  return <Text>{t('imports.rowsGone')}</Text>;
}

function pageOf(findings: readonly Finding[]) {
  const edges = findings.map((finding) => ({ cursor: finding.cursor, node: { ...finding, id: finding.cursor } }));
  return { edges, pageInfo: { hasNextPage: edges.length === FIRST, endCursor: edges.at(-1)?.cursor } };
}

function Row({ finding, isKept }: { finding: Finding; isKept: boolean }) {
  const { t } = useTranslation();
  const reasonWords = useReasonWords();
  const { line, column, value, reason, isOfRow } = finding;
  return (
    <li className={classes.row}>
      <span className={classes.line}>{t('imports.line', { line })}</span>
      <div className={classes.what}>
        <Text fw={500}>{reasonWords(reason)}</Text>
        {(column || value) && (
          <Text size="sm">
            {column && `${column}: `}
            {value && <Code>{value}</Code>}
          </Text>
        )}
        {!isKept && !isOfRow && (
          <Text size="sm" c="var(--quiet)">
            {t('imports.onlyThis')}
          </Text>
        )}
      </div>
    </li>
  );
}
