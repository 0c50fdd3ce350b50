import { Button, Text, TextInput } from '@mantine/core';
import { type Problem, problemOf } from '@mycelium/client-kit/problem';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Trouble } from '../../look/Trouble.tsx';
import { parseMoney } from '../../money/money.ts';
import { useStation } from '../../station/use-station.ts';
import { useNetwork } from '../use-network.ts';
import { useTill } from '../use-till.ts';
import { TillOpenSessionDocument } from './sessions.ts';

/** Cash goes into an open drawer: where none is, one is opened with what is in it. */
export function OpenDrawer() {
  const { t } = useTranslation();
  const { who, location, write, newId } = useStation();
  const { drawers, askAgain } = useTill();
  const hasNetwork = useNetwork();
  const [id] = useState(newId);
  const [text, setText] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const float = parseMoney(text, location.currency);

  async function open(drawerId: string) {
    if (typeof float === 'string') return;
    setBusy(true);
    const { error } = await write(TillOpenSessionDocument, { input: { id, drawerId, float: float.amount } });
    setBusy(false);
    setProblem(error && problemOf(error));
    askAgain();
  }

  if (drawers.length === 0) return <Text>{t('till.noDrawer')}</Text>;
  return (
    <>
      <Text>{t('till.drawerClosed')}</Text>
      {!hasNetwork && <Text c="var(--attention)">{t('till.needsNetwork')}</Text>}
      <TextInput
        size="lg"
        inputMode="decimal"
        label={t('till.float')}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      {problem && <Trouble problem={problem} />}
      {drawers.map((drawer) => (
        <Button
          key={drawer.id}
          size="lg"
          loading={isBusy}
          disabled={!hasNetwork || typeof float === 'string'}
          onClick={() => void open(drawer.id)}
        >
          {t('till.openDrawer', { name: drawer.name })}
        </Button>
      ))}
      {!who.station && (
        <Button component="a" href="/app/cash" size="lg" variant="subtle">
          {t('till.toCash')}
        </Button>
      )}
    </>
  );
}
