import { problemOf } from '@mycelium/client-kit/problem';
import { useTranslation } from 'react-i18next';
import { useNavigate, useOutletContext, useParams } from 'react-router';
import { useMutation } from 'urql';
import { graphql } from '../generated/gql.ts';
import { Confirm } from '../look/Confirm.tsx';
import { Empty } from '../look/Empty.tsx';
import { showDone, showTrouble } from '../look/notify.tsx';
import { Panel } from '../look/Panel.tsx';
import { useMay } from '../session/viewer.tsx';
import { BoardForm } from './BoardForm.tsx';
import { boardInputOf, draftOfBoard } from './board-draft.ts';
import type { ScreensOutlet } from './screens.ts';

const UpdateBoardDocument = graphql(`
  mutation UpdateBoard($id: ID!, $input: UpdateMenuBoardInput!) {
    updateMenuBoard(id: $id, input: $input) {
      ...BoardRow
    }
  }
`);

const RemoveBoardDocument = graphql(`
  mutation RemoveBoard($id: ID!) {
    removeMenuBoard(id: $id)
  }
`);

export function Component() {
  const { t } = useTranslation();
  const { boardId } = useParams();
  const navigate = useNavigate();
  const mayWrite = useMay('board:write');
  const { boards, displays } = useOutletContext<ScreensOutlet>();
  const [{ fetching, error }, update] = useMutation(UpdateBoardDocument);
  const [, remove] = useMutation(RemoveBoardDocument);
  const board = boards.find(({ id }) => id === boardId);
  const close = () => navigate('/screens');
  if (!board) {
    return (
      <Panel title={t('board.goneTitle')} onClose={close}>
        <Empty icon="board" title={t('board.goneTitle')} text={t('board.goneText')} />
      </Panel>
    );
  }
  const shownOn = displays.filter((display) => display.board?.id === board.id && display.status !== 'REVOKED');

  return (
    <Panel title={board.name} onClose={close}>
      <BoardForm
        key={`${board.id} ${board.version}`}
        start={draftOfBoard(board)}
        problem={error && problemOf(error)}
        isBusy={fetching}
        isReadOnly={!mayWrite}
        action={t('action.save')}
        onSave={async (draft) => {
          const { data } = await update({ id: board.id, input: { version: board.version, ...boardInputOf(draft) } });
          if (data) showDone(t('board.saved', { name: data.updateMenuBoard.name }));
        }}
      >
        <Confirm
          label={t('board.remove')}
          question={t('board.removeQuestion', { name: board.name })}
          text={t('board.removeText', { count: shownOn.length })}
          answer={t('board.remove')}
          onConfirm={async () => {
            const { error: refusal } = await remove({ id: board.id });
            if (refusal) return showTrouble(problemOf(refusal));
            await close();
          }}
        />
      </BoardForm>
    </Panel>
  );
}
