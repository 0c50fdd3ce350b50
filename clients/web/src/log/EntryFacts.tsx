import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { dateFormat } from '../words/formats.ts';
import { changesOf } from './change.ts';
import classes from './LogPage.module.css';
import type { Entry } from './log.ts';
import { fieldText, whoOf } from './sentence.ts';
import { useReader } from './use-reader.ts';
import { sidesOf } from './value-text.ts';

/** What was before and after, in words; below it, for support, what the log has of it. */
export function EntryFacts({ entry }: { entry: Entry }) {
  const { t } = useTranslation();
  const reader = useReader();
  const { language, tenant } = reader;
  const { at, actor, action, noun, nounId, address, correlationId } = entry;
  const changes = changesOf(entry.changes, tenant.currency);
  const when = dateFormat(language, { dateStyle: 'long', timeStyle: 'long', timeZone: tenant.timeZone });
  const facts = [
    [t('log.when'), when.format(new Date(at))],
    [t('log.who'), whoOf(actor)],
    [t('log.address'), address],
  ];
  const details = [action, noun, nounId, actor.kind, actor.id].filter(Boolean).join(' · ');
  return (
    <div>
      {changes.length === 0 ? (
        <Text>{t('log.nothingChanged')}</Text>
      ) : (
        <Table layout="fixed">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('log.field')}</Table.Th>
              <Table.Th>{t('log.before')}</Table.Th>
              <Table.Th>{t('log.after')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {changes.map((change) => {
              const { before, after } = sidesOf(noun ?? '', change, reader);
              return (
                <Table.Tr key={`${change.field} ${change.part ?? ''}`} className={classes.change}>
                  <Table.Td>{fieldText(noun ?? '', change)}</Table.Td>
                  <Table.Td>{before}</Table.Td>
                  <Table.Td>{after}</Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      )}
      {facts.map(
        ([name, value]) =>
          value && (
            <Text key={name} size="sm" className={classes.quiet} mt="xs">
              {name}: {value}
            </Text>
          ),
      )}
      <details className={classes.details}>
        <summary>{t('log.details')}</summary>
        <Text size="sm" className={classes.quiet}>
          {details}
        </Text>
        <Text size="sm" className={classes.quiet}>
          {t('log.correlation')}: {correlationId}
        </Text>
      </details>
    </div>
  );
}
