import { Button, Group, Radio, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { graphql } from '../../generated/gql.ts';
import type { MergeField } from '../../generated/graphql.ts';
import { useLiveQuery } from '../../graph/use-live-query.ts';
import { useThing } from '../../graph/use-thing.ts';
import { useWrite } from '../../graph/use-write.ts';
import { Empty } from '../../look/Empty.tsx';
import { showTrouble, showUndo } from '../../look/notify.tsx';
import { Trouble } from '../../look/Trouble.tsx';
import { Waiting } from '../../look/Waiting.tsx';
import { birthdayText } from '../contacts/birthday.ts';
import { WholeContactDocument } from '../contacts/contacts.ts';
import classes from './Duplicates.module.css';
import { MergePreviewDocument, MergeResult } from './MergeResult.tsx';
import { choicesOf, sidesOf, type WholeContact } from './sides.ts';
import { UndoMergeDocument } from './undo-merge.ts';

const MergeContactsDocument = graphql(`
  mutation MergeContacts(
    $primaryId: ID!
    $otherIds: [ID!]!
    $choices: [MergeChoiceInput!]
    $versions: [ContactVersionInput!]
  ) {
    mergeContacts(primaryId: $primaryId, otherIds: $otherIds, choices: $choices, versions: $versions) {
      id
      primary {
        ...ContactRow
      }
    }
  }
`);

/** Two contacts side by side, and whose value is taken of each field. */
export function Component() {
  const { t } = useTranslation();
  const { one = '', other = '' } = useParams();
  const first = useThing({ query: WholeContactDocument, variables: { id: one } }, ({ contact }) => contact);
  const second = useThing({ query: WholeContactDocument, variables: { id: other } }, ({ contact }) => contact);
  const problem = first.problem ?? second.problem;
  if (problem) return <Trouble problem={problem} />;
  if (first.thing === null || second.thing === null)
    return <Empty icon="person" title={t('contacts.goneTitle')} text={t('contacts.goneText')} />;
  if (!first.thing || !second.thing) return <Waiting shape={['form']} />;
  return <Sides key={`${one} ${other}`} ids={[one, other]} contacts={[first.thing, second.thing]} />;
}

function Sides({ ids, contacts }: { ids: [string, string]; contacts: [WholeContact, WholeContact] }) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const [chosen, choose] = useState<Partial<Record<MergeField, 0 | 1>>>({});
  const preview = useLiveQuery({
    query: MergePreviewDocument,
    variables: { primaryId: ids[0], otherIds: [ids[1]], choices: choicesOf(chosen, ids) },
    requestPolicy: 'cache-and-network',
  });
  const result = preview.data?.mergePreview;
  const { write, isBusy } = useWrite(MergeContactsDocument, showTrouble);
  const { write: undo } = useWrite(UndoMergeDocument, showTrouble);

  const textOf = (field: MergeField, value: string) =>
    field === 'BIRTHDAY' ? birthdayText(i18n.language, value) : value;

  async function merge() {
    const merged = await write({
      ...{ primaryId: ids[0], otherIds: [ids[1]], choices: choicesOf(chosen, ids) },
      versions: contacts.map(({ version }, at) => ({ id: ids[at === 0 ? 0 : 1], version })),
    });
    if (!merged) return;
    const { id, primary } = merged.mergeContacts;
    showUndo(`merge-${id}`, t('duplicates.merged', { name: primary.name }), () => void undo({ id }));
    await navigate(`/crm/contacts/${ids[0]}`);
  }

  return (
    <>
      <Text mb="md">{t('duplicates.mergeText')}</Text>
      <table className={classes.sides}>
        <thead>
          <tr>
            <th scope="col">{t('duplicates.field')}</th>
            <th scope="col">{t('duplicates.first')}</th>
            <th scope="col">{t('duplicates.second')}</th>
          </tr>
        </thead>
        <tbody>
          {sidesOf(contacts).map(({ field, values }) => (
            <tr key={field}>
              <th scope="row">{t(`duplicates.fields.${field}`)}</th>
              {([0, 1] as const).map((side) => (
                <td key={side}>
                  <Radio
                    name={field}
                    label={textOf(field, values[side]) || t('duplicates.none')}
                    checked={(chosen[field] ?? (values[0] ? 0 : 1)) === side}
                    onChange={() => choose({ ...chosen, [field]: side })}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {preview.problem && <Trouble problem={preview.problem} onRetry={preview.askAgain} />}
      {result && <MergeResult result={result} />}
      <Group mt="lg">
        <Button loading={isBusy} disabled={!result} onClick={() => void merge()}>
          {t('duplicates.merge')}
        </Button>
        <Button variant="default" onClick={() => void navigate('/crm/duplicates')}>
          {t('action.cancel')}
        </Button>
      </Group>
    </>
  );
}
