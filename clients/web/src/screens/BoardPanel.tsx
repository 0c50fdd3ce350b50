import { problemOf } from '@mycelium/client-kit/problem';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useMutation } from 'urql';
import { graphql } from '../generated/gql.ts';
import { useLiveQuery } from '../graph/use-live-query.ts';
import { useThing } from '../graph/use-thing.ts';
import { Confirm } from '../look/Confirm.tsx';
import { showDone, showTrouble } from '../look/notify.tsx';
import { ThingPanel } from '../look/ThingPanel.tsx';
import { useMay } from '../session/viewer.tsx';
import { BoardForm } from './BoardForm.tsx';
import { boardInputOf, draftOfBoard } from './board-draft.ts';
import { type Board, BoardDocument, BoardScreensDocument } from './screens.ts';

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
  const { boardId = '' } = useParams();
  const asked = useThing({ query: BoardDocument, variables: { id: boardId } }, ({ menuBoard }) => menuBoard);
  return (
    <ThingPanel
      asked={asked}
      name={t('boards.title')}
      titleOf={({ name }) => name}
      icon="board"
      gone={{ title: t('board.goneTitle'), text: t('board.goneText') }}
      list="/screens"
    >
      {(board, close) => <Detail key={board.id} board={board} onRemoved={close} />}
    </ThingPanel>
  );
}

function Detail({ board, onRemoved }: { board: Board; onRemoved: () => void }) {
  const { t } = useTranslation();
  const mayWrite = useMay('board:write');
  const { data: shownOn } = useLiveQuery({ query: BoardScreensDocument, variables: { id: board.id } });
  const [{ fetching, error }, update] = useMutation(UpdateBoardDocument);
  const [, remove] = useMutation(RemoveBoardDocument);
  return (
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
        text={t('board.removeText', { count: shownOn?.menuBoard?.displays.length ?? 0 })}
        answer={t('board.remove')}
        onConfirm={async () => {
          const { error: refusal } = await remove({ id: board.id });
          if (refusal) return showTrouble(problemOf(refusal));
          onRemoved();
        }}
      />
    </BoardForm>
  );
}
