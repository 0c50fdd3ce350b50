import { Chip, Group, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '../generated/gql.ts';
import type { CashMovementKind } from '../generated/graphql.ts';
import { hasMistakes, mistakesIn } from '../graph/mistakes.ts';
import { useDraft } from '../graph/use-draft.ts';
import { useWrite } from '../graph/use-write.ts';
import { FormFrame } from '../look/FormFrame.tsx';
import { showDone } from '../look/notify.tsx';
import type { CashSession } from './cash.ts';
import { useAmount } from './use-amount.ts';
import { useMoney } from './use-money.ts';
import { useOwnId } from './use-own-id.ts';

const PaidInDocument = graphql(`
  mutation PaidIn($input: CashMovementInput!) {
    paidIn(input: $input) {
      id
    }
  }
`);
const PaidOutDocument = graphql(`
  mutation PaidOut($input: CashMovementInput!) {
    paidOut(input: $input) {
      id
    }
  }
`);
const DropDocument = graphql(`
  mutation Drop($input: CashMovementInput!) {
    drop(input: $input) {
      id
    }
  }
`);
const TipsPaidOutDocument = graphql(`
  mutation TipsPaidOut($input: CashMovementInput!) {
    tipsPaidOut(input: $input) {
      id
    }
  }
`);

const kinds: readonly CashMovementKind[] = ['PAID_IN', 'PAID_OUT', 'DROP', 'TIPS_OUT'];

/** Cash that comes or goes other than for an order. What was noted stays: what was wrong is countered by the opposite. */
export function MoveCash({ session }: { session: CashSession }) {
  const { t } = useTranslation();
  const money = useMoney();
  const draft = useDraft(`move cash ${session.id}`, { kind: 'PAID_IN' as CashMovementKind, amount: '', reason: '' });
  const { fields, change } = draft;
  const writes = {
    PAID_IN: useWrite(PaidInDocument),
    PAID_OUT: useWrite(PaidOutDocument),
    DROP: useWrite(DropDocument),
    TIPS_OUT: useWrite(TipsPaidOutDocument),
  };
  const move = writes[fields.kind];
  const { idFor, done } = useOwnId();
  const read = useAmount(session.currency)(fields.amount);
  const reason = fields.reason.trim();
  const isNothing = read.money?.amount === 0 && t('cash.mistake.empty');
  const missing = { amount: read.mistake ?? isNothing, reason: !reason && t('cash.reasonMissing') };
  const mistakeAt = mistakesIn(draft, move, missing);

  async function save() {
    if (hasMistakes(missing) || !read.money) return undefined;
    const content = { sessionId: session.id, amount: read.money.amount, reason };
    const moved = await move.write({ input: { id: idFor({ ...content, kind: fields.kind }), ...content } });
    if (!moved) return undefined;
    done();
    draft.discard();
    showDone(t('cash.wasNoted', { kind: t(`cash.kind.${fields.kind}`), amount: money(read.money) }));
    return moved;
  }

  return (
    <FormFrame draft={draft} write={move} label={t('cash.move')} action={t('cash.note')} onSave={save}>
      <Chip.Group
        value={fields.kind}
        onChange={(kind) => change({ kind: kinds.find((each) => each === kind) ?? 'PAID_IN' })}
      >
        <Group gap="sm" role="radiogroup" aria-label={t('cash.move')}>
          {kinds.map((kind) => (
            <Chip key={kind} value={kind} size="md">
              {t(`cash.kind.${kind}`)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      <TextInput
        label={t('cash.amount')}
        inputMode="decimal"
        autoComplete="off"
        value={fields.amount}
        error={mistakeAt('amount')}
        onChange={({ currentTarget }) => change({ amount: currentTarget.value })}
      />
      <TextInput
        label={t('cash.reason')}
        placeholder={t(`cash.reasonExample.${fields.kind}`)}
        maxLength={200}
        value={fields.reason}
        error={mistakeAt('reason')}
        onChange={({ currentTarget }) => change({ reason: currentTarget.value })}
      />
      <Text size="sm" c="var(--quiet)">
        {t('cash.movementsStay')}
      </Text>
    </FormFrame>
  );
}
