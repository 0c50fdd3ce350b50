import { Button, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { problemOf } from '@mycelium/client-kit/problem';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useMutation } from 'urql';
import { graphql } from '../generated/gql.ts';
import { showDone } from '../look/notify.tsx';
import panel from '../look/Panel.module.css';
import { Panel } from '../look/Panel.tsx';
import { Trouble } from '../look/Trouble.tsx';
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
  const [typed, setTyped] = useState('');
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<string>();
  const [isTried, setTried] = useState(false);
  const [{ fetching, error }, pair] = useMutation(PairDisplayDocument);
  // The first board, unless another one was chosen, or none.
  const boardId = chosen ?? choices[1]?.value ?? '';
  const code = pairingCodeOf(typed);
  const problem = error && problemOf(error);
  const isWrongCode = problem?.code === 'NOT_FOUND' || problem?.path[0] === 'code';

  async function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!code || !name.trim()) return;
    const { data } = await pair({ code, input: { name: name.trim(), boardId: boardId || null } });
    if (!data) return;
    showDone(t('screens.paired', { name: data.pairDisplay.name }));
    await navigate(`/screens/${data.pairDisplay.id}`);
  }

  return (
    <Panel title={t('screens.pair')} onClose={() => navigate('/screens')}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
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
            value={typed}
            error={isWrongCode ? t('screens.wrongCode') : isTried && !code && t('screens.codeShape')}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <TextInput
            label={t('display.name')}
            placeholder={t('display.nameExample')}
            value={name}
            error={isTried && !name.trim() && t('mistake.nameMissing')}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <NativeSelect
            label={t('display.board')}
            value={boardId}
            onChange={(event) => setChosen(event.currentTarget.value)}
            data={choices}
          />
          {problem && !isWrongCode && <Trouble problem={problem} />}
          <div className={panel.actions}>
            <Button type="submit" loading={fetching}>
              {t('screens.pairNow')}
            </Button>
          </div>
        </Stack>
      </form>
    </Panel>
  );
}
