import { Code, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { useThing } from '../graph/use-thing.ts';
import { ThingPanel } from '../look/ThingPanel.tsx';
import { actionText } from './action-text.ts';
import classes from './LogPage.module.css';
import { type Entry, EntryDocument } from './log.ts';

/** One entry with what was before and after; it is asked for unless the list has it. */
export function EntryPanel({ id, known }: { id: string; known: Entry | undefined }) {
  const { t } = useTranslation();
  const { pathname, search } = useLocation();
  const asked = useThing(
    { query: EntryDocument, variables: { id }, pause: known !== undefined },
    ({ viewer }) => viewer?.tenant?.auditEntries.edges[0]?.node,
  );
  return (
    <ThingPanel
      asked={known ? { thing: known } : asked}
      name={t('area.log')}
      titleOf={({ action }) => actionText(action) ?? action}
      icon="log"
      gone={{ title: t('log.goneTitle'), text: t('log.goneText') }}
      list={{ pathname, search: without('entry', search) }}
    >
      {(entry) => <Detail entry={entry} />}
    </ThingPanel>
  );
}

function without(field: string, search: string): string {
  const params = new URLSearchParams(search);
  params.delete(field);
  return params.toString();
}

function Detail({ entry }: { entry: Entry }) {
  const { t, i18n } = useTranslation();
  const { at, actor, action, kind, noun, nounId, address, correlationId, changes } = entry;
  const facts = [
    [t('log.when'), new Date(at).toLocaleString(i18n.language)],
    [t('log.who'), `${actor.name ?? actor.kind} ${actor.id}`],
    [t('log.what'), [t(`audit.${kind}`), noun, nounId].filter(Boolean).join(' ')],
    [t('log.action'), action],
    [t('log.address'), address ?? ''],
    [t('log.correlation'), correlationId],
  ];
  return (
    <>
      {facts.map(([name, value]) => (
        <Text key={name} size="sm" className={classes.quiet}>
          {name}: {value}
        </Text>
      ))}
      {changes.length === 0 ? (
        <Text mt="md">{t('log.nothingChanged')}</Text>
      ) : (
        <Table mt="md" layout="fixed">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('log.field')}</Table.Th>
              <Table.Th>{t('log.before')}</Table.Th>
              <Table.Th>{t('log.after')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {changes.map(({ field, before, after }) => (
              <Table.Tr key={field} className={classes.change}>
                <Table.Td>{field}</Table.Td>
                <Table.Td>{before && <Code>{before}</Code>}</Table.Td>
                <Table.Td>{after && <Code>{after}</Code>}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </>
  );
}
