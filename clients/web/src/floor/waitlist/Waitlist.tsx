import { Button, Group, NativeSelect, NumberInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSubscription } from 'urql';
import { hasMistakes, mistakesIn } from '../../graph/mistakes.ts';
import { useDraft } from '../../graph/use-draft.ts';
import { useLiveQuery } from '../../graph/use-live-query.ts';
import { useWrite } from '../../graph/use-write.ts';
import { FormFrame } from '../../look/FormFrame.tsx';
import { Moment } from '../../look/Moment.tsx';
import { showTrouble } from '../../look/notify.tsx';
import { useTenant } from '../../session/viewer.tsx';
import classes from '../Floor.module.css';
import type { FloorTable } from '../floor.ts';
import {
  JoinWaitlistDocument,
  LeaveWaitlistDocument,
  NotifyPartyDocument,
  SeatPartyDocument,
  WaitlistDocument,
  WaitlistFeedDocument,
  type WaitlistParty,
} from './waitlist.ts';

interface WaitlistProps {
  locationId: string;
  tables: readonly FloorTable[];
}

/** Who waits for a table, the longest first, and what can be done for them. */
export function Waitlist({ locationId, tables }: WaitlistProps) {
  const { t } = useTranslation();
  const { data } = useLiveQuery({ query: WaitlistDocument, variables: { locationId } });
  useSubscription({
    query: WaitlistFeedDocument,
    variables: { locationId, after: data?.position ?? null },
    pause: data === undefined,
  });
  const [isJoining, setJoining] = useState(false);
  const parties = data?.location?.id === locationId ? data.location.waitlist : [];
  const free = tables.filter(({ state }) => state === 'FREE');
  return (
    <section aria-label={t('waitlist.title')}>
      <Group justify="space-between" mt="xl" mb="sm">
        <Title order={2}>{t('waitlist.title')}</Title>
        <Button size="lg" fz="md" variant="default" onClick={() => setJoining(!isJoining)}>
          {t(isJoining ? 'action.cancel' : 'waitlist.add')}
        </Button>
      </Group>
      {isJoining && <Join locationId={locationId} onDone={() => setJoining(false)} />}
      {data && parties.length === 0 && <Text c="var(--quiet)">{t('waitlist.empty')}</Text>}
      <ul className={classes.rows}>
        {parties.map((party) => (
          <PartyRow key={party.id} party={party} free={free} />
        ))}
      </ul>
    </section>
  );
}

function PartyRow({ party, free }: { party: WaitlistParty; free: readonly FloorTable[] }) {
  const { t } = useTranslation();
  const { timeZone } = useTenant();
  const notify = useWrite(NotifyPartyDocument, showTrouble);
  const seat = useWrite(SeatPartyDocument, showTrouble);
  const leave = useWrite(LeaveWaitlistDocument, showTrouble);
  const { id, name, size, quotedMinutes, phone, state } = party;
  const fitting = free.filter(({ seats }) => seats >= size);
  return (
    <li className={classes.party}>
      <div>
        <Text fw={600}>{t('waitlist.party', { name: name ?? '', guests: size })}</Text>
        <Text size="sm">
          {t(`waitlist.state.${state}`)} · <Moment at={party.joinedAt} timeZone={timeZone} /> ·{' '}
          {t('waitlist.quoted', { count: quotedMinutes })}
          {phone && ` · ${phone}`}
        </Text>
      </div>
      <Group gap="sm">
        <NativeSelect
          size="lg"
          aria-label={t('waitlist.seatAt', { name: name ?? '' })}
          value=""
          disabled={seat.isBusy || fitting.length === 0}
          onChange={({ currentTarget }) => void seat.write({ id, tableId: currentTarget.value })}
          data={[
            { value: '', label: t(fitting.length > 0 ? 'waitlist.seat' : 'waitlist.noneFree'), disabled: true },
            ...fitting.map((table) => ({ value: table.id, label: t('floor.table', { name: table.name }) })),
          ]}
        />
        <Button
          size="lg"
          fz="md"
          px="md"
          variant="default"
          loading={notify.isBusy}
          onClick={() => void notify.write({ id })}
        >
          {t('waitlist.notify')}
        </Button>
        <Button
          size="lg"
          fz="md"
          px="md"
          variant="subtle"
          loading={leave.isBusy}
          onClick={() => void leave.write({ id })}
        >
          {t('waitlist.leave')}
        </Button>
      </Group>
    </li>
  );
}

function Join({ locationId, onDone }: { locationId: string; onDone: () => void }) {
  const { t } = useTranslation();
  const draft = useDraft(`waitlist ${locationId}`, { name: '', phone: '', size: 2, quotedMinutes: 15 });
  const { fields, change } = draft;
  const join = useWrite(JoinWaitlistDocument);
  const name = fields.name.trim();
  const missing = { name: !name && t('mistake.nameMissing') };
  const mistakeAt = mistakesIn(draft, join, missing);

  async function save() {
    if (hasMistakes(missing)) return undefined;
    const { size, quotedMinutes } = fields;
    const phone = fields.phone.trim() || null;
    const done = await join.write({ input: { locationId, name, phone, size, quotedMinutes } });
    if (done) onDone();
    return done;
  }

  return (
    <FormFrame draft={draft} write={join} label={t('waitlist.add')} action={t('waitlist.add')} onSave={save}>
      <Stack gap="sm">
        <TextInput
          data-autofocus
          size="lg"
          label={t('waitlist.name')}
          maxLength={60}
          value={fields.name}
          error={mistakeAt('name')}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <Group grow align="end">
          <NumberInput
            size="lg"
            label={t('floor.guests')}
            min={1}
            max={500}
            allowDecimal={false}
            value={fields.size}
            onChange={(value) => change({ size: Number(value) || 1 })}
          />
          <NumberInput
            size="lg"
            label={t('waitlist.minutes')}
            min={0}
            max={600}
            step={5}
            allowDecimal={false}
            value={fields.quotedMinutes}
            onChange={(value) => change({ quotedMinutes: Number(value) || 0 })}
          />
        </Group>
        <TextInput
          size="lg"
          label={t('waitlist.phone')}
          inputMode="tel"
          maxLength={40}
          value={fields.phone}
          error={mistakeAt('phone')}
          onChange={(event) => change({ phone: event.currentTarget.value })}
        />
      </Stack>
    </FormFrame>
  );
}
