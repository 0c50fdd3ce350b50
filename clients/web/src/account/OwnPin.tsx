import { NativeSelect, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useWrite } from '../graph/use-write.ts';
import { FormFrame } from '../look/FormFrame.tsx';
import { Moment } from '../look/Moment.tsx';
import { showDone } from '../look/notify.tsx';
import { SecretField } from '../look/SecretField.tsx';
import { useLocations } from '../screens/stations/use-locations.ts';
import { useCountdown } from '../session/use-countdown.ts';
import { useTenant } from '../session/viewer.tsx';
import classes from './AccountPage.module.css';
import { PinsDocument, SetPinDocument } from './account.ts';

/** The PIN with which a person signs in at the stations of a location; nothing where there is none. */
export function OwnPin() {
  const { t } = useTranslation();
  const { timeZone } = useTenant();
  const locations = useLocations();
  const [{ data }] = useQuery({ query: PinsDocument });
  const [chosen, setChosen] = useState('');
  const [pin, setPin] = useState('');
  const set = useWrite(SetPinDocument);
  const { problem, mistakeAt } = set;
  const wait = useCountdown(problem?.code === 'RATE_LIMITED' ? problem : undefined);
  const location = locations?.find(({ value }) => value === chosen) ?? locations?.[0];
  if (!location) return null;
  const known = data?.viewer?.pins.find((each) => each.location.id === location.value);

  async function save() {
    if (!location) return undefined;
    const saved = await set.write({ locationId: location.value, pin });
    if (!saved) return undefined;
    setPin('');
    showDone(t('me.pinSaved', { name: location.label }));
    return saved;
  }

  return (
    <section className={classes.narrow}>
      <Title order={2} mb="sm">
        {t('me.pin')}
      </Title>
      <FormFrame
        write={{ ...set, problem: problem && { ...problem, retryAfter: wait } }}
        action={t('me.pinSet')}
        isReady={wait === 0 && pin !== '' && !known?.offAt}
        onSave={save}
      >
        <Text size="sm">{t('me.pinText')}</Text>
        <NativeSelect
          label={t('me.pinLocation')}
          value={location.value}
          onChange={({ currentTarget }) => setChosen(currentTarget.value)}
          data={locations ?? []}
        />
        <Text size="sm" c="var(--quiet)">
          {known?.offAt ? t('me.pinOff') : known ? t('me.pinSince') : t('me.pinNone')}{' '}
          {known && !known.offAt && <Moment at={known.setAt} timeZone={timeZone} />}
        </Text>
        <SecretField
          label={t('me.pinNew')}
          inputMode="numeric"
          autoComplete="off"
          maxLength={6}
          value={pin}
          error={mistakeAt('pin')}
          onChange={({ currentTarget }) => setPin(currentTarget.value)}
        />
      </FormFrame>
    </section>
  );
}
