import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { problemOf } from '@mycelium/client-kit/problem';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { graphql } from '../generated/gql.ts';
import { Confirm } from '../look/Confirm.tsx';
import { Moment } from '../look/Moment.tsx';
import { showDone, showTrouble } from '../look/notify.tsx';
import panel from '../look/Panel.module.css';
import { Trouble } from '../look/Trouble.tsx';
import { useMay, useTenant } from '../session/viewer.tsx';
import { mistakeText } from '../words/refusal-text.ts';
import { DisplayState } from './DisplayState.tsx';
import type { Display } from './screens.ts';
import { useBoardChoices } from './use-board-choices.ts';

const UpdateDisplayDocument = graphql(`
  mutation UpdateDisplay($id: ID!, $input: UpdateDisplayInput!) {
    updateDisplay(id: $id, input: $input) {
      ...DisplayRow
    }
  }
`);

const RevokeDisplayDocument = graphql(`
  mutation RevokeDisplay($id: ID!) {
    revokeDisplay(id: $id) {
      ...DisplayRow
    }
  }
`);

/** One screen: how it is, what it is called, what it shows, and its end. */
export function DisplayDetail({ display }: { display: Display }) {
  const { t } = useTranslation();
  const { timeZone } = useTenant();
  const mayWrite = useMay('display:write') && display.status !== 'REVOKED';
  const choices = useBoardChoices(display.board);
  const [name, setName] = useState(display.name);
  const [boardId, setBoardId] = useState(display.board?.id ?? '');
  const [{ fetching, error }, update] = useMutation(UpdateDisplayDocument);
  const [, revoke] = useMutation(RevokeDisplayDocument);
  const problem = error && problemOf(error);
  const isChanged = name.trim() !== display.name || boardId !== (display.board?.id ?? '');

  async function submit(event: FormEvent) {
    event.preventDefault();
    const input = { version: display.version, name: name.trim(), boardId: boardId || null };
    const { data } = await update({ id: display.id, input });
    if (data) showDone(t('display.saved', { name: data.updateDisplay.name }));
  }

  async function end() {
    const { error: refusal } = await revoke({ id: display.id });
    if (refusal) showTrouble(problemOf(refusal));
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <Group justify="space-between">
          <DisplayState status={display.status} lastSeenAt={display.lastSeenAt} />
          <Text size="sm" c="var(--quiet)">
            {display.lastSeenAt ? <Moment at={display.lastSeenAt} timeZone={timeZone} /> : t('display.neverSeen')}
          </Text>
        </Group>
        <Text size="sm" c="var(--quiet)">
          {display.lastSeenAt && (
            <>
              {t('display.pairedSince')} <Moment at={display.pairedAt} timeZone={timeZone} />
            </>
          )}
          {display.width && display.height ? ` · ${display.width} × ${display.height}` : ''}
          {display.appVersion ? ` · ${display.appVersion}` : ''}
        </Text>
        <TextInput
          label={t('display.name')}
          value={name}
          readOnly={!mayWrite}
          error={problem?.path[1] === 'name' ? mistakeText(problem) : name.trim() === '' && t('mistake.nameMissing')}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('display.board')}
          value={boardId}
          disabled={!mayWrite}
          onChange={(event) => setBoardId(event.currentTarget.value)}
          data={choices}
        />
        {problem && problem.path[1] !== 'name' && <Trouble problem={problem} />}
        {mayWrite && (
          <div className={panel.actions}>
            <Button type="submit" loading={fetching} disabled={!isChanged || name.trim() === ''}>
              {t('action.save')}
            </Button>
            <Confirm
              label={t('display.revoke')}
              question={t('display.revokeQuestion', { name: display.name })}
              text={t('display.revokeText')}
              answer={t('display.revoke')}
              onConfirm={end}
            />
          </div>
        )}
      </Stack>
    </form>
  );
}
