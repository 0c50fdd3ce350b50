import { Anchor, Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { graphql } from '../../generated/gql.ts';
import { LivePages } from '../../graph/LivePages.tsx';
import { useLivePages } from '../../graph/use-live-pages.ts';
import { useWrite } from '../../graph/use-write.ts';
import { Empty } from '../../look/Empty.tsx';
import { showTrouble, showUndo } from '../../look/notify.tsx';
import { useMay } from '../../session/viewer.tsx';
import classes from './Duplicates.module.css';
import { type Duplicate, DuplicatesDocument } from './duplicates.ts';

const DismissDocument = graphql(`
  mutation DismissDuplicate($id: ID!) {
    dismissDuplicate(id: $id) {
      ...DuplicateRow
    }
  }
`);

const ReopenDocument = graphql(`
  mutation ReopenDuplicate($id: ID!) {
    reopenDuplicate(id: $id) {
      ...DuplicateRow
    }
  }
`);

/** Who may be there twice, the surest first. */
export function Component() {
  const { t } = useTranslation();
  const duplicates = useLivePages({
    ask: (after) => ({ query: DuplicatesDocument, variables: { after } }),
    read: ({ viewer }) => viewer?.tenant?.duplicates,
  });
  return (
    <LivePages
      pages={duplicates}
      label={t('crm.tab.duplicates')}
      empty={<Empty icon="check" title={t('duplicates.emptyTitle')} text={t('duplicates.emptyText')} />}
      row={(pair) => <Pair pair={pair} />}
    />
  );
}

function Pair({ pair: { id, rank, sameMail, samePhone, contacts } }: { pair: Duplicate }) {
  const { t } = useTranslation();
  const mayWrite = useMay('crm:write');
  const { write: dismiss } = useWrite(DismissDocument, showTrouble);
  const { write: reopen } = useWrite(ReopenDocument, showTrouble);
  const [one, other] = contacts;
  if (!one || !other) return null;
  const signs = [sameMail && t('duplicates.sameMail'), samePhone && t('duplicates.samePhone')].filter(Boolean);

  async function tellApart() {
    if (!(await dismiss({ id }))) return;
    showUndo(`duplicate-${id}`, t('duplicates.dismissed'), () => void reopen({ id }));
  }

  return (
    <li className={classes.pair}>
      <Stack gap={2} className={classes.names}>
        {contacts.map(({ id: contactId, name, company }) => (
          <Group key={contactId} gap="xs">
            <Anchor component={Link} to={`/crm/contacts/${contactId}`}>
              {name}
            </Anchor>
            {company && <Text size="sm">{company}</Text>}
          </Group>
        ))}
        <Text size="sm" c="var(--quiet)">
          {signs.length > 0 ? signs.join(' · ') : t('duplicates.likeNames')}
        </Text>
      </Stack>
      <Badge variant={rank === 'DUPLICATE' ? 'filled' : 'light'}>{t(`duplicates.rank.${rank}`)}</Badge>
      {mayWrite && (
        <Group gap="xs">
          {rank !== 'SHARED' && (
            <Button component={Link} to={`/crm/duplicates/${one.id}/${other.id}`} size="sm">
              {t('duplicates.merge')}
            </Button>
          )}
          <Button variant="default" size="sm" onClick={() => void tellApart()}>
            {t('duplicates.dismiss')}
          </Button>
        </Group>
      )}
    </li>
  );
}
