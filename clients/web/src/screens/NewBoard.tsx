import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { graphql } from '../generated/gql.ts';
import { useDraft } from '../graph/use-draft.ts';
import { useWrite } from '../graph/use-write.ts';
import { Panel } from '../look/Panel.tsx';
import { useTenant } from '../session/viewer.tsx';
import { BoardForm } from './BoardForm.tsx';
import { boardInputOf, newBoard } from './board-draft.ts';

const CreateBoardDocument = graphql(`
  mutation CreateBoard($input: CreateMenuBoardInput!) {
    createMenuBoard(input: $input) {
      ...BoardRow
    }
  }
`);

export function Component() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { languages } = useTenant();
  const draft = useDraft('new board', newBoard(languages));
  const create = useWrite(CreateBoardDocument);
  return (
    <Panel title={t('boards.new')} onClose={() => navigate('/screens')}>
      <BoardForm
        draft={draft}
        write={create}
        isReadOnly={false}
        action={t('board.create')}
        onSave={async (board) => {
          const created = await create.write({ input: boardInputOf(board) });
          if (created) await navigate('/screens');
          return created;
        }}
      />
    </Panel>
  );
}
