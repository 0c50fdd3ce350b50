import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { graphql } from '../generated/gql.ts';
import { useDraft } from '../graph/use-draft.ts';
import { useLiveQuery } from '../graph/use-live-query.ts';
import { useThing } from '../graph/use-thing.ts';
import { useWrite } from '../graph/use-write.ts';
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
      historyOf={({ id }) => id}
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
  const { id, name, version } = board;
  const { data: shownOn } = useLiveQuery({ query: BoardScreensDocument, variables: { id } });
  const draft = useDraft(`board ${id}`, draftOfBoard(board), version);
  const update = useWrite(UpdateBoardDocument);
  const { write: remove } = useWrite(RemoveBoardDocument, showTrouble);
  return (
    <BoardForm
      draft={draft}
      write={update}
      isReadOnly={!mayWrite}
      action={t('action.save')}
      onSave={async (changed) => {
        const saved = await update.write({ id, input: { version, ...boardInputOf(changed) } });
        if (saved) showDone(t('board.saved', { name: saved.updateMenuBoard.name }));
        return saved;
      }}
      beside={
        <Confirm
          label={t('board.remove')}
          question={t('board.removeQuestion', { name })}
          text={t('board.removeText', { count: shownOn?.menuBoard?.displays.length ?? 0 })}
          answer={t('board.remove')}
          onConfirm={async () => {
            if (await remove({ id })) onRemoved();
          }}
        />
      }
    />
  );
}
