import { Button, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { problemOf } from '@mycelium/client-kit/problem';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import type { CreditAccountRowFragment } from '../../generated/graphql.ts';
import panel from '../../look/Panel.module.css';
import { Trouble } from '../../look/Trouble.tsx';
import { mistakeText } from '../../words/refusal-text.ts';
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
  const [key] = useState(newKey);
  const [application, setApplication] = useState(
    () => applications.find((each) => each === start.application) ?? applications[0],
  );
  const [entity, setEntity] = useState(start.entity);
  const [amount, setAmount] = useState('');
  const [purpose, setPurpose] = useState('');
  const [wasTried, setTried] = useState(false);
  /** How many it was about when it was sent last. */
  const [asked, setAsked] = useState(0);
  const [{ fetching, error }, write] = useMutation(isTaking ? TakeDocument : AllocateDocument);
  const problem = error && problemOf(error);
  const refused = problem?.code === 'BAD_USER_INPUT' ? problem.path[0] : undefined;
  const messageAt = (field: string) => refused === field && problem && mistakeText(problem);
  const balance = balanceIn(error);
  const figure = new Intl.NumberFormat(i18n.language);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    const credits = amountIn(amount);
    if (credits === undefined) return;
    setAsked(credits);
    const { data } = await write({
      ...{ application, amount: credits, key },
      ...(entity.trim() && { entityId: entity.trim() }),
      ...(purpose.trim() && { purpose: purpose.trim() }),
    });
    if (data) onDone(data.entry.account);
  }

  function mistakeOfAmount() {
    if (wasTried && amountIn(amount) === undefined) return t('credits.noAmount');
    if (balance === undefined) return messageAt('amount');
    return t('credits.notEnough', { count: balance, balance: figure.format(balance), amount: figure.format(asked) });
  }

  const isAtField = balance !== undefined || ['application', 'entityId', 'amount', 'purpose'].includes(String(refused));
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <NativeSelect
          label={t('credits.application')}
          data={applications}
          value={application}
          error={messageAt('application')}
          onChange={({ currentTarget: { value } }) =>
            setApplication(applications.find((each) => each === value) ?? application)
          }
        />
        <TextInput
          label={t('credits.entity')}
          description={t('credits.entityHint')}
          value={entity}
          maxLength={200}
          error={messageAt('entityId')}
          onChange={({ currentTarget }) => setEntity(currentTarget.value)}
        />
        <TextInput
          label={t('credits.amount')}
          inputMode="numeric"
          autoComplete="off"
          value={amount}
          error={mistakeOfAmount()}
          onChange={({ currentTarget }) => setAmount(currentTarget.value)}
        />
        <TextInput
          label={t('credits.purpose')}
          description={t('credits.purposeHint')}
          value={purpose}
          maxLength={200}
          error={messageAt('purpose')}
          onChange={({ currentTarget }) => setPurpose(currentTarget.value)}
        />
        {wasWritten(error) && (
          <Text size="sm" role="alert" c="var(--failed)">
            {t('credits.wasWritten')}
          </Text>
        )}
        {problem && !isAtField && !wasWritten(error) && <Trouble problem={problem} />}
        <div className={panel.actions}>
          <Button type="submit" loading={fetching}>
            {t(isTaking ? 'credits.takeNow' : 'credits.allocateNow')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}

/** Also where the console is not served over https, and there is no `randomUUID`. */
function newKey(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join('-');
}
