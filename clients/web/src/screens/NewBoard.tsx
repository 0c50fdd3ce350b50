import { problemOf } from '@mycelium/client-kit/problem';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useMutation } from 'urql';
import { graphql } from '../generated/gql.ts';
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
  const [{ fetching, error }, create] = useMutation(CreateBoardDocument);
  return (
    <Panel title={t('boards.new')} onClose={() => navigate('/screens')}>
      <BoardForm
        start={newBoard(languages)}
        problem={error && problemOf(error)}
        isBusy={fetching}
        isReadOnly={false}
        action={t('board.create')}
        onSave={async (draft) => {
          const { data } = await create({ input: boardInputOf(draft) });
          if (data) await navigate('/screens');
        }}
      />
    </Panel>
  );
}
