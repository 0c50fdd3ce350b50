import { Paper, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../generated/gql.ts';
import type { MergePreviewQuery } from '../../generated/graphql.ts';
import { Fact, Facts } from '../../look/Facts.tsx';
import { useCountText } from './use-count-text.ts';

export const MergePreviewDocument = graphql(`
  query MergePreview($primaryId: ID!, $otherIds: [ID!]!, $choices: [MergeChoiceInput!]) {
    mergePreview(primaryId: $primaryId, otherIds: $otherIds, choices: $choices) {
      name
      company
      role
      department
      tags
      doNotContact {
        reason
        since
      }
      moves {
        what
        count
      }
    }
  }
`);

/** What two contacts will be as one, before anything is written. */
export function MergeResult({ result }: { result: MergePreviewQuery['mergePreview'] }) {
  const { t } = useTranslation();
  const countText = useCountText();
  const { name, company, role, department, tags, doNotContact, moves } = result;
  const rows = [
    ['NAME', name],
    ['COMPANY', company],
    ['ROLE', role],
    ['DEPARTMENT', department],
  ] as const;
  const moved = moves.flatMap(({ what, count }) => countText(what, count) ?? []);
  return (
    <Paper withBorder p="md" mt="lg" component="section" aria-labelledby="merge-result">
      <Title order={2} size="h4" mb="xs" id="merge-result">
        {t('duplicates.result')}
      </Title>
      <Facts>
        {rows.map(
          ([field, value]) =>
            value && (
              <Fact key={field} name={t(`duplicates.fields.${field}`)}>
                {value}
              </Fact>
            ),
        )}
        {tags.length > 0 && <Fact name={t('contacts.tags')}>{tags.join(', ')}</Fact>}
        {doNotContact && <Fact name={t('contacts.isBarred')}>{doNotContact.reason ?? t('duplicates.yes')}</Fact>}
      </Facts>
      <Text size="sm" mt="sm">
        {t('duplicates.moves')} {moved.length > 0 ? moved.join(' · ') : t('duplicates.none')}
      </Text>
    </Paper>
  );
}
