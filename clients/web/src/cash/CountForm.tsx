import { Text, Textarea, TextInput } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { hasMistakes, mistakesIn } from '../graph/mistakes.ts';
import { useDraft } from '../graph/use-draft.ts';
import { useThing } from '../graph/use-thing.ts';
import { useWrite } from '../graph/use-write.ts';
import { FormFrame } from '../look/FormFrame.tsx';
import { formatAmount, localeOf } from '../money/money.ts';
import { useTenant } from '../session/viewer.tsx';
import classes from './Count.module.css';
import { type CashSession, type Drawer, WaitingDocument } from './cash.ts';
import { denominationsOf, isCounted, totalOf } from './denominations.ts';
import { NotArrived } from './NotArrived.tsx';
import { useAmount } from './use-amount.ts';
import { useMoney } from './use-money.ts';
import { CloseCashSessionDocument } from './write-cash.ts';

interface Counted {
  counts: Record<string, string>;
  total: string;
  despite: string;
}
const nothing: Counted = { counts: {}, total: '', despite: '' };

/** The count of a drawer, coin by coin or as one amount; what should be in it is not said before. */
export function CountForm({ drawer, session }: { drawer: Drawer; session: CashSession }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { search } = useLocation();
  const locale = localeOf(useTenant());
  const money = useMoney();
  const id = useId();
  const { currency } = session;
  const draft = useDraft(`count ${session.id}`, nothing);
  const { counts, total, despite } = draft.fields;
  const close = useWrite(CloseCashSessionDocument);
  const { thing: waiting } = useThing(
    { query: WaitingDocument, variables: { id: session.id }, requestPolicy: 'cache-and-network' },
    ({ cashSession }) => cashSession?.waiting,
  );
  const byCoins = isCounted(counts);
  const sum = totalOf(counts);
  const typed = useAmount(currency)(total);
  const amount = byCoins ? sum : typed.money?.amount;
  const isMissingSomething = waiting?.some((till) => till.waiting > 0) || close.problem?.reason === 'OUTBOX_WAITING';
  const missing = {
    counts: byCoins && sum === undefined && t('cash.mistake.notCoins'),
    total: !byCoins && typed.mistake,
    despite: isMissingSomething && !despite.trim() && t('cash.reasonMissing'),
  };
  const mistakeAt = mistakesIn(draft, close, missing);

  async function save() {
    if (hasMistakes(missing) || amount === undefined) return undefined;
    const closed = await close.write({
      ...{ id: session.id, counted: { amount, currency } },
      despite: isMissingSomething ? despite.trim() : null,
    });
    if (!closed) return undefined;
    draft.discard();
    await navigate({ pathname: `/cash/sessions/${session.id}`, search });
    return closed;
  }

  return (
    <FormFrame
      draft={draft}
      write={close}
      action={amount === undefined ? t('cash.close') : t('cash.closeWith', { amount: money({ amount, currency }) })}
      onSave={save}
    >
      {waiting && <NotArrived tills={waiting} timeZone={drawer.location.timeZone} />}
      {denominationsOf(currency).length > 0 && (
        <fieldset className={classes.coins}>
          <legend>{t('cash.coins')}</legend>
          {denominationsOf(currency).map((worth) => {
            const count = counts[worth] ?? '';
            const isWrong = totalOf({ [worth]: count }) === undefined;
            return (
              <div key={worth} style={{ display: 'contents' }}>
                <label htmlFor={`${id} ${worth}`}>{money({ amount: worth, currency })}</label>
                <TextInput
                  id={`${id} ${worth}`}
                  inputMode="numeric"
                  autoComplete="off"
                  maxLength={6}
                  value={count}
                  error={isWrong && t('cash.mistake.notCoins')}
                  onChange={({ currentTarget }) =>
                    draft.change({ counts: { ...counts, [worth]: currentTarget.value } })
                  }
                />
                <span className={classes.worth}>
                  {count.trim() && !isWrong ? money({ amount: worth * Number(count), currency }) : ''}
                </span>
              </div>
            );
          })}
        </fieldset>
      )}
      <TextInput
        size="lg"
        label={t('cash.total')}
        description={t(byCoins ? 'cash.totalOfCoins' : 'cash.totalHint')}
        inputMode="decimal"
        autoComplete="off"
        readOnly={byCoins}
        value={byCoins ? (sum === undefined ? '' : formatAmount({ amount: sum, currency }, locale)) : total}
        error={mistakeAt('total') ?? mistakeAt('counts') ?? close.mistakeAt('counted')}
        onChange={({ currentTarget }) => draft.change({ total: currentTarget.value })}
      />
      {isMissingSomething && (
        <Textarea
          label={t('cash.despite')}
          description={t('cash.despiteHint')}
          maxLength={200}
          autosize
          value={despite}
          error={mistakeAt('despite')}
          onChange={({ currentTarget }) => draft.change({ despite: currentTarget.value })}
        />
      )}
      <Text size="sm" c="var(--quiet)">
        {t('cash.closeIsFinal')}
      </Text>
    </FormFrame>
  );
}
