import { Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '../generated/gql.ts';
import { hasMistakes, mistakesIn } from '../graph/mistakes.ts';
import { useDraft } from '../graph/use-draft.ts';
import { useWrite } from '../graph/use-write.ts';
import { Confirm } from '../look/Confirm.tsx';
import { FormFrame } from '../look/FormFrame.tsx';
import { Moment } from '../look/Moment.tsx';
import { showDone, showNotUndone, showTrouble, showUndo } from '../look/notify.tsx';
import { useMay, useTenant } from '../session/viewer.tsx';
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

/** For who decides what screens show, and not what they are called. */
const ShowBoardDocument = graphql(`
  mutation ShowBoard($id: ID!, $version: Int!, $boardId: ID) {
    showBoard(displayId: $id, version: $version, boardId: $boardId) {
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
  const isPaired = display.status !== 'REVOKED';
  const mayWrite = useMay('display:write') && isPaired;
  const mayChoose = (useMay('board:write') && isPaired) || mayWrite;
  const { id, version } = display;
  const choices = useBoardChoices(display.board);
  const draft = useDraft(`screen ${id}`, { name: display.name, boardId: display.board?.id ?? '' }, version);
  const { fields, change } = draft;
  const update = useWrite(UpdateDisplayDocument);
  const show = useWrite(ShowBoardDocument);
  const { write: takeBack } = useWrite(ShowBoardDocument, showNotUndone);
  const { write: revoke } = useWrite(RevokeDisplayDocument, showTrouble);
  const name = fields.name.trim();
  const missing = { name: !name && t('mistake.nameMissing') };
  const mistakeAt = mistakesIn(draft, mayWrite ? update : show, missing);

  async function save() {
    if (hasMistakes(missing)) return undefined;
    const boardId = fields.boardId || null;
    const saved = mayWrite
      ? (await update.write({ id, input: { version, name, boardId } }))?.updateDisplay
      : (await show.write({ id, version, boardId }))?.showBoard;
    if (saved) sayDone(saved);
    return saved;
  }

  function sayDone(after: Display) {
    const before = display.board?.id ?? null;
    if (before === (after.board?.id ?? null)) return showDone(t('display.saved', { name: after.name }));
    const said = { name: after.name, board: after.board?.name ?? t('display.noBoard') };
    showUndo(`board-${id}`, t('display.shows', said), () => {
      void takeBack({ id, version: after.version, boardId: before });
    });
  }

  return (
    <FormFrame
      draft={draft}
      write={mayWrite ? update : show}
      action={t('action.save')}
      isReadOnly={!mayChoose}
      isReady={draft.isChanged}
      onSave={save}
      beside={
        mayWrite && (
          <Confirm
            label={t('display.revoke')}
            question={t('display.revokeQuestion', { name: display.name })}
            text={t('display.revokeText')}
            answer={t('display.revoke')}
            onConfirm={() => revoke({ id })}
          />
        )
      }
    >
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
        value={fields.name}
        readOnly={!mayWrite}
        error={mistakeAt('name')}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('display.board')}
        value={fields.boardId}
        disabled={!mayChoose}
        error={mistakeAt('boardId')}
        onChange={(event) => change({ boardId: event.currentTarget.value })}
        data={choices}
      />
    </FormFrame>
  );
}
