import { NativeSelect, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { graphql } from '../generated/gql.ts';
import { hasMistakes, mistakesIn } from '../graph/mistakes.ts';
import { useDraft } from '../graph/use-draft.ts';
import { useWrite } from '../graph/use-write.ts';
import { FormFrame } from '../look/FormFrame.tsx';
import { showDone } from '../look/notify.tsx';
import { Panel } from '../look/Panel.tsx';
import { pairingCodeOf } from './pairing-code.ts';
import { useBoardChoices } from './use-board-choices.ts';

const PairDisplayDocument = graphql(`
  mutation PairDisplay($code: String!, $input: PairDisplayInput!) {
    pairDisplay(code: $code, input: $input) {
      ...DisplayRow
    }
  }
`);

export function Component() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const choices = useBoardChoices() ?? [];
  const draft = useDraft('pair', { code: '', name: '', boardId: null as string | null });
  const { fields, change } = draft;
  const pair = useWrite(PairDisplayDocument);
  // The first board, unless another one was chosen, or none.
  const boardId = fields.boardId ?? choices[1]?.value ?? '';
  const code = pairingCodeOf(fields.code);
  const name = fields.name.trim();
  const missing = { code: !code && t('screens.codeShape'), name: !name && t('mistake.nameMissing') };
  const mistakeAt = mistakesIn(draft, pair, missing);
  const isWrongCode = pair.problem?.code === 'NOT_FOUND' || pair.mistakeAt('code') !== undefined;

  async function save() {
    if (!code || hasMistakes(missing)) return undefined;
    const paired = await pair.write({ code, input: { name, boardId: boardId || null } });
    if (!paired) return undefined;
    showDone(t('screens.paired', { name: paired.pairDisplay.name }));
    await navigate(`/screens/${paired.pairDisplay.id}`);
    return paired;
  }

  return (
    <Panel title={t('screens.pair')} onClose={() => navigate('/screens')}>
      <FormFrame
        draft={draft}
        write={isWrongCode ? { ...pair, problem: undefined } : pair}
        action={t('screens.pairNow')}
        onSave={save}
      >
        <Text size="sm">{t('screens.pairHow')}</Text>
        <TextInput
          data-autofocus
          size="lg"
          label={t('screens.code')}
          placeholder="K7M-2QX"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={12}
          value={fields.code}
          error={isWrongCode ? t('screens.wrongCode') : mistakeAt('code')}
          onChange={(event) => change({ code: event.currentTarget.value })}
        />
        <TextInput
          label={t('display.name')}
          placeholder={t('display.nameExample')}
          value={fields.name}
          error={mistakeAt('name')}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <NativeSelect
          label={t('display.board')}
          value={boardId}
          onChange={(event) => change({ boardId: event.currentTarget.value })}
          data={choices}
        />
      </FormFrame>
    </Panel>
  );
}
