import { Code, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Panel } from '../look/Panel.tsx';
import { actionText } from './action-text.ts';
import classes from './LogPage.module.css';
import type { Entry } from './log.ts';

/** One entry with what was before and after. */
export function EntryPanel({ entry, onClose }: { entry: Entry; onClose: () => void }) {
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
    <Panel title={actionText(action) ?? action} onClose={onClose}>
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
    </Panel>
  );
}
