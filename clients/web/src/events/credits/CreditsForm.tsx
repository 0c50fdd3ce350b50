import { NativeSelect, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CreditAccountRowFragment } from '../../generated/graphql.ts';
import { mistakesIn } from '../../graph/mistakes.ts';
import { newKey } from '../../graph/new-key.ts';
import { useDraft } from '../../graph/use-draft.ts';
import { useWrite } from '../../graph/use-write.ts';
import { FormFrame } from '../../look/FormFrame.tsx';
import { numberFormat } from '../../words/formats.ts';
import { amountIn } from './amount.ts';
import { AllocateDocument, applications, balanceIn, TakeDocument, wasWritten } from './credits.ts';

interface CreditsFormProps {
  isTaking: boolean;
  start: { application: string; entity: string };
  onDone: (account: CreditAccountRowFragment) => void;
}

/** Whose credits, how many, what for. However often it is sent, it writes one line. */
export function CreditsForm({ isTaking, start, onDone }: CreditsFormProps) {
  const { t, i18n } = useTranslation();
  const draft = useDraft(isTaking ? 'take credits' : 'allocate credits', {
    application: applications.find((each) => each === start.application) ?? applications[0],
    entityId: start.entity,
    amount: '',
    purpose: '',
    /** Under which it is written, once however often it is sent. */
    writtenAs: '',
  });
  const { fields } = draft;
  const change = (changes: Partial<typeof fields>) =>
    draft.change({ ...changes, writtenAs: fields.writtenAs || newKey() });
  /** How many it was about when it was sent last. */
  const [asked, setAsked] = useState(0);
  const entry = useWrite(isTaking ? TakeDocument : AllocateDocument);
  const balance = balanceIn(entry.problem);
  const isWritten = wasWritten(entry.problem);
  const figure = numberFormat(i18n.language);
  const credits = amountIn(fields.amount);
  const mistakeAt = mistakesIn(draft, entry, { amount: credits === undefined && t('credits.noAmount') });

  async function save() {
    if (credits === undefined) return undefined;
    setAsked(credits);
    const key = fields.writtenAs || newKey();
    const entityId = fields.entityId.trim();
    const purpose = fields.purpose.trim();
    const written = await entry.write({
      ...{ application: fields.application, amount: credits, key },
      ...(entityId && { entityId }),
      ...(purpose && { purpose }),
    });
    if (written) onDone(written.entry.account);
    return written;
  }

  function mistakeOfAmount() {
    if (credits === undefined || balance === undefined) return mistakeAt('amount');
    return t('credits.notEnough', { count: balance, balance: figure.format(balance), amount: figure.format(asked) });
  }

  return (
    <FormFrame
      draft={draft}
      write={balance !== undefined || isWritten ? { ...entry, problem: undefined } : entry}
      action={t(isTaking ? 'credits.takeNow' : 'credits.allocateNow')}
      onSave={save}
    >
      <NativeSelect
        label={t('credits.application')}
        data={applications}
        value={fields.application}
        error={mistakeAt('application')}
        onChange={({ currentTarget: { value } }) =>
          change({ application: applications.find((each) => each === value) ?? fields.application })
        }
      />
      <TextInput
        label={t('credits.entity')}
        description={t('credits.entityHint')}
        value={fields.entityId}
        maxLength={200}
        error={mistakeAt('entityId')}
        onChange={({ currentTarget }) => change({ entityId: currentTarget.value })}
      />
      <TextInput
        label={t('credits.amount')}
        inputMode="numeric"
        autoComplete="off"
        value={fields.amount}
        error={mistakeOfAmount()}
        onChange={({ currentTarget }) => change({ amount: currentTarget.value })}
      />
      <TextInput
        label={t('credits.purpose')}
        description={t('credits.purposeHint')}
        value={fields.purpose}
        maxLength={200}
        error={mistakeAt('purpose')}
        onChange={({ currentTarget }) => change({ purpose: currentTarget.value })}
      />
      {isWritten && (
        <Text size="sm" role="alert" c="var(--failed)">
          {t('credits.wasWritten')}
        </Text>
      )}
    </FormFrame>
  );
}
