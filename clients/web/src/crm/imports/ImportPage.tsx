import { Button, Group, Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useThing } from '../../graph/use-thing.ts';
import { Empty } from '../../look/Empty.tsx';
import { Moment } from '../../look/Moment.tsx';
import { StateMark } from '../../look/StateMark.tsx';
import { Trouble } from '../../look/Trouble.tsx';
import { Waiting } from '../../look/Waiting.tsx';
import { useTenant } from '../../session/viewer.tsx';
import { HowRead } from './HowRead.tsx';
import { ImportNow } from './ImportNow.tsx';
import { ImportRows } from './ImportRows.tsx';
import { hasRows, importState } from './import-state.ts';
import { type ImportCard, ImportDocument } from './imports.ts';

/** One import: what is in its file, what it would do or has done, and what can be done about it. */
export function Component() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { thing, problem, askAgain } = useThing({ query: ImportDocument, variables: { id } }, ({ import: of }) => of);
  const toList = (
    <Button component={Link} to="/crm/imports" variant="default">
      {t('imports.all')}
    </Button>
  );
  if (problem && !thing) return <Trouble problem={problem} onRetry={askAgain} />;
  if (thing === undefined) return <Waiting shape={['filter', 'list']} />;
  if (thing === null)
    return (
      <Empty icon="swap" title={t('imports.goneTitle')} text={t('imports.goneText')}>
        {toList}
      </Empty>
    );
  return (
    <Stack gap="lg">
      <Head of={thing}>{toList}</Head>
      <ImportNow of={thing} />
      {hasRows(thing) && <ImportRows of={thing} />}
      {thing.status !== 'PLANNING' && <HowRead key={id} of={thing} />}
    </Stack>
  );
}

function Head({ of, children }: { of: ImportCard; children: React.ReactNode }) {
  const { t } = useTranslation();
  const { timeZone } = useTenant();
  const { state, word } = importState(of);
  return (
    <Group justify="space-between" gap="sm">
      <Stack gap="xs" miw={0}>
        <Title order={2} style={{ overflowWrap: 'anywhere' }}>
          {of.fileName}
        </Title>
        <Group gap="sm">
          <StateMark state={state} word={t(`imports.status.${word}`)} />
          <Moment at={of.createdAt} timeZone={timeZone} />
        </Group>
      </Stack>
      {children}
    </Group>
  );
}
